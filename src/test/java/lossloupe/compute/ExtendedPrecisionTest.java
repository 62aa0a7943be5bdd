package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every loss and its gradient against the formula computed to fifty digits: central differences of step 1e-16 are true
/// to thirty, so what is measured is the error of the gradient and not of the difference.
class ExtendedPrecisionTest {
    private static final BigDecimal STEP = new BigDecimal("1e-16");
    private static final long SEED = 17;

    static List<LossChoice> losses() {
        return LossContractTest.losses();
    }

    private static Document document(LossChoice loss, DType labels) {
        var random = new Random(SEED);
        var setup = Documents.setup(loss, DType.FLOAT64);
        var recipe = new Documents.Recipe(2, 3, 4, labels, DType.FLOAT64);
        var document = Documents.random(recipe, setup, random);
        return loss.id().equals("sparse_softmax_cross_entropy") ? oneClassEach(document, random) : document;
    }

    /// Class indices have one class at a position.
    private static Document oneClassEach(Document document, Random random) {
        int[] of = random.ints(document.shape().length(), 0, document.shape().classes())
                .toArray();
        return document.withExamples(document.examples().stream()
                .map(example -> {
                    var changed = example;
                    for (int c = 0; c < document.shape().classes(); c++) {
                        int cls = c;
                        changed = changed.withLabels(
                                c, Plane.generate(DType.UINT8, of.length, p -> of[p] == cls ? 1 : 0));
                    }
                    return changed;
                })
                .toList());
    }

    private static BigDecimal[][][] exact(Document document, boolean labels) {
        return document.examples().stream()
                .map(e -> (labels ? e.labels() : e.logits())
                        .stream()
                                .map(row -> DoubleStream.of(row.toDoubles())
                                        .mapToObj(BigDecimal::new)
                                        .toArray(BigDecimal[]::new))
                                .toArray(BigDecimal[][]::new))
                .toArray(BigDecimal[][][]::new);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void valueAndGradientAreThoseOfTheFormula(LossChoice loss) {
        for (var labels : List.of(DType.UINT8, DType.FLOAT64)) {
            var document = document(loss, labels);
            var result = Documents.evaluate(document);
            var x = exact(document, false);
            var reference = new ReferenceLoss(loss, x, exact(document, true));
            double total = reference.total().doubleValue();
            double sum = result.reduced(Reduction.SUM);
            assertEquals(total, sum, 1e-13 * (1 + Math.abs(total)), loss + " sum");
            LossContractTest.eachCell(result, (e, c, p) -> {
                var middle = x[e][c][p];
                x[e][c][p] = middle.add(STEP);
                var above = reference.total();
                x[e][c][p] = middle.subtract(STEP);
                var below = reference.total();
                x[e][c][p] = middle;
                double slope = above.subtract(below)
                        .divide(STEP.multiply(BigDecimal.TWO), ReferenceLoss.DIGITS)
                        .doubleValue();
                assertEquals(
                        slope,
                        result.gradient().get(e, c, p),
                        4e-15 * (1 + Math.abs(slope)),
                        () -> loss + " " + labels + " at " + e + ", " + c + ", " + p);
            });
        }
    }
}
