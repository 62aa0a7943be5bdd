package lossloupe.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.tensor.DType;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;

/// A session: an archive that `np.load` opens, holding `series`, `labels` and `logits` in the layout of the document,
/// and
/// `session.json` with what arrays cannot say.
public final class SessionFile {
    private static final String DESCRIPTION = "session.json";
    private static final String ENDING = ".lossloupe";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SessionFile() {}

    /// Whether a file is named like a session.
    public static boolean isSession(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(ENDING);
    }

    /// Writes a document, whole or not at all; the same document gives the same bytes.
    public static void write(Document document, Path file) throws IOException {
        var layout = document.layout();
        int length = document.shape().length();
        int[] seriesShape = {document.shape().batch(), length};
        AtomicFile.write(file, out -> {
            try (var npz = new NpzWriter(out, NpzWriter.Packing.DEFLATED)) {
                npz.bytes(DESCRIPTION, SessionText.of(document).toPrettyString().getBytes(StandardCharsets.UTF_8));
                var series = document.examples().stream().map(Example::series).toList();
                npz.array(
                        "series",
                        type(series),
                        MemoryOrder.C,
                        seriesShape,
                        i -> series.get(i / length).get(i % length));
                grid(
                        npz,
                        "labels",
                        layout,
                        document.examples().stream().map(Example::labels).toList());
                grid(
                        npz,
                        "logits",
                        layout,
                        document.examples().stream().map(Example::logits).toList());
            }
        });
    }

    private static void grid(NpzWriter npz, String name, Layout layout, List<List<Plane>> planes) throws IOException {
        var all = planes.stream().flatMap(List::stream).toList();
        npz.array(name, type(all), MemoryOrder.C, layout.sizes(), i -> {
            var cell = layout.cellAt(i);
            return planes.get(cell.example()).get(cell.cls()).get(cell.position());
        });
    }

    /// The narrowest type that holds every row.
    private static NumpyType type(List<Plane> planes) {
        if (planes.stream().anyMatch(p -> p.dtype() == DType.FLOAT64)) {
            return NumpyType.FLOAT64;
        }
        return planes.stream().anyMatch(p -> p.dtype() == DType.FLOAT32) ? NumpyType.FLOAT32 : NumpyType.UINT8;
    }

    /// Reads a session back, to the last bit.
    ///
    /// @throws BadFileException saying what is wrong with the file
    public static Document read(Path file) throws BadFileException {
        var arrays = NpzFile.read(file, name -> true);
        try {
            return new SessionText(MAPPER.readTree(description(file))).document(arrays);
        } catch (JsonProcessingException e) {
            throw BadFileException.of("error.session.json", e.getOriginalMessage())
                    .in(name(file));
        } catch (BadFileException e) {
            throw e.fileName().isEmpty() ? e.in(name(file)) : e;
        }
    }

    private static String description(Path file) throws BadFileException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(DESCRIPTION);
            if (entry == null) {
                throw BadFileException.of("error.session.description").in(name(file));
            }
            return new String(zip.getInputStream(entry).readNBytes(1 << 20), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BadFileException.of("error.file.read", String.valueOf(e.getMessage()))
                    .in(name(file));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
