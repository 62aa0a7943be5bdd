package lossloupe.export.snippet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lossloupe.compute.Evaluation;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.export.data.DataFile;
import lossloupe.export.data.Quantity;
import lossloupe.io.AtomicFile;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpyFile;
import lossloupe.io.NumpyType;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;

/// Labels and logits of a snippet: in the code where they are few, else in a file beside it.
public final class SnippetData {
    /// More numbers than this are no longer code.
    static final int MOST_NUMBERS = 2000;

    private SnippetData() {}

    /// Whether labels and logits are too many to be written as code.
    public static boolean isLarge(Document document) {
        return 2 * document.shape().size() > MOST_NUMBERS;
    }

    /// The name of the file that a large snippet of this name loads.
    ///
    /// @param snippet as `name.py`
    public static String fileName(String snippet) {
        return (snippet.endsWith(".py") ? snippet.substring(0, snippet.length() - 3) : snippet) + ".npz";
    }

    /// The name of the file of weights that came as an array of their own.
    static String weightsFile(String dataFile) {
        return dataFile.replaceAll("\\.npz$", "") + ".weights.npy";
    }

    /// Writes what a large snippet loads.
    ///
    /// @param weights what the evaluation was asked for, if not the document's
    /// @param file the `.npz`; weights that came as a large array of their own go beside it
    static void write(Evaluation evaluation, Weights weights, Path file) throws IOException {
        var document = evaluation.document();
        var quantities = WeightLines.isLarge(document)
                ? List.of(Quantity.LABELS, Quantity.LOGITS, Quantity.WEIGHTS)
                : List.of(Quantity.LABELS, Quantity.LOGITS);
        var request =
                new DataFile.Request(evaluation, quantities, document.setup().format(), null, MemoryOrder.C);
        try {
            DataFile.write(request, file);
        } catch (DataFile.NotWritable e) {
            throw new IllegalStateException("numbers go into an npz as they are stored", e);
        }
        if (weights instanceof WeightArray array && WeightLines.isLarge(array)) {
            var beside = file.resolveSibling(weightsFile(String.valueOf(file.getFileName())));
            AtomicFile.write(
                    beside, out -> NpyFile.write(out, NumpyType.FLOAT64, MemoryOrder.C, array.shape(), array::at));
        }
    }

    /// Lines that set `labels` and `logits`.
    static List<String> lines(Document document, String file) {
        if (isLarge(document)) {
            var lines = new ArrayList<String>();
            lines.add("with np.load(" + PythonText.quoted(file) + ") as data:");
            lines.add("    labels, logits = data[\"labels\"].astype(dtype), data[\"logits\"].astype(dtype)");
            if (WeightLines.isLarge(document)) {
                lines.add("    grid_weights = data[\"weights\"].astype(dtype)");
            }
            return lines;
        }
        var lines = new ArrayList<String>();
        var dtype = document.setup().dtype();
        var layout = document.layout();
        lines.add(array("labels", document, dtype, flat -> {
            var cell = layout.cellAt(flat);
            return document.example(cell.example()).labels().get(cell.cls()).get(cell.position());
        }));
        lines.add(array("logits", document, dtype, flat -> {
            var cell = layout.cellAt(flat);
            return document.example(cell.example()).logits().get(cell.cls()).get(cell.position());
        }));
        return lines;
    }

    private static String array(String name, Document document, DType dtype, IntToDoubleFunction at) {
        var layout = document.layout();
        var names = layout.axisAt(-1) == Axis.POSITION
                ? document.classes().stream().map(SnippetData::remark).toList()
                : List.<String>of();
        return name + " = np.array(" + PythonText.nested(layout.sizes(), at, dtype, names) + ", dtype)";
    }

    private static String remark(ClassInfo info) {
        return oneLine(info.name());
    }

    /// Text without what would end a comment.
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|\\R", " ").strip();
    }
}
