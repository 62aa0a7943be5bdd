package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            if (NOT_ARRAYS.contains(e.key())) {
                return labels(file).orElseThrow(() -> e);
            }
            throw e;
        }
        boolean task = arrays.skipped().contains("annotations")
                || arrays.arrays().stream()
                        .allMatch(a -> a.size() == 0 || a.name().startsWith("data."));
        return task ? labels(file).orElse(arrays) : arrays;
    }

    /// The ids of the tasks if this is a file of several.
    static List<String> tasks(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var root = tree(file);
            return root != null && root.isArray() && root.size() > 1 && LabelStudio.isOne(root)
                    ? StudioTasks.ids(root)
                    : List.of();
        });
    }

    /// One task of several, if this is a file of tasks and has one of that id.
    static Optional<ArraySet> task(Path file, String id) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var root = tree(file);
            return root != null && root.isArray() && LabelStudio.isOne(root)
                    ? StudioTasks.one(root, id)
                    : Optional.empty();
        });
    }

    /// What a labelling program wrote, if this is such a thing.
    private static Optional<ArraySet> labels(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var root = tree(file);
            if (root != null && LabelStudio.isOne(root)) {
                return Optional.of(LabelStudio.read(root, SourceFile.stem(file)));
            }
            return root != null && LabelWindows.isOne(root) ? Optional.of(LabelWindows.read(root)) : Optional.empty();
        });
    }

    private static @Nullable JsonNode tree(Path file) throws IOException {
        return Files.size(file) > LARGEST_TREE ? null : new ObjectMapper().readTree(file.toFile());
    }
}
