package lossloupe.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    /// Position 7 of the seed, class 2: the cell of the drawing.
    private static final double[] LOGITS = {-2, 2.1, 2.3, -1.9};

    private static final double[] LABELS = {0, 1, 1, 0};

    private static CellContext cell(double[] logits, double[] labels, int index) {
        return new CellContext(logits, labels, index, DType.FLOAT64);
    }

    @Test
    void sigmoidFillsInItsNumbers() {
        var text = new SigmoidCrossEntropy().explain(cell(LOGITS, LABELS, 1), 4).text();
        assertEquals("max(x,0) − x·z + ln(1+e^−|x|)\n= 2.1 − 2.1·1 + 0.1155\n= 0.1155", text);
    }

    @Test
    void negativeNumbersAreBracketedAndHaveATrueMinus() {
        var text = new SigmoidCrossEntropy().explain(cell(LOGITS, LABELS, 0), 4).text();
        assertTrue(text.contains("= 0 − (−2)·0 + 0.1269"), text);
    }

    @Test
    void softmaxShowsWhatTheFibreShares() {
        var explanation = new SoftmaxCrossEntropy(Axis.CLASS).explain(cell(LOGITS, LABELS, 1), 4);
        assertEquals("z·(ln Σ e^x − x)\n= 1·(2.9137 − 2.1)\n= 0.8137\nΣ over n = 1.4274", explanation.text());
        var shared = explanation.lines().get(1).parts().stream()
                .filter(p -> p.source() == Explanation.Source.SHARED)
                .toList();
        assertEquals(1, shared.size());
        assertEquals("2.9137", shared.getFirst().text());
    }

    @Test
    void infinitiesAndNaNAreNamed() {
        double[] logits = {Double.POSITIVE_INFINITY, Double.NaN};
        double[] labels = {0, 1};
        assertTrue(new SigmoidCrossEntropy()
                .explain(cell(logits, labels, 0), 4)
                .text()
                .endsWith("→ ∞"));
        assertTrue(new SigmoidCrossEntropy()
                .explain(cell(logits, labels, 1), 4)
                .text()
                .endsWith("= NaN"));
    }

    @Test
    void aTinyLossIsNotShownAsNone() {
        double[] logits = {-30};
        double[] labels = {0};
        var text = new SigmoidCrossEntropy().explain(cell(logits, labels, 0), 4).text();
        assertTrue(text.endsWith("= 9.4e−14"), text);
    }

    @Test
    void theCurveOfAFibreOfOneIsFlat() {
        var curve = new SoftmaxCrossEntropy(Axis.CLASS).curve(cell(new double[] {3}, new double[] {1}, 0));
        assertEquals(0, curve.applyAsDouble(-5));
        assertEquals(0, curve.applyAsDouble(5));
    }

    @Test
    void theCurveStaysExactFarOut() {
        var curve = new SoftmaxCrossEntropy(Axis.CLASS).curve(cell(LOGITS, new double[] {0, 1, 0, 0}, 1));
        assertEquals(1e30, curve.applyAsDouble(-1e30));
        assertEquals(Math.exp(2.8 - 60), curve.applyAsDouble(60), Math.exp(2.8 - 60));
        assertTrue(curve.applyAsDouble(60) > 0, "small losses keep their digits");
    }

    @Test
    void unknownNamesAreToldTogetherWithTheKnownOnes() {
        var loss = assertThrows(IllegalArgumentException.class, () -> Losses.of("hinge", Map.of()));
        assertTrue(message(loss).contains("hinge") && message(loss).contains("softmax_cross_entropy"));
        var param = assertThrows(
                IllegalArgumentException.class, () -> Losses.of("softmax_cross_entropy", Map.of("dim", "1")));
        assertTrue(message(param).contains("dim") && message(param).contains("axis"), message(param));
        var value = assertThrows(
                IllegalArgumentException.class, () -> Losses.of("softmax_cross_entropy", Map.of("axis", "batch")));
        assertTrue(message(value).contains("class position"), message(value));
    }

    private static String message(Throwable error) {
        return String.valueOf(error.getMessage());
    }

    /// ∞ − ∞ has no value; the loss is what it tends to, and says so.
    @Test
    void atAnInfiniteLogitTheResultIsALimit() {
        double[] logits = {-2, Double.POSITIVE_INFINITY, 2.3, -1.9};
        var text = new SigmoidCrossEntropy().explain(cell(logits, LABELS, 1), 4).text();
        assertTrue(text.endsWith("→ 0"), text);
    }
}
