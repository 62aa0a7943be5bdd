package lossloupe.tensor;

import java.util.List;
import java.util.stream.Collectors;

/// A shape together with the order of its axes: where a cell lies in memory. A view; no data move when it changes.
public record Layout(Shape shape, DataFormat format) {
    /// A cell by its coordinates, whatever the layout.
    public record Cell(int example, int cls, int position) {
        public int along(Axis axis) {
            return switch (axis) {
                case BATCH -> example;
                case CLASS -> cls;
                case POSITION -> position;
            };
        }

        public Cell with(Axis axis, int index) {
            return switch (axis) {
                case BATCH -> new Cell(index, cls, position);
                case CLASS -> new Cell(example, index, position);
                case POSITION -> new Cell(example, cls, index);
            };
        }
    }

    /// The axes that the arrays really have, outermost first.
    public List<Axis> axes() {
        return shape.batching() == Batching.BATCHED
                ? format.axes()
                : format.axes().subList(1, format.axes().size());
    }

    /// The axis that a framework reaches by a negative number; `axisAt(-1)` is the last one.
    public Axis axisAt(int negative) {
        return axes().get(axes().size() + negative);
    }

    /// Index of `axis` in [#axes], or -1 where it is absent.
    public int indexOf(Axis axis) {
        return axes().indexOf(axis);
    }

    /// Sizes in memory order, as in `array.shape`.
    public int[] sizes() {
        return axes().stream().mapToInt(shape::size).toArray();
    }

    /// Distance in elements between neighbours along `axis`.
    public long stride(Axis axis) {
        var all = format.axes();
        long stride = 1;
        for (int i = all.size() - 1; all.get(i) != axis; i--) {
            stride *= shape.size(all.get(i));
        }
        return stride;
    }

    /// Strides in elements, in the order of [#axes].
    public long[] strides() {
        return axes().stream().mapToLong(this::stride).toArray();
    }

    /// Position of a cell in the flat buffer.
    public long flat(int example, int cls, int position) {
        return example * stride(Axis.BATCH) + cls * stride(Axis.CLASS) + position * stride(Axis.POSITION);
    }

    /// The cell at a place of the flat buffer; the inverse of [#flat].
    public Cell cellAt(long flat) {
        return new Cell(along(Axis.BATCH, flat), along(Axis.CLASS, flat), along(Axis.POSITION, flat));
    }

    /// The shape as NumPy prints it, as `[2, 5, 10]`.
    public String text() {
        return axes().stream().map(a -> Integer.toString(shape.size(a))).collect(Collectors.joining(", ", "[", "]"));
    }

    /// The shape in letters, as `[b, n, l]`.
    public String symbols() {
        return axes().stream().map(Axis::symbol).collect(Collectors.joining(", ", "[", "]"));
    }

    private int along(Axis axis, long flat) {
        return (int) (flat / stride(axis) % shape.size(axis));
    }
}
