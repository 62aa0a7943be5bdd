package lossloupe.reduce;

import java.util.List;
import java.util.function.ToIntFunction;
import lossloupe.tensor.Axis;

/// Where a cell lies in an array that has some of the axes; coordinates along others do not count.
public record Strides(long example, long cls, long position) {
    /// Strides of an array in C order.
    ///
    /// @param size of each axis; an axis of size 1 is broadcast
    public static Strides of(List<Axis> axes, ToIntFunction<Axis> size) {
        var strides = new Strides(0, 0, 0);
        long stride = 1;
        for (var axis : axes.reversed()) {
            int n = size.applyAsInt(axis);
            strides = strides.with(axis, n == 1 ? 0 : stride);
            stride *= n;
        }
        return strides;
    }

    /// Index of a cell in the flat array.
    public long flat(int exampleIndex, int clsIndex, int positionIndex) {
        return exampleIndex * example + clsIndex * cls + positionIndex * position;
    }

    private Strides with(Axis axis, long stride) {
        return switch (axis) {
            case BATCH -> new Strides(stride, cls, position);
            case CLASS -> new Strides(example, stride, position);
            case POSITION -> new Strides(example, cls, stride);
        };
    }
}
