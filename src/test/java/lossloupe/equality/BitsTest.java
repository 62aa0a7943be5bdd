package lossloupe.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Distances in units in the last place, across zero and over binades.
class BitsTest {
    @Test
    void distances() {
        assertEquals(0, Bits.ulps(0.0, -0.0));
        assertEquals(2, Bits.ulps(-Double.MIN_VALUE, Double.MIN_VALUE));
        assertEquals(1, Bits.ulps(1, Math.nextUp(1.0)));
        assertEquals(1, Bits.ulps(2, Math.nextDown(2.0)));
        assertEquals(Long.MAX_VALUE, Bits.ulps(1, Double.NaN));
        assertEquals(1, Bits.ulps(1f, Math.nextUp(1f)));
        assertEquals(2, Bits.ulps(-Float.MIN_VALUE, Float.MIN_VALUE));
        assertEquals(1L << 29, Bits.ulps(1.0, (double) Math.nextUp(1f)));
    }

    @Test
    void digits() {
        assertEquals("0" + "01111111111" + "0".repeat(52), Bits.of(1.0));
        assertEquals("1" + "10000000" + "1" + "0".repeat(22), Bits.of(-3f));
    }
}
