package lossloupe.kernel;

import java.util.function.Supplier;

/// The version over vectors of the machine's preferred width. [Heat] decides how much of a span each loop gets; the
/// scalar twin does the rest.
final class VectorKernels implements Kernels {
    private static final Kernels SCALAR = KernelChoice.SCALAR;

    private final Heat sigmoidCrossEntropy64;
    private final Heat sigmoidGradient64;
    private final Heat sigmoid64;
    private final Heat logSumExp64;
    private final Heat terms64;
    private final Heat rowTerms64;
    private final Heat softmax64;
    private final Heat rowSoftmax64;
    private final Heat max64;
    private final Heat min64;
    private final Heat sumExp64;
    private final Heat sum64;
    private final Heat sigmoidCrossEntropy32;
    private final Heat sigmoidGradient32;
    private final Heat sigmoid32;
    private final Heat logSumExp32;
    private final Heat terms32;
    private final Heat rowTerms32;
    private final Heat softmax32;
    private final Heat rowSoftmax32;
    private final Heat max32;
    private final Heat min32;
    private final Heat sumExp32;
    private final Heat sum32;
    private final Heat sumAsFloat;

    VectorKernels() {
        this(Heat::cold);
    }

    /// For tests and warming up, which want vectors from the first element on.
    VectorKernels(Supplier<Heat> heat) {
        sigmoidCrossEntropy64 = heat.get();
        sigmoidGradient64 = heat.get();
        sigmoid64 = heat.get();
        logSumExp64 = heat.get();
        terms64 = heat.get();
        rowTerms64 = heat.get();
        softmax64 = heat.get();
        rowSoftmax64 = heat.get();
        max64 = heat.get();
        min64 = heat.get();
        sumExp64 = heat.get();
        sum64 = heat.get();
        sigmoidCrossEntropy32 = heat.get();
        sigmoidGradient32 = heat.get();
        sigmoid32 = heat.get();
        logSumExp32 = heat.get();
        terms32 = heat.get();
        rowTerms32 = heat.get();
        softmax32 = heat.get();
        rowSoftmax32 = heat.get();
        max32 = heat.get();
        min32 = heat.get();
        sumExp32 = heat.get();
        sum32 = heat.get();
        sumAsFloat = heat.get();
    }

    @Override
    public String name() {
        return "vector " + Vector64.SPECIES.vectorBitSize();
    }

    @Override
    public void sigmoidCrossEntropy(double[] x, double[] z, double[] out, int from, int to) {
        int done = sigmoidCrossEntropy64.run(from, to, 1, (a, b) -> Sigmoid64.crossEntropy(x, z, out, a, b));
        SCALAR.sigmoidCrossEntropy(x, z, out, done, to);
    }

    @Override
    public void sigmoidCrossEntropyGradient(double[] x, double[] z, double[] out, int from, int to) {
        int done = sigmoidGradient64.run(from, to, 1, (a, b) -> Sigmoid64.gradient(x, z, out, a, b));
        SCALAR.sigmoidCrossEntropyGradient(x, z, out, done, to);
    }

    @Override
    public void sigmoid(double[] x, double[] out, int from, int to) {
        int done = sigmoid64.run(from, to, 1, (a, b) -> Sigmoid64.sigmoid(x, out, a, b));
        SCALAR.sigmoid(x, out, done, to);
    }

    @Override
    public void logSumExp(double[][] x, double[] max, double[] logSum, int from, int to) {
        int done = logSumExp64.run(from, to, x.length, (a, b) -> Softmax64.logSumExp(x, max, logSum, a, b));
        SCALAR.logSumExp(x, max, logSum, done, to);
    }

    @Override
    public void softmaxCrossEntropyTerms(
            double[] x, double[] z, double[] max, double[] logSum, double[] out, int from, int to) {
        int done = terms64.run(from, to, 1, (a, b) -> Softmax64.terms(x, z, max, logSum, out, a, b));
        SCALAR.softmaxCrossEntropyTerms(x, z, max, logSum, out, done, to);
    }

    @Override
    public void softmaxCrossEntropyTerms(
            double[] x, double[] z, double max, double logSum, double[] out, int from, int to) {
        int done = rowTerms64.run(from, to, 1, (a, b) -> Softmax64.terms(x, z, max, logSum, out, a, b));
        SCALAR.softmaxCrossEntropyTerms(x, z, max, logSum, out, done, to);
    }

    @Override
    public void softmax(double[] x, double[] max, double[] logSum, double[] out, int from, int to) {
        int done = softmax64.run(from, to, 1, (a, b) -> Softmax64.softmax(x, max, logSum, out, a, b));
        SCALAR.softmax(x, max, logSum, out, done, to);
    }

    @Override
    public void softmax(double[] x, double max, double logSum, double[] out, int from, int to) {
        int done = rowSoftmax64.run(from, to, 1, (a, b) -> Softmax64.softmax(x, max, logSum, out, a, b));
        SCALAR.softmax(x, max, logSum, out, done, to);
    }

    @Override
    public double max(double[] x, int from, int to) {
        double[] found = {Double.NEGATIVE_INFINITY};
        int done = max64.run(from, to, 1, (a, b) -> VectorExtremes.max(x, found, a, b));
        return Math.max(found[0], SCALAR.max(x, done, to));
    }

