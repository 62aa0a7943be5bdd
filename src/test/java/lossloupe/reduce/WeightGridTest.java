package lossloupe.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Shape;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class WeightGridTest {
    private static final Shape SHAPE = new Shape(2, 3, 5, Batching.BATCHED);

    /// Factors that tell every place apart.
    private static WeightGrid numbered(Set<Axis> axes, Shape shape) {
        return WeightGrid.generate(axes, shape, (e, c, p) -> 100 * e + 10 * c + p);
    }

    @Test
    void anOwnShapeIsWhatBroadcastsInEachLayout() {
        var first = new Layout(SHAPE, DataFormat.CHANNELS_FIRST);
        var last = new Layout(SHAPE, DataFormat.CHANNELS_LAST);
        var byClass = numbered(EnumSet.of(Axis.CLASS), SHAPE);
        assertArrayEquals(new int[] {3, 1}, byClass.shapeIn(first));
        assertArrayEquals(new int[] {3}, byClass.shapeIn(last));
        var byPosition = numbered(EnumSet.of(Axis.POSITION), SHAPE);
        assertArrayEquals(new int[] {5}, byPosition.shapeIn(first));
        assertArrayEquals(new int[] {5, 1}, byPosition.shapeIn(last));
        assertArrayEquals(
                new int[] {2, 1, 1}, numbered(EnumSet.of(Axis.BATCH), SHAPE).shapeIn(first));
        assertArrayEquals(new int[0], WeightGrid.none().shapeIn(first));
    }

    @Test
    void cellsAreReadThroughTheAxesThatThereAre() {
        for (var axes :
                Set.of(EnumSet.of(Axis.CLASS), EnumSet.of(Axis.BATCH, Axis.POSITION), EnumSet.allOf(Axis.class))) {
            var grid = numbered(axes, SHAPE);
            assertTrue(grid.fits(SHAPE));
            double expected = (axes.contains(Axis.BATCH) ? 100 : 0)
                    + (axes.contains(Axis.CLASS) ? 20 : 0)
                    + (axes.contains(Axis.POSITION) ? 4 : 0);
            assertEquals(expected, grid.at(1, 2, 4), axes.toString());
        }
    }

    @Test
    void paintingReachesWhateverSharesTheFactorAndSharesTheRest() {
        var grid = numbered(EnumSet.of(Axis.CLASS, Axis.POSITION), SHAPE);
        var painted = grid.with(1, 2, new Span(1, 3), -1);
        assertEquals(-1, painted.at(0, 2, 2));
        assertEquals(23, painted.at(0, 2, 3));
        assertSame(grid.row(0, 1), painted.row(0, 1));
        assertEquals(
                -1,
                numbered(EnumSet.of(Axis.CLASS), SHAPE)
                        .with(0, 1, new Span(0, 1), -1)
                        .at(1, 1, 4));
    }

    @Test
    void otherAxesRepeatOrKeepTheFirst() {
        var byClass = numbered(EnumSet.of(Axis.CLASS), SHAPE);
        var cells = byClass.along(EnumSet.of(Axis.CLASS, Axis.POSITION), SHAPE);
        assertEquals(20, cells.at(0, 2, 4));
        assertEquals(10, cells.along(EnumSet.of(Axis.CLASS), SHAPE).at(1, 1, 3));
        assertEquals(0, cells.along(EnumSet.of(Axis.POSITION), SHAPE).at(1, 2, 3));
    }

    @Test
    void whereTwoAxesAreAsLongTheOtherReadingIsKnown() {
        var square = new Shape(1, 4, 4, Batching.UNBATCHED);
        var byClass = numbered(EnumSet.of(Axis.CLASS), square);
        assertEquals(Set.of(Axis.POSITION), byClass.mistakableFor(square));
        var along = byClass.moved(Axis.CLASS, Axis.POSITION, square);
        assertEquals(Set.of(Axis.POSITION), along.axes());
        assertEquals(30, along.at(0, 1, 3));
        assertTrue(numbered(EnumSet.of(Axis.CLASS), SHAPE).mistakableFor(SHAPE).isEmpty());
        assertTrue(numbered(EnumSet.of(Axis.CLASS, Axis.POSITION), square)
                .mistakableFor(square)
                .isEmpty());
    }

    @Test
    void anotherShapeContinuesWithOnes() {
        var grid = numbered(EnumSet.allOf(Axis.class), SHAPE);
        var longer = grid.resized(7);
        assertEquals(1, longer.at(1, 2, 6));
        assertEquals(124, longer.at(1, 2, 4));
        assertFalse(longer.fits(SHAPE));
        assertSame(WeightGrid.none().row(0, 0), WeightGrid.none().resized(9).row(0, 0));
    }
}
