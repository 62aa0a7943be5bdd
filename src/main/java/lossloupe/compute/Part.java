package lossloupe.compute;

import lossloupe.kernel.Kernels;
import lossloupe.kernel.Sum;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A computed chunk with its compensated sum and its extremes.
record Part(Chunk values, Digest digest) {
    private static final Kernels KERNELS = Kernels.lookup();
    private static final double[] NO_DOUBLES = {};
    private static final float[] NO_FLOATS = {};

    /// A part of computed values.
    ///
    /// @param values in float64 or float32
    static Part of(Chunk values) {
        return new Part(values, digest(values));
    }

    private static Digest digest(Chunk values) {
        int n = values.length();
        if (values.dtype() == DType.FLOAT32) {
            var numbers = values.asFloats(NO_FLOATS);
            var sum = KERNELS.sum(numbers, 0, n);
            return isFinite(sum)
                    ? new Digest(sum, KERNELS.min(numbers, 0, n), KERNELS.max(numbers, 0, n), false)
                    : Digest.of(sum, values);
        }
        var numbers = values.asDoubles(NO_DOUBLES);
        var sum = KERNELS.sum(numbers, 0, n);
        return isFinite(sum)
                ? new Digest(sum, KERNELS.min(numbers, 0, n), KERNELS.max(numbers, 0, n), false)
                : Digest.of(sum, values);
    }

    /// Then none of the numbers is NaN or infinite, and vectors find their extremes, without the pyramid that only
    /// pictures need.
    private static boolean isFinite(Sum sum) {
        return Double.isFinite(sum.high());
    }

    /// The sum after rounding each element to float32, as `tf.losses` casts them.
    Sum sumAsFloat() {
        return values.dtype() == DType.FLOAT32
                ? digest.sum()
                : KERNELS.sumAsFloat(values.asDoubles(NO_DOUBLES), 0, values.length());
    }
}
