package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitsTest {
    private static Traits of(double... values) {
        return Traits.of(ArrayData.of("a", new Values.Doubles(values), values.length));
    }

    /// Across the ends of blocks, with what is not finite in some of them.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4096, 4097, 20_000})
    void traitsAreThoseOfANumberByNumberLook(int length) {
        var random = new Random(length);
        var values = random.doubles(length, -5, 5).toArray();
        for (int i = 0; i < length / 1000; i++) {
            values[random.nextInt(length)] = Double.NaN;
            values[random.nextInt(length)] = Double.POSITIVE_INFINITY;
        }
        var traits = of(values);
        var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
        long nans = Arrays.stream(values).filter(Double::isNaN).count();
        assertEquals(finite.getCount(), traits.finite().count());
        assertEquals(finite.getMin(), traits.finite().min());
        assertEquals(finite.getMax(), traits.finite().max());
        assertEquals(finite.getAverage(), traits.finite().mean(), 1e-12);
        assertEquals(nans, traits.nans());
        assertEquals(length - finite.getCount() - nans, traits.infinities());
        assertEquals(traits.infinities() > 0 ? Double.POSITIVE_INFINITY : finite.getMax(), traits.max());
        assertEquals(Traits.Kind.REAL, traits.kind());
    }

    @Test
    void theKindIsTheNarrowestOfAll() {
        assertEquals(Traits.Kind.BINARY, of(0, 1, 1).kind());
        assertEquals(Traits.Kind.WHOLE, of(0, 1, -3).kind());
        assertEquals(Traits.Kind.REAL, of(0, 1, Double.NaN).kind());
        assertEquals(Traits.Kind.REAL, of(0, 1, Double.NEGATIVE_INFINITY).kind());
    }

    /// Their sum overflows.
    @Test
    void greatNumbersAreFinite() {
        assertEquals(2, of(Double.MAX_VALUE, Double.MAX_VALUE).finite().count());
    }

    @Test
    void anEmptyArrayHasNone() {
        var traits = of();
        assertEquals(0, traits.finite().count());
        assertEquals(Double.NaN, traits.min());
        assertEquals(Double.NaN, traits.finite().mean());
    }
}
