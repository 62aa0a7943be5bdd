package lossloupe.kernel;

/// Loops of elementary functions, for losses that have no loop of their own in [Kernels]. Bits are those of
/// [Functions], whichever version runs.
public interface Elementary {
    /// The fastest version this JVM can run.
    static Elementary lookup() {
        return KernelChoice.ELEMENTARY;
    }

    /// e^x.
    void exp(double[] x, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void exp(float[] x, float[] out, int from, int to);

    /// The natural logarithm.
    void log(double[] x, double[] out, int from, int to);

    /// The natural logarithm, in float32 arithmetic.
    void log(float[] x, float[] out, int from, int to);

    /// `log(1 + e^−|x|)`: softplus without its linear part.
    void tail(double[] x, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void tail(float[] x, float[] out, int from, int to);

    /// σ(x) and σ(−x) of one exponential: 1 − σ(x) without its cancellation.
    void sigmoids(double[] x, double[] p, double[] q, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void sigmoids(float[] x, float[] p, float[] q, int from, int to);

    /// The cross-entropy of x against z, with σ(x) and σ(−x) of the same exponential.
    void crossEntropyAndSigmoids(double[] x, double[] z, double[] out, double[] p, double[] q, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void crossEntropyAndSigmoids(float[] x, float[] z, float[] out, float[] p, float[] q, int from, int to);
}
