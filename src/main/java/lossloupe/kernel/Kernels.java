package lossloupe.kernel;

/// The loops over spans of numbers. All spans are half open, `out` may be one of the inputs, and nothing outside the
/// span is written. Both versions give the same bits.
public interface Kernels {

    /// The fastest version this JVM can run, chosen once: vectors where `jdk.incubator.vector` is present.
    static Kernels lookup() {
        return KernelChoice.BEST;
    }

    /// The scalar twin, which needs nothing but the language.
    static Kernels scalar() {
        return KernelChoice.SCALAR;
    }

    /// For people: "scalar", "vector 512".
    String name();

    /// `(max(x,0) − x·z) + log1p(e^−|x|)`, and its limit at infinite x.
    void sigmoidCrossEntropy(double[] x, double[] z, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void sigmoidCrossEntropy(float[] x, float[] z, float[] out, int from, int to);

    /// `(1−z)·σ(x) − z·σ(−x)`: σ(x) − z without its cancellation.
    void sigmoidCrossEntropyGradient(double[] x, double[] z, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void sigmoidCrossEntropyGradient(float[] x, float[] z, float[] out, int from, int to);

    /// `1 / (1 + e^−x)`.
    void sigmoid(double[] x, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void sigmoid(float[] x, float[] out, int from, int to);

    /// Over the first index of x (classes), for each position p of the span: `max[p]` the largest logit and
    /// `logSum[p] = log Σ e^(x[c][p] − max[p])`. The sum leaves the term of the (first) maximum out and log1p puts
    /// it back, so that tiny logarithms keep their digits. NaN where a logit is NaN or the maximum infinite.
    void logSumExp(double[][] x, double[] max, double[] logSum, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void logSumExp(float[][] x, float[] max, float[] logSum, int from, int to);

    /// `z·(logSum − (x − max))` for one class, with 0·∞ = 0, the limit for a class that has no label and no
    /// probability.
    void softmaxCrossEntropyTerms(
            double[] x, double[] z, double[] max, double[] logSum, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void softmaxCrossEntropyTerms(float[] x, float[] z, float[] max, float[] logSum, float[] out, int from, int to);

    /// The same along a row that is one fibre, with its one maximum and logarithm.
    void softmaxCrossEntropyTerms(double[] x, double[] z, double max, double logSum, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void softmaxCrossEntropyTerms(float[] x, float[] z, float max, float logSum, float[] out, int from, int to);

    /// `e^((x − max) − logSum)` for one class.
    void softmax(double[] x, double[] max, double[] logSum, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void softmax(float[] x, float[] max, float[] logSum, float[] out, int from, int to);

    /// The same along a row that is one fibre, with its one maximum and logarithm.
    void softmax(double[] x, double max, double logSum, double[] out, int from, int to);

    /// As for doubles, in float32 arithmetic.
    void softmax(float[] x, float max, float logSum, float[] out, int from, int to);

    /// The largest value, NaN skipped, 0 above −0; −∞ where there is none.
    double max(double[] x, int from, int to);

    /// The largest value, NaN skipped, 0 above −0; −∞ where there is none.
    float max(float[] x, int from, int to);

    /// The smallest value, NaN skipped, −0 below 0; ∞ where there is none.
    double min(double[] x, int from, int to);

    /// The smallest value, NaN skipped, −0 below 0; ∞ where there is none.
    float min(float[] x, int from, int to);

    /// `Σ e^(x − max)` in the order of [#sum], for `max` not less than any x; 0 for an empty span.
    double sumExp(double[] x, double max, int from, int to);

    /// `Σ e^(x − max)` with each float widened first, in the order of [#sum]; 0 for an empty span.
    double sumExp(float[] x, double max, int from, int to);

    /// The compensated sum in a fixed order: element i goes to lane (i − from) mod 8, lanes are merged from 0 to 7.
    Sum sum(double[] v, int from, int to);

    /// As for doubles; floats are widened, which is exact.
    Sum sum(float[] v, int from, int to);

    /// As for doubles, with each element rounded to float32 first (the cast inside `tf.losses`).
    Sum sumAsFloat(double[] v, int from, int to);
}
