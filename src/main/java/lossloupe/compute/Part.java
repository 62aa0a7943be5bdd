package lossloupe.compute;

import lossloupe.kernel.Kernels;
import lossloupe.kernel.Sum;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;

/// A computed chunk and its compensated sum.
record Part(Chunk values, Sum sum) {
    private static final Kernels KERNELS = Kernels.lookup();
    private static final double[] NO_DOUBLES = {};
    private static final float[] NO_FLOATS = {};

    /// @param values in float64 or float32
    static Part of(Chunk values) {
        // Asked for here, where chunks are computed in parallel: every picture needs the extremes later.
        values.extremes(0, values.length(), new Extremes());
        return new Part(values, sum(values));
    }

    /// The sum after rounding each element to float32, as `tf.losses` casts them.
    Sum sumAsFloat() {
        return values.dtype() == DType.FLOAT32
                ? sum
                : KERNELS.sumAsFloat(values.asDoubles(NO_DOUBLES), 0, values.length());
    }

    private static Sum sum(Chunk values) {
        return values.dtype() == DType.FLOAT32
                ? KERNELS.sum(values.asFloats(NO_FLOATS), 0, values.length())
                : KERNELS.sum(values.asDoubles(NO_DOUBLES), 0, values.length());
    }
}
