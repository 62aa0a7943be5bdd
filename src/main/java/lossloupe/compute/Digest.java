package lossloupe.compute;

import lossloupe.kernel.Sum;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Extremes;

/// What is known of many values without reading them again: their sum and extremes. Digests are merged in order.
record Digest(Sum sum, double min, double max, boolean hasNaN) {
    static final Digest EMPTY = new Digest(Sum.ZERO, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false);

    static Digest of(Sum sum, Chunk values) {
        var range = new Extremes();
        values.extremes(0, values.length(), range);
        return new Digest(sum, range.min(), range.max(), range.hasNaN());
    }

    /// A digest that knows a sum alone.
    static Digest ofSum(Sum sum) {
        return new Digest(sum, EMPTY.min, EMPTY.max, false);
    }

    /// From a sum's two parts, the least and the greatest value, side by side.
    static Digest of(double[] numbers, int at, boolean hasNaN) {
        return new Digest(new Sum(numbers[at], numbers[at + 1]), numbers[at + 2], numbers[at + 3], hasNaN);
    }

    Digest plus(Digest other) {
        return new Digest(
                sum.plus(other.sum), Math.min(min, other.min), Math.max(max, other.max), hasNaN || other.hasNaN);
    }

    /// Adds the extremes to running ones.
    void extremes(Extremes into) {
        if (min <= max) {
            into.add(min);
            into.add(max);
        }
        if (hasNaN) {
            into.add(Double.NaN);
        }
    }
}
