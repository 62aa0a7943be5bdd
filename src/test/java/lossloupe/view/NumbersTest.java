package lossloupe.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void writesATrueMinusAndNoNegativeZero() {
        assertEquals("−0.1091", Numbers.fixed(-0.10909682119561293, 4));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("−∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
        assertEquals("NaN", Numbers.fixed(Double.NaN, 2));
    }

    @Test
    void whatItWritesShortestItReadsExactly() {
        var random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            assertEquals(value, Numbers.parse(Numbers.shortest(value)));
        }
        assertEquals("14", Numbers.shortest(14));
    }

    @Test
    void countsAsPeopleSayThem() {
        assertEquals("48", Numbers.counted(48));
        assertEquals("12,288", Numbers.counted(12_288));
        assertEquals("1.95 M", Numbers.counted(1_950_000));
    }

    @Test
    void understandsWhatPeopleType() {
        assertEquals(-2.5, Numbers.parse(" −2,5 "));
        assertEquals(Double.NEGATIVE_INFINITY, Numbers.parse("-inf"));
        assertEquals(Double.NaN, Numbers.parse("nan"));
        assertThrows(NumberFormatException.class, () -> Numbers.parse("two"));
    }
}
