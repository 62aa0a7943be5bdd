package lossloupe.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void writesATrueMinusAndNoNegativeZero() {
        assertEquals("−0.1091", Numbers.fixed(-0.10909682119561293, 4));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("−∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
        assertEquals("NaN", Numbers.fixed(Double.NaN, 2));
        assertEquals("−1.23e8", Numbers.fixed(-123_456_789, 2));
    }

    @Test
    void neverWritesZeroForWhatIsNotZero() {
        assertEquals("−2.6e−8", Numbers.telling(-2.6e-8, 4));
        assertEquals("5.0e−5", Numbers.telling(4.96e-5, 4));
        assertEquals("0.0001", Numbers.telling(5.1e-5, 4));
        assertEquals("4.9e−324", Numbers.telling(Double.MIN_VALUE, 4));
        assertEquals("0.0000", Numbers.telling(-0.0, 4));
        assertEquals("13.7315", Numbers.telling(13.73153, 4));
        assertEquals("NaN", Numbers.telling(Double.NaN, 4));
        assertEquals("1.23e100", Numbers.telling(1.23e100, 4));
    }

    @Test
    void whatItWritesShortestItReadsExactly() {
        var random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            assertEquals(value, Numbers.parse(Numbers.shortest(value)));
        }
        assertEquals("14", Numbers.shortest(14));
        assertEquals("1e8", Numbers.shortest(1e8));
    }

    @Test
    void whatItWritesShortestOfAFloatReadsAsThatFloat() {
        var random = new Random(6);
        for (int i = 0; i < 1000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            var text = Numbers.shortest(value, DType.FLOAT32);
            assertEquals(value, (float) Numbers.parse(text), text);
        }
        assertEquals("−0.3", Numbers.shortest(-0.3f, DType.FLOAT32));
        assertEquals("−0.30000001192092896", Numbers.shortest(-0.3f, DType.FLOAT64));
        assertEquals("−∞", Numbers.shortest(Double.NEGATIVE_INFINITY, DType.FLOAT32));
        assertEquals("1", Numbers.shortest(1, DType.UINT8));
    }

    @Test
    void countsAsPeopleSayThem() {
        assertEquals("48", Numbers.counted(48));
        assertEquals("12,288", Numbers.counted(12_288));
        assertEquals("1.95\u00a0M", Numbers.counted(1_950_000));
    }

    @Test
    void onAnAxisNumbersAreShortAndTellItsEndsApart() {
        assertEquals("23", Numbers.onAxis(23, 23));
        assertEquals("−0.0012", Numbers.onAxis(-0.001234, 0.01));
        assertEquals("0.335", Numbers.onAxis(0.335, 0.5));
        assertEquals("70000", Numbers.onAxis(70_000, 140_000));
        assertEquals("1e8", Numbers.onAxis(1e8, 1e8));
        assertEquals("−1e6", Numbers.onAxis(-1e6, 2e6));
        assertEquals("5e5", Numbers.onAxis(5e5, 2e6));
        assertEquals("250000", Numbers.onAxis(2.5e5, 2e6));
        assertEquals("−1.235e−9", Numbers.onAxis(-1.2345e-9, 1e-9));
        assertEquals("0", Numbers.onAxis(-0.0, 1));
        assertEquals("5", Numbers.onAxis(5, 0));
    }

    @Test
    void understandsWhatPeopleType() {
        assertEquals(-2.5, Numbers.parse(" −2,5 "));
        assertEquals(Double.NEGATIVE_INFINITY, Numbers.parse("-inf"));
        assertEquals(Double.NaN, Numbers.parse("nan"));
        assertThrows(NumberFormatException.class, () -> Numbers.parse("two"));
    }
}
