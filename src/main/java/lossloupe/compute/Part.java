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
        return new Part(values, Digest.of(sum(values), values));
    }

    /// The sum after rounding each element to float32, as `tf.losses` casts them.
    Sum sumAsFloat() {
        return values.dtype() == DType.FLOAT32
                ? digest.sum()
                : KERNELS.sumAsFloat(values.asDoubles(NO_DOUBLES), 0, values.length());
    }

    private static Sum sum(Chunk values) {
        return values.dtype() == DType.FLOAT32
                ? KERNELS.sum(values.asFloats(NO_FLOATS), 0, values.length())
                : KERNELS.sum(values.asDoubles(NO_DOUBLES), 0, values.length());
    }
}
