package lossloupe.view.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lossloupe.compute.Field;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;
import org.junit.jupiter.api.Test;

class PositionSeriesTest {
    private static Field field(Plane plane) {
        return new Field() {
            @Override
            public Shape shape() {
                return new Shape(1, 1, plane.length(), Batching.UNBATCHED);
            }

            @Override
            public DType dtype() {
                return plane.dtype();
            }

            @Override
            public Chunk chunk(int example, int cls, int k) {
                return plane.chunk(k);
            }

            @Override
            public Object source(int example, int cls, int k) {
                return plane.chunk(k);
            }

            @Override
            public Object rowSource(int example, int cls) {
                return plane;
            }

            @Override
            public Extremes range() {
                var all = new Extremes();
                plane.extremes(0, plane.length(), all);
                return all;
            }
        };
    }

    private static GridGeometry grid(int length, double px) {
        return new GridGeometry(DataFormat.CHANNELS_FIRST, 1, length, 0, length, px, 20);
    }

    @Test
    void widePositionsHaveOnePointInTheirMiddle() {
        var series = PositionSeries.of(field(Plane.of(1, 3, 2)), 0, grid(3, 300));
        assertArrayEquals(new double[] {0.5, 1.5, 2.5}, series.positions());
        assertArrayEquals(new double[] {1, 3, 2}, series.values());
        assertEquals(3, series.greatest());
    }

    @Test
    void onePeakInAMillionIsSeenAndNoColumnHasMoreThanTwoPoints() {
        int peak = 777_777;
        var plane = Plane.generate(DType.FLOAT32, 1_000_000, p -> p == peak ? 9 : 0.25);
        var series = PositionSeries.of(field(plane), 0, grid(1_000_000, 800));
        assertEquals(1600, series.values().length);
        assertEquals(9, series.greatest());
        int column = (int) (peak / (1_000_000 / 800.0));
        assertEquals(9, series.values()[2 * column + 1]);
        assertEquals(0.25, series.values()[2 * column]);
    }

    @Test
    void whatIsNotFiniteBreaksTheLine() {
        var series = PositionSeries.of(field(Plane.of(1, Double.NaN, Double.POSITIVE_INFINITY, 2)), 0, grid(4, 400));
        assertTrue(Double.isNaN(series.values()[1]) && Double.isNaN(series.values()[2]));
        assertEquals(2, series.greatest());
    }
}
