package lossloupe.kernel;

/// The plain loops over [Scalar64] and [Scalar32]: the reference of the vectors, their tail, and the whole where there
/// are none.
final class ScalarKernels implements Kernels {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void sigmoidCrossEntropy(double[] x, double[] z, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.sigmoidCrossEntropy(x[i], z[i]);
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(double[] x, double[] z, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.sigmoidCrossEntropyGradient(x[i], z[i]);
        }
    }

    @Override
    public void sigmoid(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.sigmoid(x[i]);
        }
    }

    @Override
    public void logSumExp(double[][] x, double[] max, double[] logSum, int from, int to) {
        for (int i = from; i < to; i++) {
            int best = Scalar64.argmax(x, i);
            double largest = x[best][i];
            logSum[i] = Scalar64.logSumExp(x, best, i);
            max[i] = largest;
        }
    }

    @Override
    public void softmaxCrossEntropyTerms(
            double[] x, double[] z, double[] max, double[] logSum, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.softmaxCrossEntropyTerm(x[i], z[i], max[i], logSum[i]);
        }
    }

    @Override
    public void softmaxCrossEntropyTerms(
            double[] x, double[] z, double max, double logSum, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.softmaxCrossEntropyTerm(x[i], z[i], max, logSum);
        }
    }

    @Override
    public void softmax(double[] x, double[] max, double[] logSum, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.expCapped((x[i] - max[i]) - logSum[i]);
        }
    }

    @Override
    public void softmax(double[] x, double max, double logSum, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar64.expCapped((x[i] - max) - logSum);
        }
    }

    @Override
    public double max(double[] x, int from, int to) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            best = Double.isNaN(x[i]) ? best : Math.max(best, x[i]);
        }
        return best;
    }

    @Override
    public double min(double[] x, int from, int to) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            best = Double.isNaN(x[i]) ? best : Math.min(best, x[i]);
        }
        return best;
    }

    @Override
    public double sumExp(double[] x, double max, int from, int to) {
        var lanes = new Lanes();
        for (int i = from; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), Scalar64.expCapped(x[i] - max));
        }
        return lanes.merged().value();
    }

    @Override
    public Sum sum(double[] v, int from, int to) {
        var lanes = new Lanes();
        for (int i = from; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), v[i]);
        }
        return lanes.merged();
    }

    @Override
    public void sigmoidCrossEntropy(float[] x, float[] z, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.sigmoidCrossEntropy(x[i], z[i]);
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(float[] x, float[] z, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.sigmoidCrossEntropyGradient(x[i], z[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.sigmoid(x[i]);
        }
    }

    @Override
    public void logSumExp(float[][] x, float[] max, float[] logSum, int from, int to) {
        for (int i = from; i < to; i++) {
            int best = Scalar32.argmax(x, i);
            float largest = x[best][i];
            logSum[i] = Scalar32.logSumExp(x, best, i);
            max[i] = largest;
        }
    }

    @Override
    public void softmaxCrossEntropyTerms(
            float[] x, float[] z, float[] max, float[] logSum, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.softmaxCrossEntropyTerm(x[i], z[i], max[i], logSum[i]);
        }
    }

    @Override
    public void softmaxCrossEntropyTerms(float[] x, float[] z, float max, float logSum, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.softmaxCrossEntropyTerm(x[i], z[i], max, logSum);
        }
    }

    @Override
    public void softmax(float[] x, float[] max, float[] logSum, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.expCapped((x[i] - max[i]) - logSum[i]);
        }
    }

    @Override
    public void softmax(float[] x, float max, float logSum, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Scalar32.expCapped((x[i] - max) - logSum);
        }
    }

    @Override
    public float max(float[] x, int from, int to) {
        float best = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            best = Float.isNaN(x[i]) ? best : Math.max(best, x[i]);
        }
        return best;
    }

    @Override
    public float min(float[] x, int from, int to) {
        float best = Float.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            best = Float.isNaN(x[i]) ? best : Math.min(best, x[i]);
        }
        return best;
    }

    @Override
    public double sumExp(float[] x, double max, int from, int to) {
        var lanes = new Lanes();
        for (int i = from; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), Scalar64.expCapped(x[i] - max));
        }
        return lanes.merged().value();
    }

    @Override
    public Sum sum(float[] v, int from, int to) {
        var lanes = new Lanes();
        for (int i = from; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), v[i]);
        }
        return lanes.merged();
    }

    @Override
    public Sum sumAsFloat(double[] v, int from, int to) {
        var lanes = new Lanes();
        for (int i = from; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), (float) v[i]);
        }
        return lanes.merged();
    }
}
