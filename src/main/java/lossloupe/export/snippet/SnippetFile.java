package lossloupe.export.snippet;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lossloupe.compute.Evaluation;
import lossloupe.io.AtomicFile;
import lossloupe.reduce.Weights;

/// A snippet as a file, with the file it loads beside it where the numbers are too many.
public final class SnippetFile {
    private SnippetFile() {}

    /// Writes `name.py`, and before it the `name.npz` that it loads, if it loads one. What the snippet says about
    /// the name of that file is made to agree.
    ///
    /// @param evaluation of the snippet's document
    /// @param weights what the evaluation was asked for, if not the document's
    public static void write(Snippet snippet, Evaluation evaluation, Weights weights, Path file) throws IOException {
        var dataFile = SnippetData.fileName(String.valueOf(file.getFileName()));
        if (SnippetData.isLarge(evaluation.document())) {
            SnippetData.write(evaluation, weights, file.resolveSibling(dataFile));
        }
        var text = snippet.loading(dataFile).text();
        AtomicFile.write(file, out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(text);
            writer.flush();
        });
    }
}