    @Override
    public double min(double[] x, int from, int to) {
        double[] found = {Double.POSITIVE_INFINITY};
        int done = min64.run(from, to, 1, (a, b) -> VectorExtremes.min(x, found, a, b));
        return Math.min(found[0], SCALAR.min(x, done, to));
    }

    @Override
    public double sumExp(double[] x, double max, int from, int to) {
        var lanes = new Lanes();
        int done = sumExp64.run(from, to, 1, (a, b) -> VectorSums.sumExp(x, max, lanes, a, b));
        for (int i = done; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), Scalar64.expCapped(x[i] - max));
        }
        return lanes.merged().value();
    }

    @Override
    public Sum sum(double[] v, int from, int to) {
        var lanes = new Lanes();
        int done = sum64.run(from, to, 1, (a, b) -> VectorSums.sum(v, lanes, a, b));
        for (int i = done; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), v[i]);
        }
        return lanes.merged();
    }

    @Override
    public void sigmoidCrossEntropy(float[] x, float[] z, float[] out, int from, int to) {
        int done = sigmoidCrossEntropy32.run(from, to, 1, (a, b) -> Sigmoid32.crossEntropy(x, z, out, a, b));
        SCALAR.sigmoidCrossEntropy(x, z, out, done, to);
    }

    @Override
    public void sigmoidCrossEntropyGradient(float[] x, float[] z, float[] out, int from, int to) {
        int done = sigmoidGradient32.run(from, to, 1, (a, b) -> Sigmoid32.gradient(x, z, out, a, b));
        SCALAR.sigmoidCrossEntropyGradient(x, z, out, done, to);
    }

    @Override
    public void sigmoid(float[] x, float[] out, int from, int to) {
        int done = sigmoid32.run(from, to, 1, (a, b) -> Sigmoid32.sigmoid(x, out, a, b));
        SCALAR.sigmoid(x, out, done, to);
    }

    @Override
    public void logSumExp(float[][] x, float[] max, float[] logSum, int from, int to) {
        int done = logSumExp32.run(from, to, x.length, (a, b) -> Softmax32.logSumExp(x, max, logSum, a, b));
        SCALAR.logSumExp(x, max, logSum, done, to);
    }

    @Override
    public void softmaxCrossEntropyTerms(
            float[] x, float[] z, float[] max, float[] logSum, float[] out, int from, int to) {
        int done = terms32.run(from, to, 1, (a, b) -> Softmax32.terms(x, z, max, logSum, out, a, b));
        SCALAR.softmaxCrossEntropyTerms(x, z, max, logSum, out, done, to);
    }

    @Override
    public void softmaxCrossEntropyTerms(float[] x, float[] z, float max, float logSum, float[] out, int from, int to) {
        int done = rowTerms32.run(from, to, 1, (a, b) -> Softmax32.terms(x, z, max, logSum, out, a, b));
        SCALAR.softmaxCrossEntropyTerms(x, z, max, logSum, out, done, to);
    }

    @Override
    public void softmax(float[] x, float[] max, float[] logSum, float[] out, int from, int to) {
        int done = softmax32.run(from, to, 1, (a, b) -> Softmax32.softmax(x, max, logSum, out, a, b));
        SCALAR.softmax(x, max, logSum, out, done, to);
    }

    @Override
    public void softmax(float[] x, float max, float logSum, float[] out, int from, int to) {
        int done = rowSoftmax32.run(from, to, 1, (a, b) -> Softmax32.softmax(x, max, logSum, out, a, b));
        SCALAR.softmax(x, max, logSum, out, done, to);
    }

    @Override
    public float max(float[] x, int from, int to) {
        float[] found = {Float.NEGATIVE_INFINITY};
        int done = max32.run(from, to, 1, (a, b) -> VectorExtremes.max(x, found, a, b));
        return Math.max(found[0], SCALAR.max(x, done, to));
    }

    @Override
    public float min(float[] x, int from, int to) {
        float[] found = {Float.POSITIVE_INFINITY};
        int done = min32.run(from, to, 1, (a, b) -> VectorExtremes.min(x, found, a, b));
        return Math.min(found[0], SCALAR.min(x, done, to));
    }

    @Override
    public double sumExp(float[] x, double max, int from, int to) {
        var lanes = new Lanes();
        int done = sumExp32.run(from, to, 1, (a, b) -> VectorSums.sumExp(x, max, lanes, a, b));
        for (int i = done; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), Scalar64.expCapped(x[i] - max));
        }
        return lanes.merged().value();
    }

    @Override
    public Sum sum(float[] v, int from, int to) {
        var lanes = new Lanes();
        int done = sum32.run(from, to, 1, (a, b) -> VectorSums.sum(v, lanes, a, b));
        for (int i = done; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), v[i]);
        }
        return lanes.merged();
    }

    @Override
    public Sum sumAsFloat(double[] v, int from, int to) {
        var lanes = new Lanes();
        int done = sumAsFloat.run(from, to, 1, (a, b) -> VectorSums.sumAsFloat(v, lanes, a, b));
        for (int i = done; i < to; i++) {
            lanes.add((i - from) & (Lanes.COUNT - 1), (float) v[i]);
        }
        return lanes.merged();
    }
}
