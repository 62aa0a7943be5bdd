package lossloupe.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// One case of a golden file, as a document.
record GoldenCase(JsonNode json) {
    String id() {
        return json.get("id").asText();
    }

    boolean isKeras() {
        return json.get("loss").asText().startsWith("keras");
    }

    JsonNode expected() {
        return json.get("expected");
    }

    DType dtype() {
        return json.get("dtype").asText().equals("float32") ? DType.FLOAT32 : DType.FLOAT64;
    }

    DataFormat format() {
        return json.get("layout").asText().equals("channels_first")
                ? DataFormat.CHANNELS_FIRST
                : DataFormat.CHANNELS_LAST;
    }

    Layout layout() {
        int[] sizes = ints(json.get("shape"));
        int classAxis = json.get("class_axis").asInt();
        boolean batched = sizes.length == 3;
        int positionAxis = batched ? 3 - classAxis : 1 - classAxis;
        var shape = new Shape(
                batched ? sizes[0] : 1,
                sizes[classAxis],
                sizes[positionAxis],
                batched ? Batching.BATCHED : Batching.UNBATCHED);
        return new Layout(shape, format());
    }

    /// @param labels how labels are stored
    Document document(DType labels, DType arithmetic) {
        var layout = layout();
        var shape = layout.shape();
        var examples = new ArrayList<Example>();
        for (int b = 0; b < shape.batch(); b++) {
            var labelRows = rows(layout, b, numbers(json.get("labels")), labels);
            var logitRows = rows(layout, b, numbers(json.get("logits")), dtype());
            examples.add(new Example(Plane.zeros(DType.FLOAT64, shape.length()), labelRows, logitRows));
        }
        var classes = IntStream.range(0, shape.classes())
                .mapToObj(ClassInfo::numbered)
                .toList();
        var setup = LossSetup.DEFAULT
                .withFormat(format())
                .withDType(arithmetic)
                .withA(choice())
                .withB(choice());
        return new Document(id(), classes, examples, shape.batching(), setup);
    }

    /// Whether every label is 0 or 1, so that they can be stored as uint8.
    boolean hasHardLabels() {
        return java.util.Arrays.stream(numbers(json.get("labels"))).allMatch(z -> z == 0 || z == 1);
    }

    Weights weights() {
        var node = json.get("weights");
        return node.isNull() ? Weights.NONE : Weights.of(ints(node.get("shape")), numbers(node.get("values")));
    }

    double[] tolerance(String kind) {
        return numbers(json.get("tolerances").get(kind));
    }

    private LossChoice choice() {
        var loss = json.get("loss").asText();
        if (!loss.startsWith("softmax")) {
            return LossChoice.of("sigmoid_cross_entropy");
        }
        return LossChoice.of(
                "softmax_cross_entropy",
                new TreeMap<>(Map.of("axis", json.get("params").get("axis").asText())));
    }

    private static java.util.List<Plane> rows(Layout layout, int example, double[] flat, DType dtype) {
        var shape = layout.shape();
        return IntStream.range(0, shape.classes())
                .mapToObj(c ->
                        Plane.generate(dtype, shape.length(), p -> flat[Math.toIntExact(layout.flat(example, c, p))]))
                .toList();
    }

    static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    static double[] numbers(JsonNode node) {
        if (!node.isArray()) {
            return new double[] {number(node)};
        }
        return IntStream.range(0, node.size())
                .mapToDouble(i -> number(node.get(i)))
                .toArray();
    }

    private static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
    }
}
