package lossloupe.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.reduce.WeightArray;
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

    boolean hasClassIndices() {
        return json.has("labels_shape");
    }

    boolean isKeras() {
        return json.get("loss").asText().startsWith("keras_b");
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
        var grid = labels();
        for (int b = 0; b < shape.batch(); b++) {
            var labelRows = rows(layout, b, grid, labels);
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
        return java.util.Arrays.stream(labels()).allMatch(z -> z == 0 || z == 1);
    }

    Weights weights() {
        var node = json.get("weights");
        return node.isNull() ? Weights.NONE : WeightArray.of(ints(node.get("shape")), numbers(node.get("values")));
    }

    double[] tolerance(String kind) {
        return numbers(json.get("tolerances").get(kind));
    }

    /// Class indices, which the file has without the class axis, as the grid of their one-hot labels; all zero
    /// where a position is ignored.
    private double[] labels() {
        var values = numbers(json.get("labels"));
        if (!json.has("labels_shape")) {
            return values;
        }
        var layout = layout();
        var grid = new double[Math.toIntExact(layout.shape().size())];
        for (int b = 0; b < layout.shape().batch(); b++) {
            for (int p = 0; p < layout.shape().length(); p++) {
                int y = (int) values[b * layout.shape().length() + p];
                if (y >= 0) {
                    grid[Math.toIntExact(layout.flat(b, y, p))] = 1;
                }
            }
        }
        return grid;
    }

    private LossChoice choice() {
        var params = new TreeMap<String, String>();
        var given = json.get("params");
        copy(given, params, "label_smoothing", "0");
        var id = switch (json.get("loss").asText()) {
            case "softmax_cross_entropy_with_logits" -> {
                copy(given, params, "axis", "class");
                yield "softmax_cross_entropy";
            }
            case "sparse_softmax_cross_entropy_with_logits" -> {
                copy(given, params, "class_weight", "none");
                yield "sparse_softmax_cross_entropy";
            }
            case "weighted_sigmoid_cross_entropy_with_logits" -> {
                copy(given, params, "pos_weight", "none");
                yield "sigmoid_cross_entropy";
            }
            case "binary_crossentropy_on_probabilities" -> {
                copy(given, params, "epsilon", "1e-7");
                yield "binary_crossentropy";
            }
            case "naive_sigmoid_cross_entropy" -> "naive_sigmoid_cross_entropy";
            case "sigmoid_focal_loss" -> {
                copy(given, params, "alpha", "none");
                copy(given, params, "gamma", "2");
                yield "sigmoid_focal";
            }
            case "soft_dice", "soft_jaccard", "tversky" -> {
                for (var id1 : java.util.List.of("activation", "smooth", "sums_over", "alpha", "beta")) {
                    if (given.has(id1)) {
                        copy(given, params, id1, "");
                    }
                }
                yield json.get("loss").asText();
            }
            case "keras_dice", "keras_tversky" -> {
                copy(given, params, "sums_over", "flattened");
                params.put("smooth", given.get("epsilon").asText());
                params.put("smooth_in", "denominator");
                if (given.has("alpha")) {
                    // Keras 3.15.1 has them the other way round.
                    params.put("alpha", given.get("beta").asText());
                    params.put("beta", given.get("alpha").asText());
                }
                yield given.has("alpha") ? "tversky" : "soft_dice";
            }
            default -> "sigmoid_cross_entropy";
        };
        return LossChoice.of(id, params);
    }

    private static void copy(JsonNode from, TreeMap<String, String> to, String id, String otherwise) {
        var value = from.path(id);
        if (value.isArray()) {
            to.put(
                    id,
                    java.util.Arrays.stream(numbers(value))
                            .mapToObj(Double::toString)
                            .collect(java.util.stream.Collectors.joining(",")));
        } else if (!value.isMissingNode() || !otherwise.equals("0")) {
            to.put(id, value.isMissingNode() || value.isNull() ? otherwise : value.asText());
        }
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
