package lossloupe.view.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;

class SeriesRangeTest {
    @Test
    void anAxisHasTwoEnds() {
        assertEquals(new SeriesRange(-2, 5), SeriesRange.of(Plane.of(-2.0, 5, 1)));
        assertEquals(new SeriesRange(0, 1e17), SeriesRange.of(Plane.of(1e17, 1e17)));
        assertEquals(new SeriesRange(-0.001, 0), SeriesRange.of(Plane.of(-0.001, -0.001)));
        assertEquals(new SeriesRange(0, 1), SeriesRange.of(Plane.of(0.0, 0)));
        assertEquals(new SeriesRange(0, 1), SeriesRange.of(Plane.of(Double.NaN)));
        assertEquals(
                new SeriesRange(1, 3),
                SeriesRange.of(Plane.of(1, Double.NEGATIVE_INFINITY, Double.NaN, 3, Double.POSITIVE_INFINITY)));
        assertEquals(new SeriesRange(0, 1), SeriesRange.of(Plane.of(Double.POSITIVE_INFINITY)));
    }
}
