package lossloupe.export.snippet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lossloupe.document.Document;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Layout;

/// The weights of a loss as the array that a framework would get: with size 1 along axes that they do not vary along,
/// and without leading ones.
final class WeightLines {
    private WeightLines() {}

    /// Lines that set `weights`, or say why there are none.
    ///
    /// @param dataFile the file of large data
    static List<String> of(SnippetLoss loss, String dataFile) {
        var weights = loss.result().weights();
        if (weights.isNone()) {
            return loss.document().weights().isNone()
                    ? List.of()
                    : List.of("# The weights vary along an axis that this loss drops: they are left out.");
        }
        return List.of("weights = "
                + switch (weights) {
                    case WeightArray array -> array(array, loss, dataFile);
                    case WeightGrid grid -> grid(grid, loss);
                });
    }

    /// Whether the weights of a document are too many to be code.
    static boolean isLarge(Document document) {
        return document.shape().only(document.weights().axes()).size() > SnippetData.MOST_NUMBERS;
    }

    static boolean isLarge(Weights weights) {
        return weights instanceof WeightArray array && size(array) > SnippetData.MOST_NUMBERS;
    }

    private static int size(WeightArray array) {
        return Arrays.stream(array.shape()).reduce(1, (a, b) -> a * b);
    }

    private static String array(WeightArray array, SnippetLoss loss, String dataFile) {
        return isLarge(array)
                ? "np.load(" + PythonText.quoted(SnippetData.weightsFile(dataFile)) + ").astype(dtype)"
                : "np.array(" + PythonText.nested(array.shape(), array::at, loss.dtype(), List.of()) + ", dtype)";
    }

    private static String grid(WeightGrid grid, SnippetLoss loss) {
        var given = loss.result().axes().stream()
                .dropWhile(a -> !grid.axes().contains(a))
                .toList();
        if (isLarge(loss.document())) {
            return "grid_weights[" + index(grid, given, loss) + "]";
        }
        int[] sizes = given.stream()
                .mapToInt(a -> grid.axes().contains(a) ? loss.result().size(a) : 1)
                .toArray();
        var shape = loss.document().shape().only(grid.axes());
        var layout = new Layout(shape, loss.document().setup().format());
        var text = PythonText.nested(
                sizes,
                flat -> {
                    var cell = layout.cellAt(flat);
                    return grid.at(cell.example(), cell.cls(), cell.position());
                },
                loss.dtype(),
                List.of());
        return "np.array(" + text + ", dtype)";
    }

    /// The file has them stretched over the grid: one of equal entries is enough.
    private static String index(WeightGrid grid, List<Axis> given, SnippetLoss loss) {
        return loss.axes().stream()
                .map(a -> grid.axes().contains(a) ? ":" : given.contains(a) ? ":1" : "0")
                .collect(Collectors.joining(", "));
    }
}
