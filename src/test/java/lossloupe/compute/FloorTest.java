package lossloupe.compute;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import lossloupe.compute.Documents.Recipe;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.loss.ElementwiseLoss;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.Losses;
import lossloupe.loss.RankedLoss;
import lossloupe.loss.RegionLoss;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
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

    @Test
    void withoutAClipAHardLabelCanCostNothing() {
        var loss = LossChoice.of("binary_crossentropy").with("epsilon", "0");
        for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            var recipe = new Recipe(1, 2, 20, DType.UINT8, dtype);
            var document = Documents.random(recipe, Documents.setup(loss, dtype), new Random(SEED));
            assertEquals(0, Documents.evaluate(document).floor(Reduction.MEAN), 1e-15);
        }
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
                if (!isClaimed(loss, floor)) {
                    return;
                }
                assertTrue(floor >= 0, () -> loss + " seed " + SEED);
                assertTrue(LossContractTest.output(result, e, c, p) >= floor - 1e-14, () -> loss + " seed " + SEED);
                assertEquals(floor, result.loss().floor(result.cell(e, c, p)), 1e-12);
            });
            double least = result.floor(Reduction.MEAN);
            assertTrue(result.reduced(Reduction.MEAN) > least || !isClaimed(loss, least));
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
                            isClaimed(loss, floor(result, e, c, p)) ? LossContractTest.output(result, e, c, p) : NaN,
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
            if (Set.of("sparse_softmax_cross_entropy", "sigmoid_focal").contains(loss.id()) || isOfRegions(loss)) {
                continue; // Class indices cannot be negative, and the others claim nothing there.
            }
            var recipe = new Recipe(1, 2, 3, DType.FLOAT64, DType.FLOAT64);
            var document = Documents.document(recipe, Documents.setup(loss, DType.FLOAT64), () -> -0.5, () -> 1.0);
            assertEquals(Double.NEGATIVE_INFINITY, Documents.evaluate(document).floor(Reduction.MEAN), loss.toString());
        }
    }

    /// Frameworks take a negative weight without a word; what it weighs then makes the reduction smaller without
    /// end.
    @Test
    void aNegativeWeightLeavesNoFloor() {
        var document = weighted(1, -0.5);
        for (var id : List.of("sigmoid_cross_entropy", "naive_sigmoid_cross_entropy", "sigmoid_focal")) {
            assertEquals(NEGATIVE_INFINITY, floor(document, id, Reduction.MEAN), id);
            assertEquals(NEGATIVE_INFINITY, floor(document, id, Reduction.TF1_SUM_BY_NONZERO_WEIGHTS), id);
        }
        var worse = new Edit.Values(Edit.Target.LOGITS, 0, 0, 3, new double[] {1e6}).apply(document);
        assertTrue(Documents.evaluate(worse).reduced(Reduction.MEAN)
                < Documents.evaluate(document).reduced(Reduction.MEAN) - 1e3);
        assertTrue(Double.isNaN(floor(document, "binary_crossentropy", Reduction.MEAN)), "it clips");
        assertEquals(0, floor(weighted(1, 0), "sigmoid_cross_entropy", Reduction.MEAN));
    }

    /// Σ w·L / Σ w is the mean where every w is −1, and has no floor where the divisor alone is below zero.
    @Test
    void aNegativeDivisorTurnsEveryFactor() {
        assertEquals(0, floor(weighted(-1, -1), "sigmoid_cross_entropy", Reduction.EXACT_MEAN));
        assertEquals(NEGATIVE_INFINITY, floor(weighted(-1, -1), "sigmoid_cross_entropy", Reduction.MEAN));
        assertEquals(NEGATIVE_INFINITY, floor(weighted(1, -40), "sigmoid_cross_entropy", Reduction.EXACT_MEAN));
        assertEquals(0, floor(weighted(1, -11), "sigmoid_cross_entropy", Reduction.EXACT_MEAN), "nothing is divided");
    }

    /// A softmax costs nothing in a gap, whatever the logits are: the seed has one at position 3.
    @Test
    void aNegativeWeightOnAGapTakesNothing() {
        assertEquals(NEGATIVE_INFINITY, floor(weighted(-1, 1), "softmax_cross_entropy", Reduction.MEAN));
        assertTrue(Double.isNaN(floor(weighted(1, -1), "softmax_cross_entropy", Reduction.MEAN)));
    }

    /// The seed's sample with one weight for position 3 and another for the others.
    private static Document weighted(double others, double third) {
        var document = Samples.seed();
        return document.withWeights(
                WeightGrid.generate(Set.of(Axis.POSITION), document.shape(), (e, c, p) -> p == 3 ? third : others));
    }

    private static double floor(Document document, String loss, Reduction reduction) {
        return Documents.evaluate(document.withSetup(document.setup().withA(LossChoice.of(loss))))
                .floor(reduction);
    }

    /// The focal loss claims no floor for labels between 0 and 1, and overlap losses none where it is not 0.
    private static boolean isClaimed(LossChoice loss, double floor) {
        boolean mayBeUnknown = loss.id().equals("sigmoid_focal") || isOfRegions(loss);
        assertTrue(!Double.isNaN(floor) || mayBeUnknown, () -> loss + " has no floor");
        return !Double.isNaN(floor);
    }

    private static boolean isOfRegions(LossChoice loss) {
        return Losses.of(loss.id(), loss.params()).isOfRegions();
    }

    private static double floor(LossResult result, int e, int c, int p) {
        var shape = result.floors().shape();
        return result.floors()
                .get(Math.min(e, shape.batch() - 1), Math.min(c, shape.classes() - 1), Math.min(p, shape.length() - 1));
    }

    private static Document withBestLogits(Document document, LossChoice choice) {
        var result = Documents.evaluate(document);
        var examples = new ArrayList<Example>();
        for (int e = 0; e < document.examples().size(); e++) {
            var labels = document.example(e).labels();
            var logits = new ArrayList<Plane>();
            for (int c = 0; c < labels.size(); c++) {
                logits.add(best(result, e, c, labels));
            }
            examples.add(new Example(document.example(e).series(), labels, logits));
        }
        return document.withExamples(examples);
    }

    /// x = ln target for a softmax, far away instead of at infinity; for a loss of one cell the least point of its
    /// curve.
    private static Plane best(LossResult result, int example, int cls, List<Plane> labels) {
        int length = labels.get(cls).length();
        return switch (result.loss()) {
            case GroupedLoss g -> {
                var rows = g.axis() == Axis.CLASS ? labels : List.of(labels.get(cls));
                var targets = g.targets(rows.stream().map(r -> r.chunk(0)).toList());
                var own = targets.get(g.axis() == Axis.CLASS ? cls : 0);
                yield Plane.generate(DType.FLOAT64, length, p -> Math.max(NEVER, Math.log(own.get(p))));
            }
            case RegionLoss l ->
                Plane.generate(DType.FLOAT64, length, p -> labels.get(cls).get(p) == 1 ? -NEVER : NEVER);
            case RankedLoss l ->
                Plane.generate(DType.FLOAT64, length, p -> labels.get(cls).get(p) == 1 ? 1 : -1);
            case ElementwiseLoss l ->
                Plane.generate(DType.FLOAT64, length, p -> least(l.curve(result.cell(example, cls, p))));
        };
    }

    private static double least(DoubleUnaryOperator curve) {
        double low = -34;
        double high = 34;
        for (int i = 0; i < 200; i++) {
            double third = (high - low) / 3;
            if (curve.applyAsDouble(low + third) <= curve.applyAsDouble(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return (low + high) / 2;
    }
}
