package lossloupe.loss;

import lossloupe.kernel.Functions;
import lossloupe.kernel.Kernels;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// What the losses on sigmoids share.
final class Sigmoids {
    private static final Kernels KERNELS = Kernels.lookup();

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

    /// σ(x).
    static double[] of(double[] x) {
        var out = new double[x.length];
        KERNELS.sigmoid(x, out, 0, x.length);
        return out;
    }

    /// σ(−x), which 1 − σ(x) is but for cancellation.
    static double[] complement(double[] x) {
        var negative = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            negative[i] = -x[i];
        }
        return of(negative);
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
