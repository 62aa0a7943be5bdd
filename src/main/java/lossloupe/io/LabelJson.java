package lossloupe.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

    /// What a labelling program wrote, if this is such a thing.
    private static Optional<ArraySet> labels(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            if (Files.size(file) > LARGEST_TREE) {
                return Optional.empty();
            }
            var root = new ObjectMapper().readTree(file.toFile());
            if (LabelStudio.isOne(root)) {
                return Optional.of(LabelStudio.read(root, SourceFile.stem(file)));
            }
            return LabelWindows.isOne(root) ? Optional.of(LabelWindows.read(root)) : Optional.empty();
        });
    }
}
