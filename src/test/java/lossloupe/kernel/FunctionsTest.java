package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The claim of at most one ulp, against 50-digit arithmetic for doubles and against doubles for floats.
class FunctionsTest {
    private static final long SEED = 20261125;

    @Test
    void expOfDoublesIsWithinOneUlp() {
        assertWithinOneUlp("exp", Functions::exp, Precise::exp, random -> 1449 * random.nextDouble() - 740);
        assertWithinOneUlp("exp", Functions::exp, Precise::exp, random -> 4 * random.nextGaussian());
    }

    @Test
    void log1pOfDoublesIsWithinOneUlp() {
        assertWithinOneUlp(
                "log1p",
                Functions::log1p,
                Precise::log1p,
                random -> Math.scalb(random.nextDouble(), -random.nextInt(60)));
        assertWithinOneUlp("log1p", Functions::log1p, Precise::log1p, random -> 2 * random.nextDouble() - 1 + 0x1p-53);
        assertWithinOneUlp(
                "log1p",
                Functions::log1p,
                Precise::log1p,
                random -> Math.scalb(random.nextDouble(), random.nextInt(70)));
    }

    @Test
    void logOfDoublesIsWithinOneUlp() {
        UnaryOperator<BigDecimal> log = x -> Precise.log1p(x.subtract(BigDecimal.ONE));
        assertWithinOneUlp("log", Functions::log, log, random -> 0.5 + random.nextDouble());
        assertWithinOneUlp(
                "log", Functions::log, log, random -> Math.scalb(1 + random.nextDouble(), random.nextInt(200) - 100));
    }

    @Test
    void softplusOfDoublesIsWithinOneUlp() {
        assertWithinOneUlp("softplus", Functions::softplus, Precise::softplus, random -> 1.2 * random.nextGaussian());
        assertWithinOneUlp("softplus", Functions::softplus, Precise::softplus, random -> 10 * random.nextGaussian());
        assertWithinOneUlp("softplus", Functions::softplus, Precise::softplus, random -> -745 * random.nextDouble());
        assertWithinOneUlp("softplus", Functions::softplus, Precise::softplus, random -> -0.1 * random.nextDouble());
        assertEquals(Math.log(2), Functions.softplus(0.0));
        assertEquals((float) Math.log(2), Functions.softplus(-0f));
    }

    @Test
    void sampledFloatsAreWithinOneUlp() {
        for (long bits = 0; bits < 1L << 32; bits += 4099) {
            assertFloatWithinOneUlp(Float.intBitsToFloat((int) bits));
        }
    }

    @Tag("long")
    @Test
    void allFloatsAreWithinOneUlp() {
        for (long bits = 0; bits < 1L << 32; bits++) {
            assertFloatWithinOneUlp(Float.intBitsToFloat((int) bits));
        }
    }

    @Test
    void specialValuesAreTheLimits() {
        double inf = Double.POSITIVE_INFINITY;
        assertEquals(0, Functions.exp(-inf));
        assertEquals(inf, Functions.exp(inf));
        assertEquals(inf, Functions.exp(709.8));
        assertEquals(1, Functions.exp(0));
        assertEquals(0, Functions.softplus(-inf));
        assertEquals(inf, Functions.softplus(inf));
        assertEquals(-inf, Functions.log(0));
        assertEquals(inf, Functions.log(inf));
        assertEquals(0, Functions.log(1));
        assertEquals(Math.log(Double.MAX_VALUE), Functions.log(Double.MAX_VALUE));
        assertEquals(Math.log(Double.MIN_VALUE), Functions.log(Double.MIN_VALUE));
        assertEquals(Float.NEGATIVE_INFINITY, Functions.log(0f));
        assertEquals(Float.POSITIVE_INFINITY, Functions.log(Float.POSITIVE_INFINITY));
        assertEquals(0, Functions.log(1f));
        assertTrue(Float.isNaN(Functions.log(-1f)) && Float.isNaN(Functions.log(Float.NaN)));
        assertEquals(-inf, Functions.log1p(-1));
        assertEquals(inf, Functions.log1p(inf));
        assertEquals(-0.0, Functions.log1p(-0.0));
        assertEquals(0, Functions.sigmoid(-inf));
        assertEquals(1, Functions.sigmoid(inf));
        assertEquals(0.5f, Functions.sigmoid(0f));
        for (double v : new double[] {
            Functions.exp(Double.NaN),
            Functions.log(-1),
            Functions.log(Double.NaN),
            Functions.log1p(-1.5),
            Functions.log1p(Double.NaN),
            Functions.softplus(Double.NaN),
            Functions.sigmoid(Double.NaN)
        }) {
            assertTrue(Double.isNaN(v));
        }
    }

    @Test
    void smallLossesKeepTheirSubnormalDigits() {
        assertEquals(4.47628622567513e-309, Functions.softplus(-710.0), 1e-322);
        assertEquals(6.054601895401186e-39f, Functions.softplus(-88f), 2 * Float.MIN_VALUE);
        assertEquals(Double.MIN_VALUE, Functions.softplus(-745.0));
    }

    private interface Draw {
        double next(Random random);
    }

    private static void assertWithinOneUlp(
            String name, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, Draw draw) {
        var random = new Random(SEED);
        for (int i = 0; i < 1500; i++) {
            double x = draw.next(random);
            double ulps = Precise.ulps(f.applyAsDouble(x), exact.apply(new BigDecimal(x)));
            assertTrue(ulps <= 1, () -> name + "(" + x + ") is off by " + ulps + " ulp, seed " + SEED);
        }
    }

    private static void assertFloatWithinOneUlp(float x) {
        if (Float.isNaN(x)) {
            assertTrue(Float.isNaN(Functions.exp(x)) && Float.isNaN(Functions.softplus(x)));
            return;
        }
        float exp = Functions.exp(x);
        double exact = Math.exp(x);
        if (!(exact > Float.MAX_VALUE)) {
            check("exp", x, exp, exact);
        } else {
            assertEquals(Float.POSITIVE_INFINITY, exp);
        }
        if (x > 0 && x < Float.POSITIVE_INFINITY) {
            check("log", x, Functions.log(x), Functions.log((double) x));
        }
        if (Math.abs(x) != Float.POSITIVE_INFINITY) {
            check("softplus", x, Functions.softplus(x), Functions.softplus((double) x));
        }
    }

    private static void check(String name, float x, float actual, double exact) {
        double ulps = Precise.ulps(actual, exact);
        if (!(ulps <= 1)) {
            throw new AssertionError(name + "(" + x + ") = " + actual + " is off by " + ulps + " ulp");
        }
    }
}
