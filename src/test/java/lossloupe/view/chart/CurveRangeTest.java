package lossloupe.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveRangeTest {
    private static LossCurves curves(double logit) {
        return new LossCurves("k", logit, x -> x * x, x -> 1 + Math.abs(x), 0, 1, "", "floor 1");
    }

    @Test
    void sixWidthsUnlessTheLogitNeedsMore() {
        assertEquals(6, CurveRange.halfFor(2.1));
        assertEquals(6, CurveRange.halfFor(-6));
        assertEquals(6, CurveRange.halfFor(Double.NaN));
        assertEquals(6, CurveRange.halfFor(Double.POSITIVE_INFINITY));
    }

    @Test
    void everyFiniteLogitHasItsPlace() {
        long seed = 11;
        var random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double logit = random.nextGaussian() * Math.pow(10, random.nextInt(8));
            double half = CurveRange.halfFor(logit);
            assertTrue(half >= Math.abs(logit) && half <= Math.max(6, 3 * Math.abs(logit)), logit + " seed " + seed);
        }
    }

    @Test
    void lossAxisFitsBothCurves() {
        var range = CurveRange.of(curves(0), 6);
        assertEquals(0, range.low());
        assertTrue(range.high() >= 36 && range.high() < 40, () -> "high " + range.high());
    }

    @Test
    void ticksOfGreatLossesAreShort() {
        var steep = new LossCurves("k", 0, x -> Math.max(0, x), x -> 2 * Math.max(0, x), 0, 0, "", "");
        var range = CurveRange.of(steep, 2e8);
        for (double tick : range.ticksShown()) {
            assertTrue(range.text(tick).length() <= 3, range.text(tick));
        }
        assertEquals("1e8", range.text(1e8));
        assertEquals("2.0", CurveRange.of(curves(0), 0.2).text(2), "as the others are written");
    }

    @Test
    void infiniteLossesDoNotStretchTheAxis() {
        var broken = new LossCurves("k", 0, x -> x < 0 ? Double.POSITIVE_INFINITY : 2, x -> Double.NaN, 0, 0, "", "");
        var range = CurveRange.of(broken, 6);
        assertTrue(range.high() >= 2 && range.high() < 3, () -> "high " + range.high());
    }
}
