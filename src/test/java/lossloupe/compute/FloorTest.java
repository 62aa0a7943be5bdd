package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.compute.Documents.Recipe;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The floor is what labels alone cost: nothing is below it, and the best logits reach it.
class FloorTest {
    private static final long SEED = 7_141_421;
    private static final double NEVER = -60;

    static List<LossChoice> losses() {
        return Documents.losses();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void noLogitsGoBelowTheFloor(LossChoice loss) {
        for (var labels : List.of(DType.UINT8, DType.FLOAT64)) {
            var recipe = new Recipe(2, 4, 300, labels, DType.FLOAT64);
            var document = Documents.random(recipe, Documents.setup(loss, DType.FLOAT64), new Random(SEED));
            var result = Documents.evaluate(document);
            LossContractTest.eachCell(result, (e, c, p) -> {
                double floor = floor(result, e, c, p);
                assertTrue(floor >= 0);
                assertTrue(LossContractTest.output(result, e, c, p) >= floor - 1e-14, () -> loss + " seed " + SEED);
                assertEquals(floor, result.loss().floor(result.cell(e, c, p)), 1e-12);
            });
            assertTrue(result.reduced(Reduction.MEAN) > result.floor(Reduction.MEAN));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theBestLogitsReachTheFloor(LossChoice loss) {
        for (var labels : List.of(DType.UINT8, DType.FLOAT64)) {
            var recipe = new Recipe(2, 4, 300, labels, DType.FLOAT64);
            var document = Documents.random(recipe, Documents.setup(loss, DType.FLOAT64), new Random(SEED));
            var result = Documents.evaluate(withBestLogits(document, loss));
            LossContractTest.eachCell(
                    result,
                    (e, c, p) -> assertEquals(
                            floor(result, e, c, p),
                            LossContractTest.output(result, e, c, p),
                            1e-11,
                            () -> loss + " seed " + SEED));
        }
    }

    @Test
    void onTheSeedSoftmaxPaysForOverlapsAndSigmoidForNothing() {
        var evaluation = new LossEngine().evaluate(Samples.seed(), null);
        assertEquals(0, evaluation.a().floor(Reduction.MEAN));
        // Five of twelve positions have two classes: 5 · 2 ln 2 / 12.
        assertEquals(5 * 2 * Math.log(2) / 12, evaluation.b().floor(Reduction.MEAN), 1e-15);
        assertEquals(0.2138, evaluation.a().reduced(Reduction.MEAN), 5e-5);
        assertEquals(0.7577, evaluation.b().reduced(Reduction.MEAN), 5e-5);
    }

    @Test
    void labelsOutsideTheUnitIntervalHaveNoFloor() {
        for (var loss : losses()) {
            var recipe = new Recipe(1, 2, 3, DType.FLOAT64, DType.FLOAT64);
            var document = Documents.document(recipe, Documents.setup(loss, DType.FLOAT64), () -> -0.5, () -> 1.0);
            assertEquals(Double.NEGATIVE_INFINITY, Documents.evaluate(document).floor(Reduction.MEAN), loss.toString());
        }
    }

    private static double floor(LossResult result, int e, int c, int p) {
        var shape = result.floors().shape();
        return result.floors().get(e, Math.min(c, shape.classes() - 1), Math.min(p, shape.length() - 1));
    }

    private static Document withBestLogits(Document document, LossChoice loss) {
        boolean sigmoid = loss.id().startsWith("sigmoid");
        return document.withExamples(document.examples().stream()
                .map(e -> new Example(
                        e.series(),
                        e.labels(),
                        IntStream.range(0, e.labels().size())
                                .mapToObj(c -> best(e.labels().get(c), sigmoid))
                                .toList()))
                .toList());
    }

    /// x = ln z, or ln z − ln(1−z) for the sigmoid; far away instead of at infinity.
    private static Plane best(Plane labels, boolean sigmoid) {
        return Plane.generate(DType.FLOAT64, labels.length(), p -> {
            double z = labels.get(p);
            double negative = sigmoid ? Math.max(NEVER, Math.log1p(-z)) : 0;
            return Math.max(NEVER, Math.log(z)) - negative;
        });
    }
}
