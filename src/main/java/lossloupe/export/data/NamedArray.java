package lossloupe.export.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossloupe.compute.Evaluation;
import lossloupe.document.Document;
import lossloupe.io.NumpyType;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;
import org.jspecify.annotations.Nullable;

/// One array to be written, in one layout.
///
/// @param axes outermost first
/// @param sizes of the axes
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NamedArray(String name, List<Axis> axes, int[] sizes, NumpyType type, Layout layout, Quantity.Reader reader) {
    /// @param type null for the narrowest that holds what is stored
    static NamedArray of(Quantity quantity, Evaluation evaluation, DataFormat format, @Nullable NumpyType type) {
        var document = evaluation.document();
        var layout = new Layout(document.shape(), format);
        var axes = layout.axes().stream().filter(quantity::has).toList();
        return new NamedArray(
                quantity.id(),
                axes,
                axes.stream().mapToInt(layout.shape()::size).toArray(),
                type == null ? stored(quantity, document) : type,
                new Layout(
                        quantity.dropsClasses() ? document.shape().without(Set.of(Axis.CLASS)) : document.shape(),
                        format),
                quantity.of(evaluation));
    }

    private static NumpyType stored(Quantity quantity, Document document) {
        var planes = switch (quantity) {
            case SERIES -> document.examples().stream().map(e -> e.series());
            case LABELS -> document.examples().stream().flatMap(e -> e.labels().stream());
            case LOGITS -> document.examples().stream().flatMap(e -> e.logits().stream());
            default -> Stream.<Plane>of();
        };
        var types = planes.map(Plane::dtype).distinct().toList();
        if (types.isEmpty()) {
            boolean single = quantity != Quantity.WEIGHTS && document.setup().dtype() == DType.FLOAT32;
            return single ? NumpyType.FLOAT32 : NumpyType.FLOAT64;
        }
        if (types.contains(DType.FLOAT64)) {
            return NumpyType.FLOAT64;
        }
        return types.contains(DType.FLOAT32) ? NumpyType.FLOAT32 : NumpyType.UINT8;
    }

    double at(int flat) {
        var cell = layout.cellAt(flat);
        return reader.at(cell.example(), cell.cls(), cell.position());
    }

    String description() {
        var letters = axes.stream().map(Axis::symbol).collect(Collectors.joining(", ", "[", "]"));
        return name + "  " + letters + " = " + Arrays.toString(sizes) + "  " + type.id();
    }

    int size() {
        int size = 1;
        for (int s : sizes) {
            size = Math.multiplyExact(size, s);
        }
        return size;
    }

    /// The first number that the type cannot hold: a fraction or a negative number in integers; NaN where there is
    /// none.
    double misfit() {
        boolean whole = type.kind() == NumpyType.Kind.INTEGER || type.kind() == NumpyType.Kind.BOOL;
        boolean unsigned = type.id().startsWith("u") || type == NumpyType.BOOL;
        double most = type == NumpyType.BOOL ? 1 : Math.pow(2, 8.0 * type.bytes() - (unsigned ? 0 : 1)) - 1;
        for (int i = 0; whole && i < size(); i++) {
            double value = at(i);
            if (value != Math.rint(value) || value > most || value < (unsigned ? 0 : -most - 1)) {
                return value;
            }
        }
        return Double.NaN;
    }
}
