package lossloupe.kernel;

import java.util.Arrays;

/// The plain loops: the reference of the vectors, their tail, and the whole where there are none.
final class ScalarElementary implements Elementary {
    /// Cells that a step is given at once.
    private static final int LENGTH = 512;

    @Override
    public void exp(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.exp(x[i]);
        }
    }

    @Override
    public void exp(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.exp(x[i]);
        }
    }

    @Override
    public void log(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.log(x[i]);
        }
    }

    @Override
    public void log(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.log(x[i]);
        }
    }

    @Override
    public void tail(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.softplusBelow(-Math.abs(x[i]));
        }
    }

    @Override
    public void tail(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.softplusBelow(-Math.abs(x[i]));
        }
    }

    @Override
    public void sigmoids(double[] x, double[] p, double[] q, int from, int to) {
        for (int i = from; i < to; i++) {
            double t = Scalar64.expBelow(-Math.abs(x[i]));
            double r = 1 / (1 + t);
            double tr = t * r;
            boolean negative = x[i] < 0;
            p[i] = negative ? tr : r;
            q[i] = negative ? r : tr;
        }
    }

    @Override
    public void sigmoids(float[] x, float[] p, float[] q, int from, int to) {
        for (int i = from; i < to; i++) {
            float t = Scalar32.expBelow(-Math.abs(x[i]));
            float r = 1 / (1 + t);
            float tr = t * r;
            boolean negative = x[i] < 0;
            p[i] = negative ? tr : r;
            q[i] = negative ? r : tr;
        }
    }

    @Override
    public void ofCrossEntropyAndSigmoids(double[] x, double[] z, double[] out, DoubleStep step, int from, int to) {
        for (int start = from; start < to; start += LENGTH) {
            int end = Math.min(start + LENGTH, to);
            var some = Arrays.copyOfRange(x, start, end);
            var labels = Arrays.copyOfRange(z, start, end);
            int n = some.length;
            var crossEntropy = new double[n];
            for (int i = 0; i < n; i++) {
                crossEntropy[i] = Scalar64.sigmoidCrossEntropy(some[i], labels[i]);
            }
            var p = new double[n];
            var q = new double[n];
            sigmoids(some, p, q, 0, n);
            step.replace(crossEntropy, p, q, labels, n);
            System.arraycopy(crossEntropy, 0, out, start, n);
        }
    }

    @Override
    public void ofCrossEntropyAndSigmoids(float[] x, float[] z, float[] out, FloatStep step, int from, int to) {
        for (int start = from; start < to; start += LENGTH) {
            int end = Math.min(start + LENGTH, to);
            var some = Arrays.copyOfRange(x, start, end);
            var labels = Arrays.copyOfRange(z, start, end);
            int n = some.length;
            var crossEntropy = new float[n];
            for (int i = 0; i < n; i++) {
                crossEntropy[i] = Scalar32.sigmoidCrossEntropy(some[i], labels[i]);
            }
            var p = new float[n];
            var q = new float[n];
            sigmoids(some, p, q, 0, n);
            step.replace(crossEntropy, p, q, labels, n);
            System.arraycopy(crossEntropy, 0, out, start, n);
        }
    }
}
