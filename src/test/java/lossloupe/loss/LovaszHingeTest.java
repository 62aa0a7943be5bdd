package lossloupe.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.reduce.Reduction;
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

    @ParameterizedTest
    @CsvSource({"0", "1", "12", "13", "100", "4097"})
    void ranksAreAStableOrder(int size) {
        var random = new Random(size);
        var keys = random.doubles(size).map(v -> Math.floor(10 * v)).toArray();
        var expected = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[b], keys[a]))
                .mapToInt(i -> i)
                .toArray();
        assertArrayEquals(expected, Ranks.descending(keys));
    }
}
