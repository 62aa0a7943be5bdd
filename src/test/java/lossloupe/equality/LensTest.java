package lossloupe.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lossloupe.equality.Lens.Fate;
import lossloupe.kernel.NumberFormat;
import org.junit.jupiter.api.Test;

/// Rounding to narrow formats, against the conversions of the JDK where it has them.
class LensTest {
    @Test
    void roundsAsTheJdkDoes() {
        long seed = 20261125;
        var random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            double x = Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(320) - 160);
            double y = Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(50) - 30);
            assertEquals((double) (float) x, NumberFormat.FLOAT32.rounded(x), "seed " + seed + ": " + x);
            float narrow = (float) y;
            assertEquals(
                    (double) Float.float16ToFloat(Float.floatToFloat16(narrow)),
                    NumberFormat.FLOAT16.rounded(narrow),
                    "seed " + seed + ": " + narrow);
            double held = NumberFormat.FLOAT16.rounded(narrow);
            assertEquals(
                    Bits.padded(Integer.toBinaryString(Float.floatToFloat16((float) held) & 0xffff), 16),
                    Lens.of(held, NumberFormat.FLOAT16).bits());
            assertEquals(Bits.of((float) x), Lens.of(x, NumberFormat.FLOAT32).bits());
        }
    }

    @Test
    void bfloat16IsTheUpperHalfOfAFloat32() {
        assertEquals(3.140625, NumberFormat.BFLOAT16.rounded(Math.PI));
        assertEquals(
                "0100000001001001", Lens.of(3.140625, NumberFormat.BFLOAT16).bits());
        assertEquals(1.0, NumberFormat.BFLOAT16.rounded(1 + 0x1p-8), "a tie goes to the even neighbour");
        assertEquals(1 + 0x1p-7, NumberFormat.BFLOAT16.rounded(1 + 0x1p-8 + 0x1p-40), "not rounded twice");
    }

    @Test
    void fates() {
        assertEquals(Fate.EXACT, Lens.of(0.5, NumberFormat.FLOAT16).fate());
        assertEquals(Fate.ROUNDED, Lens.of(0.1, NumberFormat.FLOAT32).fate());
        assertEquals(Fate.OVERFLOWED, Lens.of(65520, NumberFormat.FLOAT16).fate());
        assertEquals(Fate.ROUNDED, Lens.of(65519, NumberFormat.FLOAT16).fate());
        assertEquals(Fate.SUBNORMAL, Lens.of(3e-6, NumberFormat.FLOAT16).fate());
        assertEquals(Fate.VANISHED, Lens.of(1e-8, NumberFormat.FLOAT16).fate());
        assertEquals(Fate.EXACT, Lens.of(Double.NaN, NumberFormat.BFLOAT16).fate());
        assertEquals(
                Fate.EXACT,
                Lens.of(Double.POSITIVE_INFINITY, NumberFormat.FLOAT16).fate());
        assertEquals(
                Fate.UNDEFINED,
                Lens.of(70_000, Double.NaN, NumberFormat.FLOAT16).fate());
        assertTrue(Lens.narrower(0.1).stream().allMatch(l -> l.relative() > 0));
    }
}
