package lossloupe.export.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lossloupe.compute.LossEngine;
import lossloupe.compute.Pass;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snippets of NumPy are run, every one of them: what they assert is what the window shows.
class NumpySnippetTest {
    private static final String RUNNER = """
            import pathlib, sys, traceback
            failed = 0
            for file in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
                try:
                    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), {})
                except BaseException:
                    failed += 1
                    if failed <= 5:
                        traceback.print_exc(limit=-2)
            sys.exit(min(failed, 100))
            """;

    @TempDir
    Path folder;

    @Test
    void everyLossInEveryLayoutTypeAndWeightingGivesWhatIsShown() throws IOException {
        assumeTrue(Python.has("numpy"), "no python3 with numpy on this machine");
        var count = new TreeMap<String, Integer>();
        for (var one : SnippetCase.all()) {
            Files.writeString(folder.resolve(one.name() + ".py"), one.text(Framework.NUMPY));
            count.merge(one.loss().id(), 1, Integer::sum);
        }
        assertEquals(Losses.ALL.stream().map(i -> i.id()).collect(Collectors.toSet()), count.keySet());
        assertTrue(assertAllRun().contains("gradient of mean as expected"), "no gradient was checked");
    }

    /// A test of the test: another number fails.
    @Test
    void aWrongNumberIsFound() throws IOException {
        assumeTrue(Python.has("numpy"), "no python3 with numpy on this machine");
        var setup = LossSetup.DEFAULT.withDType(DType.FLOAT32);
        var document = Samples.seed().withSetup(setup);
        var result = new LossEngine().evaluate(document, null).a();
        var text = new Snippet(Framework.NUMPY, document, List.of(result), List.of(Reduction.MEAN), "").text();
        double mean = result.reduced(Reduction.MEAN);
        var wrong = text.replace(Float.toString((float) mean), Float.toString((float) (mean * 1.0001)));
        Files.writeString(folder.resolve("wrong.py"), wrong);
        var outcome = Python.run(folder, folder.resolve("wrong.py").toString());
        assertEquals(1, outcome.exit(), outcome::said);
        assertTrue(outcome.said().contains("Not equal to tolerance rtol=1e-05"), outcome::said);
    }

    /// Where a logit overflows the naive formula, both sides are infinite or NaN.
    @Test
    void theNaiveLossOverflowsAlike() throws IOException {
        assumeTrue(Python.has("numpy"), "no python3 with numpy on this machine");
        var choice = LossChoice.of("naive_sigmoid_cross_entropy", Map.of());
        for (var dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            var setup = LossSetup.DEFAULT.withDType(dtype).withA(choice);
            var document = Samples.random(new Samples.Recipe(1, 2, 50, -900, 900, .5, 3), setup);
            var result = new LossEngine().evaluate(document, null).a();
            var reductions = List.of(Reduction.NONE, Reduction.TORCH_MEAN);
            var text = new Snippet(Framework.NUMPY, document, List.of(result), reductions, "").text();
            assertTrue(text.contains("np.nan") && text.contains("np.inf"), text);
            Files.writeString(folder.resolve(dtype.id() + ".py"), text);
        }
        assertAllRun();
    }

    /// Weights that are too many for code come from the file, in whatever shape each loss wants them.
    @Test
    void manyWeightsAreLoadedInTheShapeOfEachLoss() throws IOException {
        assumeTrue(Python.has("numpy"), "no python3 with numpy on this machine");
        int count = 0;
        for (var format : DataFormat.values()) {
            var plain =
                    Samples.random(new Samples.Recipe(2, 3, 2500, -4, 4, .4, 3), LossSetup.DEFAULT.withFormat(format));
            for (var axes : List.of(Set.of(Axis.POSITION), Set.of(Axis.CLASS, Axis.POSITION), Set.of(Axis.BATCH))) {
                var weights = WeightGrid.generate(axes, plain.shape(), (e, c, p) -> (e + c + p) % 4 / 2.0);
                write("grid" + count++, plain.withWeights(weights), Weights.NONE);
            }
            int last = plain.layout().sizes()[2];
            var own = new double[2 * 1 * last];
            Arrays.setAll(own, i -> i % 3);
            write("array" + count++, plain, WeightArray.of(new int[] {2, 1, last}, own));
        }
        assertEquals(8, count);
        assertAllRun();
    }

    private void write(String name, Document document, Weights weights) throws IOException {
        var evaluation = new LossEngine().evaluate(document, null, Pass.PLAIN.with(weights));
        var results = List.of(evaluation.a(), evaluation.b());
        var snippet = new Snippet(Framework.NUMPY, document, results, List.of(Reduction.values()), "");
        SnippetFile.write(snippet, evaluation, weights, folder.resolve(name + ".py"));
    }

    private String assertAllRun() throws IOException {
        var outcome = Python.run(folder, "-c", RUNNER, ".");
        assertEquals(0, outcome.exit(), outcome::said);
        assertTrue(outcome.said().contains("torch.mean"), "nothing was checked");
        return outcome.said();
    }
}
