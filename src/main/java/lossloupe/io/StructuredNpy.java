package lossloupe.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A structured `.npy`: records of several fields, each of which becomes an array of the records' shape. A field of
/// ascending times says when the positions are.
final class StructuredNpy {
    private static final Set<String> TIME_NAMES = Set.of("t", "time", "times", "timestamp");

    private StructuredNpy() {}

    /// All arrays of an `.npy`: its only one, or one for each field.
    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = Files.newInputStream(file)) {
                var reader = new NpyReader(in, Files.size(file));
                var raw = reader.header();
                return raw.descr() instanceof String
                        ? ArraySet.of(reader.data(SourceFile.stem(file), NpyHeaderText.numeric(raw)))
                        : fields(reader, raw, SourceFile.stem(file));
            }
        });
    }

    private static ArraySet fields(NpyReader reader, NpyHeaderText.Raw raw, String name)
            throws IOException, BadFileException {
        var fields = NpyHeaderText.fields(raw);
        int width = fields.values().stream().mapToInt(f -> f.type().bytes()).sum();
        var size = fields.firstEntry().getValue().size().orElse(Long.MAX_VALUE);
        if (raw.fortran() && raw.shape().length > 1) {
            throw NpyHeaderText.structured(raw);
        }
        if (size > reader.left() / width) {
            throw BadFileException.of(
                    "error.npy.truncatedData",
                    fields.firstEntry().getValue().shapeText(),
                    String.join(", ", fields.keySet()),
                    (double) size * width,
                    reader.left());
        }
        MemoryLimit.check(size * fields.size(), Double.BYTES);
        var stores = new ArrayList<ValueStore>();
        fields.values().forEach(f -> stores.add(new ValueStore(f.type(), (int) size, false)));
        var order = new FortranOrder(new long[0]);
        for (int done = 0; done < size; done += ValueStore.BLOCK) {
            int count = (int) Math.min(ValueStore.BLOCK, size - done);
            var records = reader.take(count * width);
            int offset = 0;
            int k = 0;
            for (var field : fields.values()) {
                stores.get(k++).take(column(records, offset, width, field, count), count, order);
                offset += field.type().bytes();
            }
        }
        return set(name, List.copyOf(fields.keySet()), List.copyOf(fields.values()), stores);
    }

    /// The bytes of one field, one record after the other.
    private static ByteBuffer column(byte[] records, int offset, int width, NumpyHeader field, int count) {
        int bytes = field.type().bytes();
        var column = ByteBuffer.allocate(count * bytes).order(field.byteOrder());
        for (int r = 0; r < count; r++) {
            column.put(r * bytes, records, r * width + offset, bytes);
        }
        return column;
    }

    /// Arrays are called by the file and the field: a field `y` is often a place, while an array `y` is labels.
    private static ArraySet set(String file, List<String> names, List<NumpyHeader> headers, List<ValueStore> stores) {
        var fields = new ArrayList<ArrayData>();
        for (int k = 0; k < names.size(); k++) {
            fields.add(new ArrayData(
                    file + "." + names.get(k),
                    headers.get(k),
                    stores.get(k).values(),
                    stores.get(k).inexact()));
        }
        return timed(fields);
    }

    /// Fields of records, `file.field` each: the first of ascending times says when the positions are.
    static ArraySet timed(List<ArrayData> fields) {
        for (var field : fields) {
            var name = field.name().substring(field.name().lastIndexOf('.') + 1);
            var times = field.rank() == 1 && TIME_NAMES.contains(name) ? TimeAxis.of(field) : null;
            if (times != null) {
                var rest = fields.stream().filter(f -> f != field).toList();
                return new ArraySet(rest, List.of(), List.of(), List.of(), times);
            }
        }
        return new ArraySet(fields, List.of(), List.of());
    }
}
