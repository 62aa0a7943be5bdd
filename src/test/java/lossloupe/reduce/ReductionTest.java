package lossloupe.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import lossloupe.tensor.Axis;
import org.junit.jupiter.api.Test;

class ReductionTest {
    /// Two examples, four classes, twelve positions, over the axes given.
    private record Array(List<Axis> axes) implements Output {
        Array(Axis... axes) {
            this(List.of(axes));
        }

        @Override
        public int size(Axis axis) {
            return switch (axis) {
                case BATCH -> 2;
                case CLASS -> 4;
                case POSITION -> 12;
            };
        }
    }

    private static final Array CELLS = new Array(Axis.CLASS, Axis.POSITION);
    private static final Array POSITIONS = new Array(Axis.POSITION);
    private static final Array BATCH_LAST = new Array(Axis.BATCH, Axis.POSITION, Axis.CLASS);

    @Test
    void everyIdLeadsBackToItsReduction() {
        var ids = new HashSet<String>();
        for (var reduction : Reduction.values()) {
            assertEquals(reduction, Reduction.of(reduction.id()));
            assertTrue(ids.add(reduction.id()));
        }
        var error = assertThrows(IllegalArgumentException.class, () -> Reduction.of("median"));
        assertTrue(message(error).contains("median"), message(error));
    }

    @Test
    void divisorsSayWhatTheyCount() {
        assertEquals("48 cells", Reduction.MEAN.divisor(CELLS, Weights.NONE).text());
        assertEquals(
                "12 positions", Reduction.MEAN.divisor(POSITIONS, Weights.NONE).text());
        assertEquals("", Reduction.SUM.divisor(CELLS, Weights.NONE).text());
        assertEquals(
                "4 classes",
                Reduction.MEAN_OVER_CLASS.divisor(CELLS, Weights.NONE).text());
        assertEquals(
                "4 classes",
                Reduction.KERAS_SUM_OVER_BATCH_SIZE.divisor(CELLS, Weights.NONE).text());
        var weights = WeightArray.of(new int[] {4, 1}, 0, 1, 2, 0);
        assertEquals("Σ weights", Reduction.TF1_MEAN.divisor(CELLS, weights).text());
        assertEquals(36, Reduction.TF1_MEAN.divisor(CELLS, weights).value());
        var three = WeightArray.of(new int[0], 3);
        assertEquals(
                1,
                Reduction.KERAS_MEAN_WITH_SAMPLE_WEIGHT
                        .divisor(new Array(), three)
                        .value(),
                "Keras returns a loss that is one number as it is");
        assertEquals(
                "24 non-zero weights",
                Reduction.TF1_SUM_BY_NONZERO_WEIGHTS.divisor(CELLS, weights).text());
    }

    @Test
    void aReductionAppliesOnlyWhereItsAxisIs() {
        assertTrue(Reduction.MEAN_OVER_CLASS.appliesTo(CELLS));
        assertFalse(Reduction.MEAN_OVER_CLASS.appliesTo(POSITIONS));
        assertFalse(Reduction.MEAN_OVER_POSITION.appliesTo(POSITIONS), "that would be the mean");
        assertFalse(Reduction.MEAN_PER_EXAMPLE.appliesTo(CELLS));
        assertTrue(Reduction.MEAN_PER_EXAMPLE.appliesTo(BATCH_LAST));
        for (var reduction : Reduction.values()) {
            assertTrue(!reduction.isScalar() || reduction.appliesTo(POSITIONS), reduction.id());
        }
    }

    @Test
    void kerasAveragesTheLastAxisWhateverItMeans() {
        assertEquals(List.of(Axis.CLASS), CELLS.kerasAxes());
        assertEquals(List.of(Axis.BATCH, Axis.POSITION), BATCH_LAST.kerasAxes());
        assertEquals(List.of(Axis.POSITION), POSITIONS.kerasAxes());
    }

    @Test
    void aDivisorOfZeroGivesZero() {
        var zero = WeightArray.of(new int[0], 0);
        for (var reduction : Arrays.asList(Reduction.TF1_MEAN, Reduction.EXACT_SUM_BY_NONZERO_WEIGHTS)) {
            var divisor = reduction.divisor(CELLS, zero);
            assertEquals(0, divisor.value());
            assertEquals(0, reduction.apply(0, divisor));
            assertEquals(0, reduction.gradientScale(CELLS, zero));
        }
    }

    @Test
    void tfLossesAnswerThroughFloat32() {
        double sum = 0.9225137876353304 * 48;
        double mean = Reduction.TF1_SUM_OVER_BATCH_SIZE.apply(
                sum, Reduction.TF1_SUM_OVER_BATCH_SIZE.divisor(CELLS, Weights.NONE));
        assertEquals((float) mean, mean);
        assertEquals(0.9225137876353304, mean, 1e-7);
        assertEquals(sum, Reduction.SUM.apply(sum, Reduction.SUM.divisor(CELLS, Weights.NONE)));
    }

    @Test
    void weightsBroadcastFromTheRight() {
        var perClass = WeightArray.of(new int[] {4, 1}, 1, 2, 3, 4).over(CELLS, CELLS.axes());
        assertEquals(3, perClass.at(0, 2, 11));
        var perPosition = WeightArray.of(new int[] {12}, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                .over(CELLS, CELLS.axes());
        assertEquals(5, perPosition.at(1, 3, 5));
        assertEquals(4 * 66, perPosition.sum());
        assertEquals(44, perPosition.nonzero());
    }

    @Test
    void weightsThatDoNotFitNameBothShapes() {
        var weights = WeightArray.of(new int[] {5, 1}, 1, 2, 3, 4, 5);
        assertFalse(weights.fits(CELLS, CELLS.axes()));
        var error = assertThrows(IllegalArgumentException.class, () -> weights.over(CELLS, CELLS.axes()));
        assertTrue(message(error).contains("[5, 1]") && message(error).contains("[4, 12]"), message(error));
        assertThrows(IllegalArgumentException.class, () -> WeightArray.of(new int[] {2, 2}, 1, 2, 3));
    }

    private static String message(Throwable error) {
        return String.valueOf(error.getMessage());
    }
}
