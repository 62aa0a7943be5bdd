package lossloupe.loss;

import lossloupe.kernel.Arithmetic;

/// What formulas of losses share where every step is rounded. Sums over many cells are added up in float64 and rounded
/// once, as frameworks add up in a wider type than they multiply in.
final class Stepwise {
    private Stepwise() {}

    /// `max(x,0) − x·z + log1p(e^−|x|)`.
    static double sigmoidCrossEntropy(double x, double z, Arithmetic steps) {
        return steps.plus(steps.minus(Math.max(x, 0), steps.times(x, z)), tail(x, steps));
    }

    /// ln(1 + e^−|x|).
    static double tail(double x, Arithmetic steps) {
        return steps.log1p(steps.exp(-Math.abs(x)));
    }

    /// `−(z·ln p + (1−z)·ln(1−p))`.
    static double crossEntropy(double p, double z, Arithmetic steps) {
        double positive = steps.times(z, steps.log(p));
        return -steps.plus(positive, steps.times(steps.minus(1, z), steps.log(steps.minus(1, p))));
    }

    /// A fibre before a softmax: e^(x−m) added up.
    ///
    /// @param max m, the greatest logit
    record Softmax(double max, double sum) {
        static Softmax of(CellContext cell, Arithmetic steps) {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < cell.size(); i++) {
                max = Math.max(max, steps.of(cell.logit(i)));
            }
            double sum = 0;
            for (int i = 0; i < cell.size(); i++) {
                sum += steps.exp(steps.minus(steps.of(cell.logit(i)), max));
            }
            return new Softmax(max, steps.of(sum));
        }

        double probability(double logit, Arithmetic steps) {
            return steps.over(steps.exp(steps.minus(steps.of(logit), max)), sum);
        }

        /// `ln Σ e^(x−m) − (x−m)`.
        double minusLogP(double logit, Arithmetic steps) {
            return steps.minus(steps.log(sum), steps.minus(steps.of(logit), max));
        }
    }
}
