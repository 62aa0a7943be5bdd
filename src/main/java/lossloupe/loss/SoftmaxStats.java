package lossloupe.loss;

import lossloupe.kernel.Functions;

/// Greatest logit m of a fibre and the log of the sum of e^(x−m).
sealed interface SoftmaxStats extends GroupStats {
    /// One fibre per position, in float64. The arrays are not written to after creation.
    final class Doubles implements SoftmaxStats {
        final double[] max;
        final double[] logSum;

        Doubles(double[] max, double[] logSum) {
            this.max = max;
            this.logSum = logSum;
        }

        @Override
        public GroupStats alone(int position) {
            return new Doubles(new double[] {max[position]}, new double[] {logSum[position]});
        }
    }

    /// One fibre per position, in float32. The arrays are not written to after creation.
    final class Floats implements SoftmaxStats {
        final float[] max;
        final float[] logSum;

        Floats(float[] max, float[] logSum) {
            this.max = max;
            this.logSum = logSum;
        }

        @Override
        public GroupStats alone(int position) {
            return new Floats(new float[] {max[position]}, new float[] {logSum[position]});
        }
    }

    /// One fibre along positions, or the part of it that lies in one chunk.
    ///
    /// @param rest sum of e^(x−m) without the one term of the maximum, which is 1: kept apart so that tiny sums
    /// keep their
    ///     digits, as `log1p(rest)`; NaN where a logit is NaN or +infinity
    record Whole(double max, double rest) implements SoftmaxStats {
        static final Whole UNDEFINED = new Whole(Double.NaN, Double.NaN);

        @Override
        public GroupStats alone(int position) {
            return this;
        }

        /// NaN where the softmax is not defined; all logits −infinity is such a case.
        double logSum() {
            return Double.isInfinite(max) ? Double.NaN : Functions.log1p(rest);
        }

        /// 1 − p of the greatest logit, without cancellation.
        double complementOfGreatest() {
            return rest / (1 + rest);
        }

        /// Both parts together. Exact ties count: the second maximum is one of the first's others.
        Whole merged(Whole other) {
            if (Double.isNaN(rest) || Double.isNaN(other.rest)) {
                return UNDEFINED;
            }
            var great = max >= other.max ? this : other;
            var small = max >= other.max ? other : this;
            if (great.max == Double.NEGATIVE_INFINITY) {
                return great;
            }
            return new Whole(great.max, great.rest + (1 + small.rest) * Functions.exp(small.max - great.max));
        }
    }
}
