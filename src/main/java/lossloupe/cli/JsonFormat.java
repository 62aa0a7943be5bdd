package lossloupe.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// For programs, by the schema of cli.md. Each result is one line, so that many files stream.
final class JsonFormat implements ResultFormat {
    private static final JsonFactory FACTORY = new JsonFactory();

    private boolean first = true;

    @Override
    public void begin(PrintWriter out) {
        out.print("{\"schema\":\"lossloupe-evaluation/1\",\"results\":[");
    }

    @Override
    public void write(Evaluated result, PrintWriter out) {
        out.print(first ? "\n" : ",\n");
        first = false;
        try {
            out.print(text(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(PrintWriter out) {
        out.print(first ? "]}\n" : "\n]}\n");
    }

    private static String text(Evaluated result) throws IOException {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("file", result.file());
            json.writeStringField("loss", result.loss());
            json.writeObjectFieldStart("params");
            for (var param : result.params().entrySet()) {
                json.writeStringField(param.getKey(), param.getValue());
            }
            json.writeEndObject();
            json.writeStringField("data_format", result.dataFormat());
            json.writeStringField("dtype", result.dtype());
            sizes(json, "shape", result.shape());
            sizes(json, "elementwise_shape", result.elementwiseShape());
            object(json, "reduced", result.reduced());
            json.writeFieldName("per_class");
            numbers(json, result.perClass());
            json.writeFieldName("per_example");
            numbers(json, result.perExample());
            object(json, "floor", result.floor());
            json.writeObjectFieldStart("non_finite");
            json.writeNumberField("labels", result.nonFinite().labels());
            json.writeNumberField("logits", result.nonFinite().logits());
            json.writeNumberField("elementwise", result.nonFinite().elementwise());
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void sizes(JsonGenerator json, String name, List<Integer> sizes) throws IOException {
        json.writeArrayFieldStart(name);
        for (int size : sizes) {
            json.writeNumber(size);
        }
        json.writeEndArray();
    }

    private static void object(JsonGenerator json, String name, Map<String, Numbers> entries) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : entries.entrySet()) {
            json.writeFieldName(entry.getKey());
            numbers(json, entry.getValue());
        }
        json.writeEndObject();
    }

    /// Nested lists. What is no number is written as a string, which is Jackson's way too.
    private static void numbers(JsonGenerator json, Numbers numbers) throws IOException {
        nested(json, numbers, 0, 0, numbers.values().size());
    }

    private static void nested(JsonGenerator json, Numbers numbers, int depth, int from, int to) throws IOException {
        if (depth == numbers.sizes().size()) {
            json.writeNumber(numbers.values().get(from));
            return;
        }
        json.writeStartArray();
        int step = (to - from) / numbers.sizes().get(depth);
        for (int i = from; i < to; i += step) {
            nested(json, numbers, depth + 1, i, i + step);
        }
        json.writeEndArray();
    }
}
