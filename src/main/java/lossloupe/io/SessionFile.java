package lossloupe.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;

/// A document in a file: an archive that `numpy.load` opens, with `series` `[b, l]`, `labels` and `logits` in the
/// layout of the document, `weights` that broadcast against them if there are any, and `session.json` for what arrays
/// cannot say. The same document gives the same bytes.
public final class SessionFile {
    private static final String DESCRIPTION = "session.json";

    /// More than any description needs; a longer one is no description.
    private static final int LONGEST = 16 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionFile() {}

    /// Whether `file` is an archive that holds a session, whatever it is called. False where it cannot be read.
    public static boolean isSession(Path file) {
        try {
            if (!Files.isRegularFile(file) || FileKind.of(FileKind.head(file)) != FileKind.ZIP) {
                return false;
            }
            try (var zip = new ZipFile(file.toFile())) {
                return zip.getEntry(DESCRIPTION) != null;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /// Replaces `file` whole or not at all.
    ///
    /// @throws IOException where it cannot be written; what was there stays
    public static void write(Document document, Path file) throws IOException {
        int length = document.shape().length();
        int[] seriesShape = {document.shape().batch(), length};
        var series = document.examples().stream().map(Example::series).toList();
        AtomicFile.write(file, out -> {
            try (var npz = new NpzWriter(out, NpzWriter.Packing.DEFLATED)) {
                npz.array(
                        "series",
                        type(series),
                        MemoryOrder.C,
                        seriesShape,
                        i -> series.get(i / length).get(i % length));
                grid(npz, "labels", document, Example::labels);
                grid(npz, "logits", document, Example::logits);
                WeightArrays.write(npz, document);
                npz.bytes(
                        DESCRIPTION, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(SessionText.of(document)));
            }
        });
    }

    /// Reads what [#write] wrote, to the last bit. Keys that this version does not know are passed over.
    ///
    /// @throws BadFileException where the file is damaged, of a later version, or does not hold what it should
    public static Document read(Path file) throws BadFileException {
        var description = description(file);
        var arrays = NpzFile.read(file, List.of("series", "labels", "logits", "weights")::contains);
        try {
            return new SessionText(description).document(arrays);
        } catch (BadFileException e) {
            throw e.in(SourceFile.name(file));
        }
    }

    private static JsonNode description(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            FileKind.requireZip(file);
            try (var zip = new ZipFile(file.toFile())) {
                var entry = zip.getEntry(DESCRIPTION);
                if (entry == null) {
                    throw BadFileException.of("error.session.none");
                }
                try (var in = zip.getInputStream(entry)) {
                    return JSON.readTree(in.readNBytes(LONGEST));
                }
            } catch (ZipException e) {
                throw BadFileException.of("error.npz.broken", SourceFile.reason(e));
            } catch (JsonProcessingException e) {
                throw BadFileException.of("error.session.json", e.getOriginalMessage());
            }
        });
    }

    private static void grid(NpzWriter npz, String name, Document document, Function<Example, List<Plane>> planes)
            throws IOException {
        var all = document.examples().stream()
                .flatMap(e -> planes.apply(e).stream())
                .toList();
        npz.array(name, type(all), MemoryOrder.C, document.layout().sizes(), reader(document.layout(), all));
    }

    /// Planes read by flat index of the layout.
    private static IntToDoubleFunction reader(Layout layout, List<Plane> planes) {
        int classes = layout.shape().classes();
        int length = layout.shape().length();
        boolean positionsLast = layout.axisAt(-1) == Axis.POSITION;
        return i -> {
            int example = i / (classes * length);
            int inner = i % (classes * length);
            int cls = positionsLast ? inner / length : inner % classes;
            int position = positionsLast ? inner % length : inner / classes;
            return planes.get(example * classes + cls).get(position);
        };
    }

    /// The narrowest type that holds every plane exactly.
    private static NumpyType type(List<Plane> planes) {
        if (planes.stream().anyMatch(p -> p.dtype() == DType.FLOAT64)) {
            return NumpyType.FLOAT64;
        }
        return planes.stream().anyMatch(p -> p.dtype() == DType.FLOAT32) ? NumpyType.FLOAT32 : NumpyType.UINT8;
    }
}
