package lossloupe.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lossloupe.document.Document;
import lossloupe.reduce.Strides;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Shape;

/// Weights between arrays, which have sizes, and documents, which have axes. An ignore mask becomes weights 0 where it
/// is set.
public final class WeightArrays {
    private static final Set<String> MASKS = Set.of("ignore", "ignore_mask");

    private WeightArrays() {}

    /// Names of arrays that say what to leave out instead of how much to count.
    static boolean isIgnoreMask(String name) {
        return MASKS.contains(name.toLowerCase(Locale.ROOT));
    }

    /// The weights of an array that keeps its shape.
    public static Weights raw(ArrayData array) {
        boolean inverted = isIgnoreMask(array.name());
        var values = new double[array.size()];
        Arrays.setAll(values, i -> factor(array, i, inverted));
        return WeightArray.of(array.shape(), values);
    }

    private static double factor(ArrayData array, int flat, boolean inverted) {
        double value = array.at(flat);
        return inverted ? value == 0 ? 1 : 0 : value;
    }

    /// Whether each dimension is 1 or as long as its axis.
    static boolean fits(ArrayData array, List<Axis> axes, Shape shape) {
        if (axes.size() != array.rank()) {
            return false;
        }
        for (int d = 0; d < axes.size(); d++) {
            if (array.length(d) != 1 && array.length(d) != shape.size(axes.get(d))) {
                return false;
            }
        }
        return true;
    }

    /// The factors of an array whose dimensions mean `axes`; those of length 1 are broadcast.
    static WeightGrid grid(ArrayData array, List<Axis> axes, Shape shape) {
        var strides = Strides.of(axes, axis -> array.length(axes.indexOf(axis)));
        var along = EnumSet.noneOf(Axis.class);
        axes.stream().filter(a -> array.length(axes.indexOf(a)) > 1).forEach(along::add);
        boolean inverted = isIgnoreMask(array.name());
        return WeightGrid.generate(along, shape, (e, c, p) -> factor(array, (int) strides.flat(e, c, p), inverted));
    }

    /// Writes the weights of a document, if it has some, in the rank of its layout: length 1 along the axes where
    /// they do not differ, so that NumPy broadcasts them without more words.
    static void write(NpzWriter npz, Document document) throws IOException {
        var weights = document.weights();
        if (weights.isNone()) {
            return;
        }
        var layout = new Layout(
                document.shape().only(weights.axes()), document.layout().format());
        npz.array("weights", NumpyType.FLOAT64, MemoryOrder.C, layout.sizes(), i -> {
            var cell = layout.cellAt(i);
            return weights.at(cell.example(), cell.cls(), cell.position());
        });
    }
}
