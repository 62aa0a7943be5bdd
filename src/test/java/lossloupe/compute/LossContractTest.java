package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import lossloupe.compute.Documents.Recipe;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.loss.ElementwiseLoss;
import lossloupe.loss.Loss;
import lossloupe.loss.Losses;
import lossloupe.loss.RankedLoss;
import lossloupe.loss.RegionLoss;
import lossloupe.loss.SumsOver;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every loss of the catalogue promises, whatever its formula.
class LossContractTest {
    private static final long SEED = 20_251_125;

    static List<LossChoice> losses() {
        return Documents.losses();
    }

    /// All but the one that is there to overflow.
    static List<LossChoice> stableLosses() {
        return losses().stream()
                .filter(l -> !l.id().equals("naive_sigmoid_cross_entropy"))
                .toList();
    }

    @Test
    void theNaiveFormOverflowsAsItIsMeantTo() {
        var naive = LossChoice.of("naive_sigmoid_cross_entropy");
        var recipe = new Recipe(1, 1, 4, DType.UINT8, DType.FLOAT32);
        var document = Documents.document(recipe, Documents.setup(naive, DType.FLOAT32), () -> 0, () -> 20);
        assertEquals(Double.POSITIVE_INFINITY, Documents.evaluate(document).reduced(Reduction.MEAN));
    }

