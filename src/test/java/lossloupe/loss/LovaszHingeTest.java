package lossloupe.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reference values: the authors' algorithm (`lovasz_grad` and `lovasz_hinge_flat`), written out in NumPy and run on
/// the seed's labels and logits.
class LovaszHingeTest {
    private static final LovaszHinge LOSS = (LovaszHinge) Losses.of("lovasz_hinge", Map.of());

    private static Document with(String... params) {
        var choice = LossChoice.of("lovasz_hinge");
        for (var value : params) {
            choice = choice.with("sums_over", value);
        }
        var seed = Samples.seed();
        return seed.withSetup(seed.setup().withA(choice));
    }

    @Test
    void everyClassOfTheSeed() {
        var result = new LossEngine().evaluate(with(), null).a();
        assertArrayEquals(
                new double[] {0.13333333333333336, 0.4628571428571429, 0.365, 0.22499999999999998},
                result.reducedArray(Reduction.NONE),
                1e-15);
        assertEquals(0.333333, result.gradient().get(0, 0, 3), 1e-6);
        assertEquals(0.133333, result.gradient().get(0, 1, 8), 1e-6);
        assertEquals(-0.125, result.gradient().get(0, 3, 2), 1e-15);
        assertEquals(0, result.gradient().get(0, 3, 0));
    }

    @Test
    void theSeedAsOneRegion() {
        var result = new LossEngine().evaluate(with("flattened"), null).a();
        assertEquals(0.320314464181068, result.reduced(Reduction.SUM), 1e-15);
        assertEquals(-0.043478, result.gradient().get(0, 3, 2), 1e-6);
        assertEquals(0.058824, result.gradient().get(0, 3, 3), 1e-6);
    }

    @Test
    void withoutAPositiveOnlyTheGreatestErrorCounts() {
        var shares = LOSS.shares(new double[] {.5, -.5, 2}, new double[3]);
        assertArrayEquals(new double[] {0, 0, 3}, shares.terms());
        assertArrayEquals(new double[] {0, 0, 1}, shares.gradient());
    }

    /// Where every error is 0 or 2 (logits ±1), the loss is twice the Jaccard loss of the thresholded prediction:
    /// the property that it is made for.
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void atTheCornersItIsTheJaccardLoss(long seed) {
        var random = new Random(seed);
        var x = new double[50];
        var z = new double[50];
        double intersection = 0;
        double union = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextBoolean() ? 1 : -1;
            z[i] = random.nextInt(3) == 0 ? 1 : 0;
            intersection += x[i] > 0 && z[i] > 0 ? 1 : 0;
            union += x[i] > 0 || z[i] > 0 ? 1 : 0;
        }
        assertEquals(
                2 * (1 - intersection / union),
                Arrays.stream(LOSS.shares(x, z).terms()).sum(),
                1e-13);
    }

    /// Moving one cell among sorted ones gives what sorting all of them anew does: with and without ties, beyond
    /// the greatest and the least error, on the right and on the wrong side.
    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 40, false", "3, 40, true", "4, 5_000, false", "5, 5_000, true"})
    void theCurveIsTheLossOfTheRegionSortedAnew(long seed, int size, boolean soft) {
        var random = new Random(seed);
        var x = random.doubles(size).map(v -> Math.round(20 * (v - 0.5)) / 4.0).toArray();
        var z = random.doubles(size).map(v -> soft ? v : v < 0.3 ? 1 : 0).toArray();
        for (int trial = 0; trial < 4; trial++) {
            int index = random.nextInt(size);
            var context = new CellContext(new double[] {x[index]}, new double[] {z[index]}, 0, DType.FLOAT64);
            var curve = LOSS.curve(context.in(new RankedRegion(() -> x, () -> z, size, index, 0, 0, 0)));
            for (double at : new double[] {x[index], -1e6, -3, -1, -0.1, 0, 0.5, 1, 2.25, 7, 1e6}) {
                var moved = x.clone();
                moved[index] = at;
                double loss = Arrays.stream(LOSS.shares(moved, z).terms()).sum();
                assertEquals(loss, curve.applyAsDouble(at), 1e-12 * (1 + loss), "cell " + index + " at " + at);
            }
        }
    }

    @Test
    void theCurveOfALargeDocumentIsWhatAnEditGives() {
        var recipe = new Samples.Recipe(1, 2, 9_000, -3, 3, 0.3, 1);
        var setup = with("flattened").setup();
        var document = Samples.random(recipe, setup);
        var result = new LossEngine().evaluate(document, null).a();
        var curve = LOSS.curve(result.cell(0, 1, 7_000));
        for (double logit : new double[] {-4, 0.2, 4}) {
            var edited = new Edit.Values(Edit.Target.LOGITS, 0, 1, 7_000, logit).apply(document);
            double loss = new LossEngine().evaluate(edited, null).a().reduced(Reduction.SUM);
            assertEquals(loss, curve.applyAsDouble(logit), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "12", "13", "100", "4097"})
    void ranksAreAStableOrder(int size) {
        var random = new Random(size);
        var keys = random.doubles(size).map(v -> Math.floor(10 * v) - 2).toArray();
        assertRanked(keys);
        assertRanked(Arrays.stream(keys)
                .map(v -> v == 3 ? Double.NaN : v == 4 ? Double.POSITIVE_INFINITY : v * random.nextGaussian())
                .toArray());
    }

    private static void assertRanked(double... keys) {
        var expected = IntStream.range(0, keys.length)
                .filter(i -> !(keys[i] <= 0))
                .boxed()
                .sorted((a, b) -> Double.compare(keys[b], keys[a]))
                .mapToInt(i -> i)
                .toArray();
        assertArrayEquals(expected, Ranks.ofPositive(keys));
    }
}
