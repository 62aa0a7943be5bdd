package lossloupe.loss;

import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Elementary;
import lossloupe.kernel.Functions;
import lossloupe.kernel.Kernels;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// What the losses on sigmoids share.
final class Sigmoids {
    private static final Kernels KERNELS = Kernels.lookup();
    private static final Elementary ELEMENTARY = Elementary.lookup();
    private static final Chunk ZEROS_64 = Chunk.of(new double[Chunk.SIZE]);
    private static final Chunk ZEROS_32 = Chunk.of(new float[Chunk.SIZE]);

    private Sigmoids() {}

    static Chunk probabilities(Chunk logits, DType dtype) {
        return dtype == DType.FLOAT32 ? Chunk.of(of(Inputs.floats(logits))) : Chunk.of(of(Inputs.doubles(logits)));
    }

    /// σ(x), and σ(−x), which 1 − σ(x) is but for cancellation.
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Pair(double[] p, double[] q) {
        static Pair of(double[] x) {
            var pair = new Pair(new double[x.length], new double[x.length]);
            ELEMENTARY.sigmoids(x, pair.p, pair.q, 0, x.length);
            return pair;
        }
    }

    /// The same in float32 arithmetic.
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record FloatPair(float[] p, float[] q) {
        static FloatPair of(float[] x) {
            var pair = new FloatPair(new float[x.length], new float[x.length]);
            ELEMENTARY.sigmoids(x, pair.p, pair.q, 0, x.length);
            return pair;
        }
    }

    /// σ(x).
    static double[] of(double[] x) {
        var out = new double[x.length];
        KERNELS.sigmoid(x, out, 0, x.length);
        return out;
    }

    /// σ(x).
    static float[] of(float[] x) {
        var out = new float[x.length];
        KERNELS.sigmoid(x, out, 0, x.length);
        return out;
    }

    /// ln(1 + e^−|x|).
    static double[] tails(double[] x) {
        var out = new double[x.length];
        ELEMENTARY.tail(x, out, 0, x.length);
        return out;
    }

    /// ln(1 + e^−|x|).
    static float[] tails(float[] x) {
        var out = new float[x.length];
        ELEMENTARY.tail(x, out, 0, x.length);
        return out;
    }

    /// The cross-entropy of x against z.
    static double[] crossEntropy(double[] x, double[] z) {
        var out = new double[x.length];
        KERNELS.sigmoidCrossEntropy(x, z, out, 0, x.length);
        return out;
    }

    /// The derivative p − z of cross-entropy without cancellation, from p = σ(x) and q = σ(−x).
    static double slope(double p, double q, double z) {
        return (1 - z) * p - z * q;
    }

    /// The least value of a·softplus(x) + b·softplus(−x), which is at p = b/(a+b): for a = 1−z and b = z the binary
    /// entropy of z. None for negative factors.
    static double floor(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        if (a < 0 || b < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return a == 0 || b == 0 ? 0 : a * Functions.log1p(b / a) + b * Functions.log1p(a / b);
    }

    /// The least values at every label. Most labels are 0 or 1, for which they are found once; where both are zero,
    /// as without parameters, chunks of such labels share theirs.
    static Chunk floors(Chunk labels, DType dtype, DoubleUnaryOperator floor) {
        double ofZero = floor.applyAsDouble(0);
        double ofOne = floor.applyAsDouble(1);
        int n = labels.length();
        if (ofZero == 0 && ofOne == 0 && n == Chunk.SIZE && Inputs.areHard(labels)) {
            return dtype == DType.FLOAT32 ? ZEROS_32 : ZEROS_64;
        }
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            double z = labels.get(i);
            out[i] = Inputs.isHard(z) ? (z == 0 ? ofZero : ofOne) : floor.applyAsDouble(z);
        }
        return Chunk.of(out).as(dtype);
    }

    /// x·y with 0·∞ = 0: a factor of zero removes.
    static double times(double factor, double value) {
        return factor == 0 ? 0 : factor * value;
    }
}