    @Test
    void everyLossOfThePackageIsInTheCatalogue() {
        Set<String> implementers = new ClassFileImporter()
                .importPackages("lossloupe.loss").stream()
                        .filter(c -> c.isAssignableTo(Loss.class)
                                && !c.isInterface()
                                && !c.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(c -> c.getName())
                        .collect(Collectors.toSet());
        Set<String> listed = losses().stream()
                .map(c -> Losses.of(c.id(), c.params()).getClass().getName())
                .collect(Collectors.toSet());
        assertTrue(listed.size() >= 2, "the catalogue is empty");
        assertEquals(implementers, listed);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theGradientIsTheDerivativeOfTheValue(LossChoice loss) {
        for (var labels : List.of(DType.UINT8, DType.FLOAT64)) {
            var result = Documents.evaluate(small(loss, labels));
            eachCell(result, (e, c, p) -> {
                var cell = result.cell(e, c, p);
                var curve = result.loss().curve(cell);
                // A ranked loss is straight between its kinks, which a larger step would reach.
                double derivative = result.loss() instanceof RankedLoss
                        ? central(curve, cell.logit(), 1e-5)
                        : derivative(curve, cell.logit());
                double gradient = result.gradient().get(e, c, p);
                assertEquals(
                        derivative, gradient, 1e-9, () -> loss + " at " + e + ", " + c + ", " + p + " seed " + SEED);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theCurvePassesThroughTheValue(LossChoice loss) {
        for (var labels : List.of(DType.UINT8, DType.FLOAT64)) {
            var result = Documents.evaluate(small(loss, labels));
            eachCell(result, (e, c, p) -> {
                var cell = result.cell(e, c, p);
                double value = output(result, e, c, p);
                assertEquals(value, result.loss().valueAt(cell, cell.logit()), 1e-13 * (1 + value));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("stableLosses")
    void nothingOverflowsAtLogitsOfTenThousand(LossChoice loss) {
        var random = new Random(SEED);
        for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            var recipe = new Recipe(2, 4, 50, DType.UINT8, dtype);
            var document = Documents.document(
                    recipe, Documents.setup(loss, dtype), () -> random.nextInt(2), () -> 1e4 * (random.nextInt(3) - 1));
            var result = Documents.evaluate(document);
            for (var field : List.of(result.terms(), result.gradient(), result.probabilities())) {
                assertEquals(0, NonFinite.count(field), loss + " " + dtype);
            }
            assertEquals(0, result.nonFinite().total());
        }
    }

    /// Some roundings of float32 and no cancellation are between the two, where losses are tiny as well.
    @ParameterizedTest
    @MethodSource("stableLosses")
    void float32KeepsItsDigits(LossChoice loss) {
        boolean isElementwise = Losses.of(loss.id(), loss.params()) instanceof ElementwiseLoss;
        if (!isElementwise
                || loss.id().equals("binary_crossentropy")
                || loss.params().containsKey("label_smoothing")) {
            return; // Keras' and targets between 0 and 1 cancel, as a softmax of several logits does.
        }
        var recipe = new Recipe(2, 3, 300, DType.UINT8, DType.FLOAT32);
        var random = new Random(SEED);
        var wide = Documents.document(recipe, Documents.setup(loss, DType.FLOAT64), () -> random.nextInt(2), () ->
                (float) (8 * random.nextGaussian()));
        var exact = Documents.evaluate(wide);
        var narrow = Documents.evaluate(wide.withSetup(wide.setup().withDType(DType.FLOAT32)));
        eachCell(exact, (e, c, p) -> {
            double value = exact.terms().get(e, c, p);
            double slope = exact.gradient().get(e, c, p);
            assertEquals(value, narrow.terms().get(e, c, p), 2e-6 * Math.abs(value), loss + " value");
            assertEquals(slope, narrow.gradient().get(e, c, p), 2e-6 * Math.abs(slope), loss + " gradient");
        });
    }

    /// Probabilities are float32 there, sums are not.
    @ParameterizedTest
    @MethodSource("losses")
    void float32LossesOfRegionsAreThoseOfFloat64ButForRoundings(LossChoice loss) {
        var recipe = new Recipe(2, 3, 4_500, DType.UINT8, DType.FLOAT32);
        var wide = Documents.random(recipe, Documents.setup(loss, DType.FLOAT64), new Random(SEED));
        var exact = Documents.evaluate(wide);
        if (!(exact.loss() instanceof RegionLoss)) {
            return;
        }
        var narrow = Documents.evaluate(wide.withSetup(wide.setup().withDType(DType.FLOAT32)));
        assertEquals(exact.reduced(Reduction.MEAN), narrow.reduced(Reduction.MEAN), 1e-7, loss + " value");
        eachCell(exact, (e, c, p) -> {
            double slope = exact.gradient().get(e, c, p);
            assertEquals(slope, narrow.gradient().get(e, c, p), 1e-6 * Math.abs(slope) + 1e-10, loss + " gradient");
        });
        assertEquals(
                java.util.Arrays.stream(exact.perClass()).sum(),
                java.util.Arrays.stream(narrow.perClass()).sum(),
                1e-6,
                loss + " shares");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void labelsBetweenZeroAndOneCostNothingOrMore(LossChoice loss) {
        for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            var recipe = new Recipe(3, 5, 200, DType.FLOAT64, DType.FLOAT64);
            var document = Documents.random(recipe, Documents.setup(loss, dtype), new Random(SEED));
            var result = Documents.evaluate(document);
            assertTrue(
                    result.terms().range().min() >= 0,
                    loss + " " + result.terms().range().min());
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void anExampleHasTheSameBitsAloneAndInABatch(LossChoice loss) {
        for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            var recipe = new Recipe(3, 3, 4_500, DType.UINT8, DType.FLOAT64);
            var batch = Documents.random(recipe, Documents.setup(loss, dtype), new Random(SEED));
            var together = Documents.evaluate(batch);
            boolean isShared =
                    together.loss().isOfRegions() && together.loss().dropped().contains(Axis.BATCH);
            for (int e = 0; e < (isShared ? 0 : 3); e++) {
                var alone = Documents.evaluate(batch.withExamples(List.of(batch.example(e))));
                for (int c = 0; c < 3; c++) {
                    for (int p = 0; p < 4_500; p++) {
                        assertEquals(
                                together.terms().get(e, c, p), alone.terms().get(0, c, p));
                        assertEquals(
                                together.gradient().get(e, c, p),
                                alone.gradient().get(0, c, p));
                    }
                }
                assertEquals(together.perExampleMean()[e], alone.perExampleMean()[0]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theLayoutChangesNoBitOfACellOrASum(LossChoice loss) {
        var recipe = new Recipe(2, 3, 4_500, DType.FLOAT64, DType.FLOAT64);
        var document = Documents.random(recipe, Documents.setup(loss, DType.FLOAT64), new Random(SEED));
        var first = Documents.evaluate(document);
        var setup = document.setup();
        var last = Documents.evaluate(
                document.withSetup(setup.withFormat(setup.format().other())));
        Fields.assertSameBits(first.terms(), last.terms(), "terms");
        Fields.assertSameBits(first.gradient(), last.gradient(), "gradient");
        for (var reduction : List.of(Reduction.SUM, Reduction.MEAN, Reduction.TF1_MEAN, Reduction.TORCH_MEAN)) {
            assertEquals(first.reduced(reduction), last.reduced(reduction), reduction.id());
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void hardLabelsCountTheSameHoweverTheyAreStored(LossChoice loss) {
        var bytes = small(loss, DType.UINT8);
        var doubles = bytes.withExamples(bytes.examples().stream()
                .map(e -> new Example(
                        e.series(),
                        e.labels().stream().map(p -> p.as(DType.FLOAT64)).toList(),
                        e.logits()))
                .toList());
        Fields.assertSameBits(
                Documents.evaluate(bytes).terms(), Documents.evaluate(doubles).terms(), "seed " + SEED);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void sharesOfARegionAddUpToItsLoss(LossChoice loss) {
        var result = Documents.evaluate(small(loss, DType.UINT8));
        if (!result.loss().isOfRegions() || loss.params().containsKey("smooth_in")) {
            return; // A smoothing that only the denominator has belongs to no cell.
        }
        double shares = java.util.Arrays.stream(result.perClass()).sum();
        assertEquals(result.reduced(Reduction.SUM), shares, 1e-13, loss.toString());
    }

    static Document small(LossChoice loss, DType labels) {
        var recipe = new Recipe(2, 4, 9, labels, DType.FLOAT64);
        return Documents.random(recipe, Documents.setup(loss, DType.FLOAT64), new Random(SEED));
    }

    /// What the loss returns at a cell: the cell's own loss or that of its fibre.
    static double output(LossResult result, int e, int c, int p) {
        if (result.loss() instanceof RegionLoss region) {
            return regions(result, region.sumsOver(), region.activation() == RegionLoss.Activation.SIGMOID, e, c);
        }
        if (result.loss() instanceof RankedLoss ranked) {
            return regions(result, ranked.sumsOver(), true, e, c);
        }
        var fibres = result.fibres();
        if (fibres == null) {
            return result.terms().get(e, c, p);
        }
        return fibres.dropped() == Axis.CLASS
                ? fibres.values().get(e, 0, p)
                : fibres.values().get(e, c, 0);
    }

    /// The losses of the regions that a logit of the cell can change, added up.
    private static double regions(LossResult result, SumsOver sums, boolean ownAlone, int e, int c) {
        var values = result.reducedArray(Reduction.NONE);
        int classes = sums.splitsClasses() ? result.terms().shape().classes() : 1;
        int first = sums.splitsExamples() ? e * classes : 0;
        if (ownAlone) {
            return values[first + (classes > 1 ? c : 0)];
        }
        double sum = 0;
        for (int r = first; r < first + classes; r++) {
            sum += values[r];
        }
        return sum;
    }

    interface CellVisitor {
        void visit(int e, int c, int p);
    }

    static void eachCell(LossResult result, CellVisitor visitor) {
        var shape = result.terms().shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int p = 0; p < shape.length(); p++) {
                    visitor.visit(e, c, p);
                }
            }
        }
    }

    /// Central differences, extrapolated twice (Richardson): the error falls as h^6, rounding stays near 1e-13.
    private static double derivative(DoubleUnaryOperator f, double x) {
        double h = 0.02;
        double a = central(f, x, h);
        double b = central(f, x, h / 2);
        double c = central(f, x, h / 4);
        double ab = b + (b - a) / 3;
        double bc = c + (c - b) / 3;
        return bc + (bc - ab) / 15;
    }

    private static double central(DoubleUnaryOperator f, double x, double h) {
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }
}
