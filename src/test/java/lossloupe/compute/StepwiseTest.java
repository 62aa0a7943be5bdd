package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lossloupe.compute.Documents.Recipe;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.kernel.Arithmetic;
import lossloupe.kernel.NumberFormat;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every loss comes to with each step of its formula rounded.
class StepwiseTest {
    private static final long SEED = 7_302_611;

    static List<LossChoice> losses() {
        return Documents.losses();
    }

    private static Document random(LossChoice loss, DType labels) {
        var recipe = new Recipe(2, 4, 60, labels, DType.FLOAT64);
        return Documents.random(recipe, Documents.setup(loss, DType.FLOAT64), new Random(SEED));
    }

    private static Arithmetic in(NumberFormat format) {
        return new Arithmetic(format);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void inFloat64ItIsTheLoss(LossChoice loss) {
        for (var labels : List.of(DType.UINT8, DType.FLOAT64)) {
            var result = Documents.evaluate(random(loss, labels));
            var steps = in(NumberFormat.FLOAT64);
            LossContractTest.eachCell(result, (e, c, p) -> {
                var cell = result.cell(e, c, p);
                double term = result.terms().get(e, c, p);
                assertEquals(term, result.loss().term(cell, steps), 1e-11 * (1 + Math.abs(term)), loss.toString());
                assertEquals(
                        result.probabilities().get(e, c, p),
                        result.loss().probability(cell, steps),
                        1e-14,
                        loss.toString());
            });
        }
    }

    /// Every step is a number of the format, and the error is some roundings' worth of what the steps work on.
    @ParameterizedTest
    @MethodSource("losses")
    void narrowFormatsLoseDigits(LossChoice loss) {
        var result = Documents.evaluate(random(loss, DType.UINT8));
        for (var format : List.of(NumberFormat.FLOAT32, NumberFormat.FLOAT16, NumberFormat.BFLOAT16)) {
            double unit = Math.scalb(1.0, -format.fractionBits());
            LossContractTest.eachCell(result, (e, c, p) -> {
                double narrow = result.loss().term(result.cell(e, c, p), in(format));
                assertTrue(Double.isNaN(narrow) || format.rounded(narrow) == narrow, () -> loss + " in " + format.id());
                double term = result.terms().get(e, c, p);
                boolean mayOverflow = loss.id().startsWith("naive") || loss.id().equals("binary_crossentropy");
                assertTrue(
                        mayOverflow || Math.abs(narrow - term) <= 40 * unit * (1 + Math.abs(term)),
                        () -> loss + " in " + format.id() + ": " + narrow + " for " + term);
            });
        }
    }

    /// 70000 is infinite in float16 alone. losses.md §1.1 and §1.5 say what frameworks make of infinite logits.
    @Test
    void whereALogitOverflowsALossIsWhatFrameworksGive() {
        assertTrue(Double.isNaN(at70000("softmax_cross_entropy", 2, NumberFormat.FLOAT16)));
        assertTrue(Double.isNaN(at70000("softmax_cross_entropy", 1, NumberFormat.FLOAT16)), "the class beside it");
        assertTrue(Double.isNaN(at70000("sparse_softmax_cross_entropy", 1, NumberFormat.FLOAT16)));
        assertEquals(0, at70000("sparse_softmax_cross_entropy", 0, NumberFormat.FLOAT16), "not asked for");
        assertTrue(Double.isNaN(at70000("sigmoid_cross_entropy", 2, NumberFormat.FLOAT16)), "∞ − ∞·0");
        assertEquals(70144, at70000("sigmoid_cross_entropy", 2, NumberFormat.BFLOAT16), "the nearest bfloat16");
        assertEquals(70000, at70000("sigmoid_cross_entropy", 2, NumberFormat.FLOAT32));
        assertEquals(Double.POSITIVE_INFINITY, at70000("lovasz_hinge", 2, NumberFormat.FLOAT16));
        assertTrue(at70000("soft_dice", 2, NumberFormat.FLOAT16) > 0, "a sigmoid has no trouble with it");
    }

    /// float16 has no number between 1 − 1e-7 and 1.
    @Test
    void kerasClipLeavesFloat16Unprotected() {
        assertEquals(Double.POSITIVE_INFINITY, at("binary_crossentropy", 20, 2, NumberFormat.FLOAT16));
        assertEquals(15.942385, at("binary_crossentropy", 20, 2, NumberFormat.FLOAT32), 1e-6);
    }

    private static double at70000(String loss, int cls, NumberFormat format) {
        return at(loss, 70_000, cls, format);
    }

    /// At position 5 of the seed, which has class 1, with a logit of class 2.
    private static double at(String loss, double logit, int cls, NumberFormat format) {
        var document = new Edit.Values(Edit.Target.LOGITS, 0, 2, 5, new double[] {logit}).apply(Samples.seed());
        var result = Documents.evaluate(document.withSetup(document.setup().withA(LossChoice.of(loss))));
        return result.loss().term(result.cell(0, cls, 5), in(format));
    }
}
