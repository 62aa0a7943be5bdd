package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossloupe.cli.Cli;
import lossloupe.cli.NoDesktop;
import lossloupe.document.Document;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every golden case, written as the arrays it is and given to `evaluate`: the numbers are those of the public API,
/// which [GoldenTest] compares with the frameworks'.
class GoldenCliTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigmoid_ce",
                "sigmoid_ce_extreme",
                "softmax_ce",
                "softmax_ce_extreme",
                "softmax_ce_wrong_axis",
                "reductions",
                "weighted_sigmoid_ce",
                "label_smoothing",
                "bce_on_probabilities",
                "naive_log_sigmoid",
                "sigmoid_focal",
                "sparse_softmax_ce",
                "overlap_losses"
            })
    void evaluateGivesTheNumbersOfTheApi(String file) throws IOException {
        int compared = 0;
        for (var golden : GoldenTest.cases(file)) {
            var document = golden.document(DType.FLOAT64, golden.dtype());
            var result = new LossEngine()
                    .evaluate(document, null, Pass.PLAIN.with(golden.weights()))
                    .a();
            var json = evaluated(golden, document);
            for (var reduction : Reduction.values()) {
                var node = json.path("reduced").path(reduction.id());
                if (reduction.isScalar() && !node.isMissingNode()) {
                    double value = node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
                    assertEquals(result.reduced(reduction), value, golden.id() + " " + reduction.id());
                    compared++;
                }
            }
            assertEquals(
                    Arrays.toString(result.elementwiseShape()).replace(" ", ""),
                    json.path("elementwise_shape").toString(),
                    golden.id());
        }
        assertTrue(compared > 0, "nothing was compared");
    }

    private JsonNode evaluated(GoldenCase golden, Document document) throws IOException {
        var file = folder.resolve("case.npz");
        Files.deleteIfExists(file);
        write(golden, document, file);
        var args = new ArrayList<>(List.of(
                "evaluate",
                file.toString(),
                "--format",
                "json",
                "--data-format",
                golden.format().id(),
                "--dtype",
                golden.dtype().id(),
                "--loss",
                document.setup().a().id()));
        document.setup().a().params().forEach((k, v) -> args.addAll(List.of("--param", k + "=" + v)));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit =
                Cli.run(out, err, new ByteArrayInputStream(new byte[0]), new NoDesktop(), args.toArray(String[]::new));
        assertEquals(0, exit, golden.id() + " " + err.toString(StandardCharsets.UTF_8));
        return new ObjectMapper()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("results")
                .path(0);
    }

    private static void write(GoldenCase golden, Document document, Path file) throws IOException {
        var layout = document.layout();
        try (var npz = new NpzWriter(Files.newOutputStream(file), NpzWriter.Packing.STORED)) {
            npz.array("labels", NumpyType.FLOAT64, MemoryOrder.C, layout.sizes(), i -> {
                var cell = layout.cellAt(i);
                return document.example(cell.example()).labels().get(cell.cls()).get(cell.position());
            });
            var type = golden.dtype() == DType.FLOAT32 ? NumpyType.FLOAT32 : NumpyType.FLOAT64;
            npz.array("logits", type, MemoryOrder.C, layout.sizes(), i -> {
                var cell = layout.cellAt(i);
                return document.example(cell.example()).logits().get(cell.cls()).get(cell.position());
            });
            var weights = golden.json().get("weights");
            if (!weights.isNull()) {
                var values = GoldenCase.numbers(weights.get("values"));
                npz.array(
                        "weights",
                        NumpyType.FLOAT64,
                        MemoryOrder.C,
                        GoldenCase.ints(weights.get("shape")),
                        i -> values[i]);
            }
        }
    }
}
