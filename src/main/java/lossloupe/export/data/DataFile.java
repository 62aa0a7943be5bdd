package lossloupe.export.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lossloupe.compute.Evaluation;
import lossloupe.io.AtomicFile;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpyFile;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.io.SessionFile;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// Writes the numbers of a document in the kind that a file's ending asks for: `.npz`, `.npy`, `.json`, `.csv` (a row
/// for each cell), `.runs.csv` (`start,end,class`), `.txt` (Audacity's labels), `.lossloupe`.
public final class DataFile {
    private static final JsonFactory JSON = new JsonFactory();

    /// What is written, and how.
    ///
    /// @param type null for the types that are stored
    public record Request(
            Evaluation evaluation,
            List<Quantity> quantities,
            DataFormat format,
            @Nullable NumpyType type,
            MemoryOrder order) {
        public Request {
            quantities = List.copyOf(quantities);
        }

        /// The arrays that will be written: name, axes, sizes and type of each, as `labels [n, l] = [4, 12]
        /// uint8`.
        public List<String> described() {
            return arrays().stream().map(NamedArray::description).toList();
        }

        List<NamedArray> arrays() {
            return quantities.stream()
                    .map(q -> NamedArray.of(q, evaluation, format, type))
                    .toList();
        }
    }

    /// Why nothing was written: a key of the bundles and its arguments.
    public static final class NotWritable extends Exception {
        private static final long serialVersionUID = 1;
        private final String key;
        private final transient List<Object> args;

        NotWritable(String key, Object... args) {
            super(key);
            this.key = key;
            this.args = List.of(args);
        }

        public String key() {
            return key;
        }

        public List<Object> args() {
            return args;
        }
    }

    private DataFile() {}

    /// Writes `file` whole or not at all, and beside a `.npy` what its axes are.
    ///
    /// @throws NotWritable where the numbers do not go with the kind of file or the type
    public static void write(Request request, Path file) throws IOException, NotWritable {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".lossloupe")) {
            var document = request.evaluation.document();
            SessionFile.write(document.withSetup(document.setup().withFormat(request.format)), file);
            return;
        }
        check(request);
        if (name.endsWith(".npz")) {
            AtomicFile.write(file, out -> npz(request, out));
        } else if (name.endsWith(".npy")) {
            npy(request, file);
        } else if (name.endsWith(".json")) {
            AtomicFile.write(file, out -> text(out, writer -> writer.write(json(request))));
        } else if (name.endsWith(".runs.csv") || name.endsWith(".txt")) {
            boolean tabs = name.endsWith(".txt");
            var runs =
                    LabelRuns.text(request.evaluation.document(), tabs ? LabelRuns.Kind.AUDACITY : LabelRuns.Kind.CSV);
            AtomicFile.write(file, out -> text(out, writer -> writer.write(runs)));
        } else if (name.endsWith(".csv")) {
            AtomicFile.write(file, out -> text(out, writer -> CellTable.write(request.evaluation, writer)));
        } else {
            throw new NotWritable("convert.kind", String.valueOf(file.getFileName()));
        }
    }

    private static void check(Request request) throws NotWritable {
        if (request.quantities.isEmpty()) {
            throw new NotWritable("convert.nothing");
        }
        for (var array : request.arrays()) {
            double misfit = array.misfit();
            if (!Double.isNaN(misfit)) {
                throw new NotWritable(
                        "convert.misfit",
                        array.name(),
                        Double.toString(misfit),
                        array.type().id());
            }
        }
    }

    private static void npz(Request request, OutputStream out) throws IOException {
        try (var npz = new NpzWriter(out, NpzWriter.Packing.DEFLATED)) {
            for (var array : request.arrays()) {
                npz.array(array.name(), array.type(), request.order, array.sizes(), array::at);
            }
            npz.bytes("axes.json", axes(request).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void npy(Request request, Path file) throws IOException, NotWritable {
        if (request.quantities.size() != 1) {
            var names = String.join(
                    ", ", request.quantities.stream().map(Quantity::id).toList());
            throw new NotWritable("convert.oneArray", names);
        }
        var array = request.arrays().getFirst();
        AtomicFile.write(file, out -> NpyFile.write(out, array.type(), request.order, array.sizes(), array::at));
        var sidecar = file.resolveSibling(file.getFileName() + ".json");
        AtomicFile.write(sidecar, out -> text(out, writer -> writer.write(axes(request))));
    }

    private interface Content {
        void to(Writer writer) throws IOException;
    }

    private static void text(OutputStream out, Content content) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        content.to(writer);
        writer.flush();
    }

    /// What each axis is: `{"format":"lossloupe-axes/1","arrays":{"labels":{"axes":["class","position"],…}}}`.
    private static String axes(Request request) throws IOException {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("format", "lossloupe-axes/1");
            json.writeObjectFieldStart("arrays");
            for (var array : request.arrays()) {
                json.writeObjectFieldStart(array.name());
                json.writeArrayFieldStart("axes");
                for (var axis : array.axes()) {
                    json.writeString(axis.name().toLowerCase(Locale.ROOT));
                }
                json.writeEndArray();
                json.writeFieldName("shape");
                json.writeArray(array.sizes(), 0, array.sizes().length);
                json.writeStringField("dtype", array.type().id());
                json.writeStringField("order", request.order.name());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("classes");
            for (var info : request.evaluation.document().classes()) {
                json.writeString(info.name());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static String json(Request request) throws IOException {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var array : request.arrays()) {
                json.writeFieldName(array.name());
                nested(json, array, 0, 0);
            }
            json.writeEndObject();
        }
        return text + "\n";
    }

    /// Writes the sub-array that begins at a flat index, and returns where it ends.
    private static int nested(JsonGenerator json, NamedArray array, int depth, int from) throws IOException {
        if (depth == array.sizes().length) {
            double value = array.at(from);
            boolean whole = array.type().kind() == NumpyType.Kind.INTEGER || array.type() == NumpyType.BOOL;
            if (whole) {
                json.writeNumber((long) value);
            } else {
                // JSON knows one kind of number: of a float32 all digits, so that whoever reads it has the same value.
                json.writeNumber(value);
            }
            return from + 1;
        }
        json.writeStartArray();
        int at = from;
        for (int i = 0; i < array.sizes()[depth]; i++) {
            at = nested(json, array, depth + 1, at);
        }
        json.writeEndArray();
        return at;
    }
}
