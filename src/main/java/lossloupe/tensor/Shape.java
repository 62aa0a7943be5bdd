package lossloupe.tensor;

import java.util.EnumSet;
import java.util.Set;

/// The sizes b, n and l of labels and logits, independent of their order in memory.
///
/// @param batch number of examples, at least 1
/// @param classes number of classes, at least 1
/// @param length number of positions, at least 1
/// @param batching whether the arrays carry a batch axis; without one `batch` is 1
public record Shape(int batch, int classes, int length, Batching batching) {
    public Shape {
        if (batch < 1 || classes < 1 || length < 1) {
            throw new IllegalArgumentException("sizes must be at least 1: " + batch + ", " + classes + ", " + length);
        }
        if (batching == Batching.UNBATCHED && batch != 1) {
            throw new IllegalArgumentException("an unbatched shape has one example, not " + batch);
        }
    }

    /// Number of elements, b·n·l.
    public long size() {
        return (long) batch * classes * length;
    }

    /// This shape with size 1 along some axes.
    public Shape without(Set<Axis> axes) {
        return new Shape(
                axes.contains(Axis.BATCH) ? 1 : batch,
                axes.contains(Axis.CLASS) ? 1 : classes,
                axes.contains(Axis.POSITION) ? 1 : length,
                batching);
    }

    /// This shape with size 1 along all other axes.
    public Shape only(Set<Axis> axes) {
        var others = EnumSet.allOf(Axis.class);
        others.removeAll(axes);
        return without(others);
    }

    /// The shape of arrays whose two axes are exchanged.
    public Shape exchanged(Axis a, Axis b) {
        return new Shape(
                size(partner(Axis.BATCH, a, b)),
                size(partner(Axis.CLASS, a, b)),
                size(partner(Axis.POSITION, a, b)),
                batching);
    }

    private static Axis partner(Axis axis, Axis a, Axis b) {
        return axis == a ? b : axis == b ? a : axis;
    }

    public int size(Axis axis) {
        return switch (axis) {
            case BATCH -> batch;
            case CLASS -> classes;
            case POSITION -> length;
        };
    }
}
