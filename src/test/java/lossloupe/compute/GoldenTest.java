package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lossloupe.document.Document;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every case of the golden files that belong to the losses there are, in both layouts and both ways to store labels.
class GoldenTest {
    /// What libraries returned where they differ from the mathematical value, and other treatments of the same
    /// data.
    private static final Set<String> NOT_OURS = Set.of(
            "by_framework",
            "torch_bce_loss_elementwise",
            "logits_form_elementwise",
            "keras_axis1_elementwise",
            "keras_axis1_note",
            "smoothed_labels",
            "atol_elementwise",
            "stable_elementwise");

    @ParameterizedTest
    @CsvSource({
        "sigmoid_ce, 64",
        "sigmoid_ce_extreme, 2",
        "softmax_ce, 60",
        "softmax_ce_extreme, 4",
        "softmax_ce_wrong_axis, 24",
        "reductions, 46",
        "weighted_sigmoid_ce, 24",
        "label_smoothing, 20",
        "bce_on_probabilities, 20",
        "naive_log_sigmoid, 4",
        "sigmoid_focal, 18",
        "sparse_softmax_ce, 52",
        "overlap_losses, 86"
    })
    void everyCaseOfAGoldenFilePasses(String file, int count) throws IOException {
        var cases = cases(file);
        assertEquals(count, cases.size(), "cases in " + file);
        var failures = new ArrayList<String>();
        int numbers = 0;
        for (var golden : cases) {
            for (var labels : golden.hasHardLabels() ? List.of(DType.UINT8, golden.dtype()) : List.of(golden.dtype())) {
                var check = new Check(golden, golden.document(labels, golden.dtype()), failures);
                numbers += check.all();
            }
        }
        System.out.println("golden " + file + ": " + cases.size() + " cases, " + numbers + " numbers compared, "
                + failures.size() + " differ");
        assertTrue(numbers > cases.size(), "nothing was compared");
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures.subList(0, Math.min(20, failures.size()))));
    }

    static List<GoldenCase> cases(String file) throws IOException {
        try (var in = GoldenTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            assertNotNull(in, file);
            var cases = new ArrayList<GoldenCase>();
            new ObjectMapper().readTree(in).get("cases").forEach(c -> cases.add(new GoldenCase(c)));
            return cases;
        }
    }

    /// Compares all that one case expects.
    private static final class Check {
        private final GoldenCase golden;
        private final List<String> failures;
        private final Evaluation evaluation;
        private final LossResult result;
        private final Weights weights;
        private int numbers;

        Check(GoldenCase golden, Document document, List<String> failures) {
            this.golden = golden;
            this.failures = failures;
            this.weights = golden.weights();
            this.evaluation = new LossEngine().evaluate(document, null, Pass.PLAIN.with(weights));
            this.result = evaluation.a();
        }

        int all() {
            golden.expected().propertyStream().forEach(e -> check(e.getKey(), e.getValue()));
            otherLayout();
            return numbers;
        }

        private void check(String key, JsonNode value) {
            if (NOT_OURS.contains(key)) {
                return;
            }
            switch (key) {
                case "elementwise" -> elementwise(value);
                case "elementwise_f32" -> compare(key, "elementwise_f32", value.get("values"), castElements());
                case "reduced" -> value.propertyStream().forEach(e -> reduced(e.getKey(), "reduced", e.getValue()));
                case "reduced_f32" ->
                    value.propertyStream().forEach(e -> reduced(e.getKey(), "reduced_f32", e.getValue()));
                case "axis_means" -> value.propertyStream().forEach(e -> axisMean(e.getKey(), e.getValue()));
                case "keras_binary_crossentropy" -> array(key, "reduced", value, Reduction.KERAS_NONE);
                case "grad_logits_of_mean" -> gradient(key, value, reduction("mean"));
                case "grad_logits_of_mean_tf_fused" -> returnedGradient(key, value);
                case "grad_logits_of_sum" -> gradient(key, value, Reduction.SUM);
                case "grad_logits_of_tf1_SUM_BY_NONZERO_WEIGHTS" ->
                    gradient(key, value, Reduction.TF1_SUM_BY_NONZERO_WEIGHTS);
                case "probabilities" -> compare(key, "probabilities", value, inMemoryOrder(result.probabilities()));
                case "weight_sum_after_broadcast" ->
                    compare(
                            key,
                            "reduced",
                            value,
                            result.divisor(Reduction.EXACT_MEAN).value());
                case "nonzero_weights_after_broadcast" ->
                    compare(
                            key,
                            "reduced",
                            value,
                            result.divisor(Reduction.TF1_SUM_BY_NONZERO_WEIGHTS).value());
                default -> fail(golden.id() + " expects " + key + ", which this test does not know");
            }
        }

        private void elementwise(JsonNode value) {
            if (golden.expected().has("atol_elementwise")) {
                naive(GoldenCase.numbers(values(value)));
                return;
            }
            array("elementwise", "elementwise", value, golden.isKeras() ? Reduction.KERAS_NONE : Reduction.NONE);
        }

        /// The naive form has a tolerance for each element; the sign of a zero is not compared.
        private void naive(double... wanted) {
            var allowed = GoldenCase.numbers(values(golden.expected().get("atol_elementwise")));
            var actual = inMemoryOrder(result.terms());
            for (int i = 0; i < wanted.length; i++) {
                numbers++;
                if (!matches(wanted[i], actual[i], 0, allowed[i])) {
                    failures.add(golden.id() + " elementwise[" + i + "]: " + wanted[i] + ", got " + actual[i]);
                }
            }
        }

        private void array(String key, String kind, JsonNode value, Reduction reduction) {
            var shape = GoldenCase.ints(value.get("shape"));
            if (!java.util.Arrays.equals(shape, result.reducedShape(reduction))) {
                failures.add(golden.id() + " " + key + ": shape " + java.util.Arrays.toString(shape) + " but got "
                        + java.util.Arrays.toString(result.reducedShape(reduction)));
            }
            compare(key, kind, value.get("values"), result.reducedArray(reduction));
        }

        private void reduced(String id, String kind, JsonNode value) {
            if (id.equals("keras.default_float32")) {
                var document = golden.document(DType.FLOAT32, DType.FLOAT32);
                var inFloat = new LossEngine()
                        .evaluate(document, null, Pass.PLAIN.with(weights))
                        .a();
                compare(id, kind, value, inFloat.reduced(Reduction.KERAS_SUM_OVER_BATCH_SIZE));
            } else {
                compare(id, kind, value, result.reduced(reduction(id)));
            }
        }

        /// With class indices the mean of the file is PyTorch's, which counts weights.
        private Reduction reduction(String id) {
            return switch (id) {
                case "mean" -> golden.hasClassIndices() ? Reduction.TORCH_MEAN : Reduction.MEAN;
                case "mean_over_all_positions" -> Reduction.MEAN;
                default -> Reduction.of(id);
            };
        }

        private void axisMean(String key, JsonNode value) {
            switch (key) {
                case "over_class" -> array(key, "reduced", value, Reduction.MEAN_OVER_CLASS);
                case "over_position" -> array(key, "reduced", value, Reduction.MEAN_OVER_POSITION);
                case "per_class" -> compare(key, "reduced", values(value), result.perClassMean());
                case "per_example" -> {
                    compare(key, "reduced", values(value), result.reducedArray(Reduction.MEAN_PER_EXAMPLE));
                    compare(key, "reduced", values(value), result.perExampleMean());
                }
                default -> fail(golden.id() + " expects the mean " + key + ", which this test does not know");
            }
        }

        private static JsonNode values(JsonNode node) {
            return node.isObject() ? node.get("values") : node;
        }

        private void gradient(String key, JsonNode value, Reduction reduction) {
            var layout = golden.layout();
            var actual = new double[Math.toIntExact(layout.shape().size())];
            for (int i = 0; i < actual.length; i++) {
                var cell = layout.cellAt(i);
                actual[i] = result.gradientOf(reduction, cell.example(), cell.cls(), cell.position());
            }
            compare(key, "grad", value, actual);
        }

        private void returnedGradient(String key, JsonNode value) {
            var actual = inMemoryOrder(result.returnedGradient().field());
            double scale = result.gradientScale(Reduction.MEAN);
            for (int i = 0; i < actual.length; i++) {
                actual[i] *= scale;
            }
            compare(key, "grad", value, actual);
        }

        private double[] inMemoryOrder(Field field) {
            var layout = golden.layout();
            var values = new double[Math.toIntExact(layout.shape().size())];
            for (int i = 0; i < values.length; i++) {
                var cell = layout.cellAt(i);
                values[i] = field.get(cell.example(), cell.cls(), cell.position());
            }
            return values;
        }

        /// float32(loss) · float32(weight), as `tf.losses` with `Reduction.NONE` returns it.
        private double[] castElements() {
            var factors = weights.over(result, result.axes());
            var layout = golden.layout();
            var values = inMemoryOrder(result.terms());
            for (int i = 0; i < values.length; i++) {
                var cell = layout.cellAt(i);
                float factor = (float) factors.at(cell.example(), cell.cls(), cell.position());
                values[i] = (float) values[i] * factor;
            }
            return values;
        }

        /// The same document with the axes in the other order has the same bits in every cell and in every sum.
        private void otherLayout() {
            var document = evaluation.document();
            var setup = document.setup().withFormat(document.setup().format().other());
            var other =
                    new LossEngine().evaluate(document.withSetup(setup), null).a();
            var plain = new LossEngine().evaluate(document, null).a();
            Fields.assertSameBits(plain.terms(), other.terms(), golden.id());
            Fields.assertSameBits(plain.gradient(), other.gradient(), golden.id());
            Fields.assertSameBits(plain.probabilities(), other.probabilities(), golden.id());
            assertEquals(plain.reduced(Reduction.SUM), other.reduced(Reduction.SUM), golden.id());
            assertEquals(plain.reduced(Reduction.TF1_SUM), other.reduced(Reduction.TF1_SUM), golden.id());
            assertEquals(
                    plain.axes().contains(Axis.CLASS),
                    other.axes().contains(Axis.CLASS),
                    "the axis is named, not counted");
        }

        private void compare(String key, String kind, JsonNode expected, double... actual) {
            var wanted = GoldenCase.numbers(expected);
            var tolerance = golden.tolerance(kind);
            if (wanted.length != actual.length) {
                failures.add(golden.id() + " " + key + ": " + wanted.length + " values, got " + actual.length);
                return;
            }
            for (int i = 0; i < wanted.length; i++) {
                numbers++;
                if (!matches(wanted[i], actual[i], tolerance[0], tolerance[1])) {
                    failures.add(golden.id() + " " + key + "[" + i + "]: " + wanted[i] + ", got " + actual[i]);
                }
            }
        }

        private static boolean matches(double wanted, double actual, double relative, double absolute) {
            if (Double.isNaN(wanted) || Double.isInfinite(wanted)) {
                return Double.compare(wanted, actual) == 0;
            }
            return Math.abs(actual - wanted) <= absolute + relative * Math.abs(wanted);
        }
    }
}
