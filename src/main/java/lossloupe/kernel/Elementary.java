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

    /// What `step` makes of the cross-entropy of x against z with σ(x) and σ(−x) of the same exponential.
    void ofCrossEntropyAndSigmoids(double[] x, double[] z, double[] out, DoubleStep step, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void ofCrossEntropyAndSigmoids(float[] x, float[] z, float[] out, FloatStep step, int from, int to);

    /// Replaces the cross-entropy of n cells. It is given some at a time, in arrays that stay in the L1 cache and
    /// start with the first of these cells.
    interface DoubleStep {
        void replace(double[] crossEntropy, double[] p, double[] q, double[] z, int n);
    }

    /// As for doubles, in float32 arithmetic.
    interface FloatStep {
        void replace(float[] crossEntropy, float[] p, float[] q, float[] z, int n);
    }
}
