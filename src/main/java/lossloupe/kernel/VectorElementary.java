package lossloupe.kernel;

import java.util.function.Supplier;

/// The version over vectors; see [VectorKernels] for how much of a span each loop gets.
final class VectorElementary implements Elementary {
    private static final Elementary SCALAR = new ScalarElementary();

    private final Heat exp64;
    private final Heat exp32;
    private final Heat log64;
    private final Heat log32;
    private final Heat tail64;
    private final Heat tail32;
    private final Heat sigmoids64;
    private final Heat sigmoids32;
    private final Heat crossEntropyAndSigmoids64;
    private final Heat crossEntropyAndSigmoids32;

    VectorElementary() {
        this(Heat::cold);
    }

    /// For tests, which want vectors from the first element on.
    VectorElementary(Supplier<Heat> heat) {
        exp64 = heat.get();
        exp32 = heat.get();
        log64 = heat.get();
        log32 = heat.get();
        tail64 = heat.get();
        tail32 = heat.get();
        sigmoids64 = heat.get();
        sigmoids32 = heat.get();
        crossEntropyAndSigmoids64 = heat.get();
        crossEntropyAndSigmoids32 = heat.get();
    }

    @Override
    public void exp(double[] x, double[] out, int from, int to) {
        int done = exp64.run(from, to, 1, (a, b) -> Tile64.exp(x, out, a, b));
        SCALAR.exp(x, out, done, to);
    }

    @Override
    public void exp(float[] x, float[] out, int from, int to) {
        int done = exp32.run(from, to, 1, (a, b) -> Tile32.exp(x, out, a, b));
        SCALAR.exp(x, out, done, to);
    }

    @Override
    public void log(double[] x, double[] out, int from, int to) {
        int done = log64.run(from, to, 1, (a, b) -> LogTile64.log(x, out, a, b));
        SCALAR.log(x, out, done, to);
    }

    @Override
    public void log(float[] x, float[] out, int from, int to) {
        int done = log32.run(from, to, 1, (a, b) -> LogTile32.log(x, out, a, b));
        SCALAR.log(x, out, done, to);
    }

    @Override
    public void tail(double[] x, double[] out, int from, int to) {
        int done = tail64.run(from, to, 1, (a, b) -> Sigmoid64.tail(x, out, a, b));
        SCALAR.tail(x, out, done, to);
    }

    @Override
    public void tail(float[] x, float[] out, int from, int to) {
        int done = tail32.run(from, to, 1, (a, b) -> Sigmoid32.tail(x, out, a, b));
        SCALAR.tail(x, out, done, to);
    }

    @Override
    public void sigmoids(double[] x, double[] p, double[] q, int from, int to) {
        int done = sigmoids64.run(from, to, 1, (a, b) -> Sigmoid64.sigmoids(x, p, q, a, b));
        SCALAR.sigmoids(x, p, q, done, to);
    }

    @Override
    public void sigmoids(float[] x, float[] p, float[] q, int from, int to) {
        int done = sigmoids32.run(from, to, 1, (a, b) -> Sigmoid32.sigmoids(x, p, q, a, b));
        SCALAR.sigmoids(x, p, q, done, to);
    }

    @Override
    public void ofCrossEntropyAndSigmoids(double[] x, double[] z, double[] out, DoubleStep step, int from, int to) {
        int done = crossEntropyAndSigmoids64.run(
                from, to, 1, (a, b) -> Sigmoid64.ofCrossEntropyAndSigmoids(x, z, out, step, a, b));
        SCALAR.ofCrossEntropyAndSigmoids(x, z, out, step, done, to);
    }

    @Override
    public void ofCrossEntropyAndSigmoids(float[] x, float[] z, float[] out, FloatStep step, int from, int to) {
        int done = crossEntropyAndSigmoids32.run(
                from, to, 1, (a, b) -> Sigmoid32.ofCrossEntropyAndSigmoids(x, z, out, step, a, b));
        SCALAR.ofCrossEntropyAndSigmoids(x, z, out, step, done, to);
    }
}
