package lossloupe.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads arrays from a file of any kind, by what its bytes are and, among texts, by its ending. `bundle.npz:name` is
/// the
/// array called `name` in an archive, and so is `bundle.h5:group/name`, `arrays.json:name` and, by its id, a task of
/// several of Label Studio.
public final class ArraySource {
    private static final long LONGEST_CODE = 64L << 20;

    private ArraySource() {}

    /// Reads all arrays of a file, or the one that its address names.
    ///
    /// @throws BadFileException where there is no such file, it cannot be opened, or it holds no arrays of numbers
    public static ArraySet read(Path file) throws BadFileException {
        var address = file.toString();
        int colon = address.lastIndexOf(':');
        if (colon > 0 && !Files.exists(file)) {
            var archive = file.getFileSystem().getPath(address.substring(0, colon));
            if (Files.isRegularFile(archive)) {
                return member(archive, address.substring(colon + 1));
            }
        }
        return whole(file);
    }

    /// The ids of the tasks in a file of several of Label Studio, by which each can be asked for alone; none in any
    /// other file. It reads JSON as a whole.
    public static List<String> tasks(Path file) throws BadFileException {
        return ending(file).equals("json") ? LabelJson.tasks(file) : List.of();
    }

    /// One task of Label Studio by its id.
    ///
    /// @throws BadFileException where the file has no task of that id, or it holds nothing
    public static ArraySet task(Path file, String id) throws BadFileException {
        var ids = LabelJson.tasks(file);
        return LabelJson.task(file, id).orElseThrow(() -> noMember(file, id, ids));
    }

    /// Everything that `in` gives, which may be any of the kinds; `name` stands in for a file's.
    public static ArraySet read(InputStream in, String name) throws BadFileException {
        try {
            var folder = Files.createTempDirectory("lossloupe");
            var file = folder.resolve(name);
            try {
                Files.copy(in, file);
                return whole(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw BadFileException.of("error.file.read", SourceFile.reason(e)).in(name);
        }
    }

    private static ArraySet member(Path archive, String member) throws BadFileException {
        boolean json = ending(archive).equals("json");
        var task = json ? LabelJson.task(archive, member) : Optional.<ArraySet>empty();
        if (task.isPresent()) {
            return task.get();
        }
        if (json || SourceFile.reading(archive, () -> isHdf5(archive))) {
            var set = whole(archive);
            var names = set.arrays().stream().map(ArrayData::name).toList();
            return set.only(set.named(member).orElseThrow(() -> noMember(archive, member, names)));
        }
        var names = SourceFile.reading(archive, () -> {
            if (FileKind.of(FileKind.head(archive)) != FileKind.ZIP) {
                throw BadFileException.of("error.file.memberOfNone", member);
            }
            return NpzFile.names(archive);
        });
        if (!names.contains(member)) {
            throw noMember(archive, member, names);
        }
        return NpzFile.read(archive, member::equals);
    }

    private static boolean isHdf5(Path file) throws IOException {
        var kind = FileKind.of(FileKind.head(file));
        return kind == FileKind.HDF5 || (kind == FileKind.BINARY && Hdf5File.isBehindUserBlock(file));
    }

    private static BadFileException noMember(Path archive, String member, List<String> names) {
        return BadFileException.of("error.file.member", NpyHeaderText.shortened(member), listed(names))
                .in(SourceFile.name(archive));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "–" : names.stream().limit(12).collect(Collectors.joining(", "));
    }

    private static ArraySet whole(Path file) throws BadFileException {
        var head = SourceFile.reading(file, () -> FileKind.head(file));
        var ending = ending(file);
        if (ending.equals("npy")) {
            return StructuredNpy.read(file);
        }
        if (ending.equals("npz")) {
            return NpzFile.read(file);
        }
        return switch (FileKind.of(head)) {
            case NPY -> StructuredNpy.read(file);
            case ZIP -> NpzFile.read(file);
            case PICKLE -> throw BadFileException.of("error.file.pickle").in(SourceFile.name(file));
            case EMPTY -> throw BadFileException.of("error.file.empty").in(SourceFile.name(file));
            case HDF5 -> Hdf5File.read(file);
            case WAV -> WavFile.read(file);
            case BINARY -> binary(file, head, ending);
            case TEXT -> text(file, head, ending);
        };
    }

    private static ArraySet binary(Path file, byte[] head, String ending) throws BadFileException {
        boolean utf16 = head.length > 1 && ((head[0] == -1 && head[1] == -2) || (head[0] == -2 && head[1] == -1));
        if (utf16 && !ending.equals("json")) {
            return CsvTable.read(file);
        }
        if (SourceFile.reading(file, () -> Hdf5File.isBehindUserBlock(file))) {
            return Hdf5File.read(file);
        }
        var first = HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(8, head.length));
        throw BadFileException.of("error.file.kind", first).in(SourceFile.name(file));
    }

    private static ArraySet text(Path file, byte[] head, String ending) throws BadFileException {
        var start = new String(head, StandardCharsets.UTF_8).strip();
        return switch (ending) {
            case "json" -> LabelJson.read(file);
            case "csv", "tsv", "tab" -> table(file, start);
            case "py" -> code(file);
            default ->
                start.startsWith("{") || start.startsWith("[")
                        ? jsonOrCode(file)
                        : start.contains("[") ? code(file) : table(file, start);
        };
    }

    /// Rows and columns of numbers, or runs of labels.
    private static ArraySet table(Path file, String start) throws BadFileException {
        if (AudacityLabels.begins(start)) {
            return AudacityLabels.read(file);
        }
        if (TrainsetTable.begins(start)) {
            return TrainsetTable.read(file);
        }
        if (CellRows.begins(start)) {
            return CellRows.read(file);
        }
        return RunTable.begins(start) ? RunTable.read(file) : CsvTable.read(file);
    }

    /// Brackets without an ending to go by: what is no JSON may be Python.
    private static ArraySet jsonOrCode(Path file) throws BadFileException {
        try {
            return LabelJson.read(file);
        } catch (BadFileException e) {
            return code(file);
        }
    }

    private static ArraySet code(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            if (Files.size(file) > LONGEST_CODE) {
                throw BadFileException.of("error.file.large", Files.size(file) / 1_000_000, LONGEST_CODE / 1_000_000);
            }
            return PythonLiteral.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        });
    }

    private static String ending(Path file) {
        var name = SourceFile.name(file).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
