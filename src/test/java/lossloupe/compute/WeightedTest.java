package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lossloupe.compute.Documents.Recipe;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightArray;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A weight of zero removes what it weighs: from the value, from the gradient, from the count of non-zero weights.
class WeightedTest {
    static List<LossChoice> losses() {
        return Documents.losses();
    }

    private static LossResult evaluate(Document document, Weights weights) {
        return new LossEngine()
                .evaluate(document, null, Pass.PLAIN.with(weights))
                .a();
    }

    private static Document document(LossChoice loss) {
        return Documents.random(Recipe.small(), Documents.setup(loss, DType.FLOAT64), new Random(5));
    }

    /// 0 on the first example, 1 on the second, in the rank of what the loss returns.
    private static Weights secondExample(LossResult like) {
        var shape = new int[like.axes().size()];
        java.util.Arrays.fill(shape, 1);
        shape[0] = 2;
        return WeightArray.of(shape, 0, 1);
    }

    /// Losses that keep examples apart.
    static List<LossChoice> lossesOfExamples() {
        return losses().stream()
                .filter(l -> !Losses.of(l.id(), l.params()).dropped().contains(Axis.BATCH))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lossesOfExamples")
    void anExampleWithoutWeightCannotBeNoticed(LossChoice loss) {
        var document = document(loss);
        var weights = secondExample(Documents.evaluate(document));
        var before = evaluate(document, weights);
        var moved = evaluate(new Edit.Values(Edit.Target.LOGITS, 0, 1, 3, 5.5).apply(document), weights);
        var alone = Documents.evaluate(document.withExamples(List.of(document.example(1))));
        for (var reduction : List.of(Reduction.SUM, Reduction.TF1_MEAN, Reduction.EXACT_SUM_BY_NONZERO_WEIGHTS)) {
            assertEquals(before.reduced(reduction), moved.reduced(reduction), reduction.id());
            assertEquals(alone.reduced(reduction), before.reduced(reduction), 1e-12, reduction.id());
            assertEquals(0, before.gradientOf(reduction, 0, 1, 3), reduction.id());
        }
        assertEquals(
                alone.gradientOf(Reduction.EXACT_MEAN, 0, 1, 3),
                before.gradientOf(Reduction.EXACT_MEAN, 1, 1, 3),
                1e-16);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void weightsOfOneChangeNothingButTheirName(LossChoice loss) {
        var document = document(loss);
        var plain = Documents.evaluate(document);
        var weighted = evaluate(document, WeightArray.of(new int[0], 1));
        for (var reduction : Reduction.values()) {
            if (reduction == Reduction.KERAS_MEAN_WITH_SAMPLE_WEIGHT) {
                continue; // Keras divides by the sum of the weights as given, which is 1 here.
            }
            var wanted = plain.reducedArray(reduction);
            var actual = weighted.reducedArray(reduction);
            assertEquals(wanted.length, actual.length, reduction.id());
            for (int i = 0; i < wanted.length; i++) {
                assertEquals(wanted[i], actual[i], 1e-15 * Math.abs(wanted[i]), reduction.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void weightsThatDoNotFitAreRefusedWhereTheyAreUsed(LossChoice loss) {
        var result = evaluate(document(loss), WeightArray.of(new int[] {7}, 1, 1, 1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> result.reduced(Reduction.MEAN));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theGradientOfAScalarReductionIsItsDerivative(LossChoice loss) {
        var document = document(loss);
        double h = 1e-5;
        double x = document.example(1).logits().get(2).get(4);
        for (var reduction : Reduction.values()) {
            if (reduction.isScalar() && !reduction.isThroughFloat32()) {
                double up = at(document, x + h).reduced(reduction);
                double down = at(document, x - h).reduced(reduction);
                double gradient = Documents.evaluate(document).gradientOf(reduction, 1, 2, 4);
                assertEquals((up - down) / (2 * h), gradient, 1e-8, reduction.id());
            }
        }
    }

    /// Through softmax one logit moves the regions of all classes, each with its own weight.
    @ParameterizedTest
    @CsvSource({"soft_dice, sigmoid", "soft_dice, softmax", "soft_jaccard, softmax", "tversky, softmax"})
    void classesOfRegionsWeighApart(String id, String activation) {
        var document = document(new LossChoice(
                id, new TreeMap<>(Map.of("activation", activation, "sums_over", "per_example_per_class"))));
        var weights = WeightArray.of(new int[] {1, 4}, 2, 0.5, 0, 3);
        double h = 1e-5;
        double x = document.example(1).logits().get(2).get(4);
        var shown = evaluate(document, weights);
        for (var reduction : List.of(Reduction.SUM, Reduction.MEAN, Reduction.EXACT_SUM_BY_NONZERO_WEIGHTS)) {
            double up = evaluate(moved(document, x + h), weights).reduced(reduction);
            double down = evaluate(moved(document, x - h), weights).reduced(reduction);
            assertEquals((up - down) / (2 * h), shown.gradientOf(reduction, 1, 2, 4), 1e-8, reduction.id());
        }
    }

    private static Document moved(Document document, double logit) {
        return new Edit.Values(Edit.Target.LOGITS, 1, 2, 4, logit).apply(document);
    }

    private static LossResult at(Document document, double logit) {
        return Documents.evaluate(moved(document, logit));
    }
}
