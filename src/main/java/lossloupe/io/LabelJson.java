package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// JSON: arrays of numbers, or what a labelling program wrote. Arrays are read as a stream; only what does not look
/// like them is read as a tree.
final class LabelJson {
    private static final long LARGEST_TREE = 256L << 20;
    private static final Set<String> NOT_ARRAYS =
            Set.of("error.json.records", "error.json.noArrays", "error.json.notNumber");

    private LabelJson() {}

    static ArraySet read(Path file) throws BadFileException {
        ArraySet arrays;
        try {
            arrays = JsonArrays.read(file);
        } catch (BadFileException e) {
            var labelled = NOT_ARRAYS.contains(e.key()) ? labels(file) : null;
            if (labelled == null) {
                throw e;
            }
            return labelled;
        }
        boolean task = arrays.skipped().contains("annotations")
                || arrays.arrays().stream().allMatch(a -> a.size() == 0 || a.name().startsWith("data."));
        var labelled = task ? labels(file) : null;
        return labelled == null ? arrays : labelled;
    }

    /// What a labelling program wrote, or null where this is something else.
    private static @org.jspecify.annotations.Nullable ArraySet labels(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var root = Files.size(file) > LARGEST_TREE ? null : tree(file);
            if (root != null && LabelStudio.isOne(root)) {
                return LabelStudio.read(root, SourceFile.stem(file));
            }
            return root != null && LabelWindows.isOne(root) ? LabelWindows.read(root) : null;
        });
    }

    private static JsonNode tree(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
