package lossloupe.loss;

import lossloupe.kernel.Elementary;
import lossloupe.kernel.Functions;
import lossloupe.kernel.Kernels;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// What the losses on sigmoids share.
final class Sigmoids {
    private static final Kernels KERNELS = Kernels.lookup();
    private static final Elementary ELEMENTARY = Elementary.lookup();

    private Sigmoids() {}

    static Chunk probabilities(Chunk logits, DType dtype) {
        int n = logits.length();
        if (dtype == DType.FLOAT32) {
            var out = new float[n];
            KERNELS.sigmoid(Inputs.floats(logits), out, 0, n);
            return Chunk.of(out);
        }
        return Chunk.of(of(Inputs.doubles(logits)));
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

    /// σ(x).
    static double[] of(double[] x) {
        var out = new double[x.length];
        KERNELS.sigmoid(x, out, 0, x.length);
        return out;
    }

    /// σ(x) in float32 arithmetic, of numbers rounded to float32.
    static float[] inFloat32(double[] x) {
        var out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) x[i];
        }
        KERNELS.sigmoid(out, out, 0, x.length);
        return out;
    }

    /// ln(1 + e^−|x|).
    static double[] tails(double[] x) {
        var out = new double[x.length];
        ELEMENTARY.tail(x, out, 0, x.length);
        return out;
    }

    /// The cross-entropy of x against z.
    static double[] crossEntropy(double[] x, double[] z) {
        var out = new double[x.length];
        KERNELS.sigmoidCrossEntropy(x, z, out, 0, x.length);
        return out;
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

    /// x·y with 0·∞ = 0: a factor of zero removes.
    static double times(double factor, double value) {
        return factor == 0 ? 0 : factor * value;
    }
}
