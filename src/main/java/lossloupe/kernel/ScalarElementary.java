package lossloupe.kernel;

/// The plain loops: the reference of the vectors, their tail, and the whole where there are none.
final class ScalarElementary implements Elementary {
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
    public void crossEntropyAndSigmoids(
            double[] x, double[] z, double[] out, double[] p, double[] q, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.sigmoidCrossEntropy(x[i], z[i]);
        }
        sigmoids(x, p, q, from, to);
    }

    @Override
    public void crossEntropyAndSigmoids(float[] x, float[] z, float[] out, float[] p, float[] q, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.sigmoidCrossEntropy(x[i], z[i]);
        }
        sigmoids(x, p, q, from, to);
    }
}
