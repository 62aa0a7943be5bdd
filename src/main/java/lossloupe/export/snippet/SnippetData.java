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
import lossloupe.io.MemoryOrder;
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

    /// Writes the file that a large snippet loads.
    public static void write(Evaluation evaluation, Path file) throws IOException {
        var request = new DataFile.Request(
                evaluation,
                List.of(Quantity.LABELS, Quantity.LOGITS),
                evaluation.document().setup().format(),
                null,
                MemoryOrder.C);
        try {
            DataFile.write(request, file);
        } catch (DataFile.NotWritable e) {
            throw new IllegalStateException("numbers go into an npz as they are stored", e);
        }
    }

    /// Lines that set `labels` and `logits`.
    static List<String> lines(Document document, String file) {
        if (isLarge(document)) {
            return List.of(
                    "with np.load(\"" + file.replace("\\", "\\\\").replace("\"", "\\\"") + "\") as data:",
                    "    labels, logits = data[\"labels\"].astype(dtype), data[\"logits\"].astype(dtype)");
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
