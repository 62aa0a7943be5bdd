package lossloupe.export.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.document.WeightPresets;
import lossloupe.loss.LossInfo;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Snippets of every framework and loss, word for word. The files in `src/test/resources/snippets` were run in NumPy
/// 2.4.6, TensorFlow 2.21.0, Keras 3.15.1, PyTorch 2.13.0 and JAX 0.10.2 with Optax 0.2.8, where each assertion holds;
/// `-Dlossloupe.golden=write` writes them anew, and whoever does so runs them again.
class SnippetTextTest {
    private static final Path GOLDEN = Path.of("src/test/resources/snippets");

    private static final List<Reduction> REDUCTIONS = List.of(
            Reduction.NONE,
            Reduction.MEAN,
            Reduction.TF1_SUM_BY_NONZERO_WEIGHTS,
            Reduction.KERAS_SUM_OVER_BATCH_SIZE,
            Reduction.TORCH_MEAN);

    static List<Arguments> frameworksAndLosses() {
        var all = new ArrayList<Arguments>();
        for (var framework : Framework.values()) {
            Losses.ALL.forEach(info -> all.add(Arguments.of(framework, info)));
        }
        return all;
    }

    /// Two classes, three positions, of which the last has no label and is left out.
    private static Document document(LossInfo info) {
        var setup = LossSetup.DEFAULT.withA(LossChoice.of(info.id()));
        var plain = Samples.random(new Samples.Recipe(1, 2, 3, -2, 2, .5, 4), setup);
        return plain.withWeights(WeightPresets.ignoringUnlabelled(plain));
    }

    private static String text(Framework framework, LossInfo info) {
        var document = document(info);
        var result = new LossEngine().evaluate(document, null).a();
        return new Snippet(framework, document, List.of(result), REDUCTIONS, "").text();
    }

    @ParameterizedTest
    @MethodSource("frameworksAndLosses")
    void isTheTextThatWasRunInTheFramework(Framework framework, LossInfo info) throws IOException {
        var file = GOLDEN.resolve(framework.id()).resolve(info.id() + ".py");
        if ("write".equals(System.getProperty("lossloupe.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(framework, info));
        }
        assertEquals(Files.readString(file), text(framework, info));
    }

    @Test
    void everySnippetIsPython(@TempDir Path folder) throws IOException {
        assumeTrue(Python.has("py_compile"), "no python3 on this machine");
        var cases = SnippetCase.all();
        for (var framework : Framework.values()) {
            // No stride of the cases: every fifth has each loss, layout and kind of weights.
            for (int i = 0; i < cases.size(); i += 5) {
                var name = framework.id() + "-" + cases.get(i).name() + ".py";
                Files.writeString(folder.resolve(name), cases.get(i).text(framework));
            }
        }
        var outcome = Python.run(folder, "-m", "compileall", "-q", ".");
        assertEquals(0, outcome.exit(), outcome::said);
    }

    /// Through softmax a logit moves every class: with weights of classes, no one factor leads from the derivative
    /// of the sum to what a framework returns.
    @Test
    void theGradientOfRegionsIsAssertedWithAndWithoutWeights() {
        var choice = LossChoice.of("soft_dice", Map.of("sums_over", "per_class", "activation", "softmax"));
        var plain = Samples.random(new Samples.Recipe(1, 2, 3, -2, 2, .5, 4), LossSetup.DEFAULT.withA(choice));
        for (var document : List.of(plain, plain.withWeights(WeightPresets.balanced(plain)))) {
            var result = new LossEngine().evaluate(document, null).a();
            var text = new Snippet(Framework.PYTORCH, document, List.of(result), REDUCTIONS, "").text();
            assertTrue(text.contains("gradient of mean"), text);
        }
    }

    @Test
    void namesCannotEndAComment() {
        var document = document(Losses.ALL.getFirst()).named("a\nimport os\r\u0085b");
        var result = new LossEngine().evaluate(document, null).a();
        var text = new Snippet(Framework.NUMPY, document, List.of(result), List.of(Reduction.MEAN), "").text();
        assertTrue(text.startsWith("# a import os  b in NumPy"), text);
    }

    @Test
    void notFiniteInputsAreShownAndNotAsserted() {
        var setup = LossSetup.DEFAULT;
        var document = Samples.random(new Samples.Recipe(1, 2, 3, -2, 2, .5, 4), setup);
        var example = document.example(0).withLogits(0, Plane.of(1, Double.NEGATIVE_INFINITY, Double.NaN));
        var infinite = document.withExamples(List.of(example));
        var result = new LossEngine().evaluate(infinite, null).a();
        var text = new Snippet(Framework.JAX, infinite, List.of(result), List.of(Reduction.MEAN), "").text();
        assertTrue(text.contains("-np.inf, np.nan]"), text);
        assertTrue(text.contains("Some inputs are not finite") && !text.contains("assert_allclose"), text);
    }

    @Test
    void numbersReadBackTheSame() {
        assertEquals("0.1", PythonText.number(.1f, DType.FLOAT32));
        assertEquals("0.10000000149011612", PythonText.number(.1f, DType.FLOAT64));
        assertEquals("-0.0", PythonText.number(-0.0, DType.FLOAT64));
        assertEquals("23", PythonText.number(23, DType.FLOAT64));
        assertEquals(
                "[\n    [\n        [1, 2],\n        [3, 4],\n    ],\n]",
                PythonText.nested(new int[] {1, 2, 2}, i -> i + 1.0, DType.FLOAT64, List.of()));
    }
}
