package lossloupe.view.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(new Ticks(2, 0), Ticks.covering(8.34, 5));
        assertEquals(new Ticks(0.5, 1), Ticks.covering(1.1, 3));
        assertEquals(new Ticks(0.02, 2), Ticks.covering(0.09, 5));
        assertEquals(new Ticks(1000, 0), Ticks.covering(5000, 5));
    }

    @Test
    void noSpanStillHasAStep() {
        assertEquals(new Ticks(1, 0), Ticks.covering(0, 5));
        assertEquals(new Ticks(1, 0), Ticks.covering(Double.NaN, 5));
    }

    @Test
    void ticksLieWithinTheAxisAndIncludeItsEnds() {
        assertArrayEquals(new double[] {0, 2, 4, 6, 8}, new Ticks(2, 0).within(0, 8.34));
        assertArrayEquals(new double[] {-2, 0, 2}, new Ticks(2, 0).within(-2, 2));
    }
}
