package lossloupe.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTest {
    private static final int LENGTH = 3 * Chunk.SIZE + 17;

    @ParameterizedTest
    @EnumSource(DType.class)
    void anEditSharesEveryChunkItDoesNotTouch(DType dtype) {
        var before = Plane.generate(dtype, LENGTH, p -> p % 2);
        var span = new Span(Chunk.SIZE - 1, Chunk.SIZE + 1);
        var after = before.with(span, p -> 7);
        assertNotSame(before.chunk(0), after.chunk(0));
        assertNotSame(before.chunk(1), after.chunk(1));
        assertSame(before.chunk(2), after.chunk(2));
        assertSame(before.chunk(3), after.chunk(3));
        assertEquals(7, after.get(Chunk.SIZE - 1));
        assertEquals(7, after.get(Chunk.SIZE));
        assertEquals(0, after.get(Chunk.SIZE - 2));
        assertEquals(1, after.get(Chunk.SIZE + 1));
        assertEquals(1, before.get(Chunk.SIZE - 1), "the plane edited is left as it was");
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void chunksSayInWhichStretchTheyDiffer(DType dtype) {
        var before = Plane.generate(dtype, LENGTH, p -> p % 2).chunk(0);
        var after = Plane.generate(dtype, LENGTH, p -> p == 40 || p == 1000 ? 7 : p % 2)
                .chunk(0);
        assertEquals(new Span(40, 1001), before.differing(after));
        assertEquals(new Span(40, 1001), after.differing(before));
        assertEquals(
                0,
                before.differing(Plane.generate(dtype, LENGTH, p -> p % 2).chunk(0))
                        .length());
    }

    @Test
    void zerosOfBothSignsDifferAndNaNIsLikeItself() {
        var before = Chunk.of(new double[] {Double.NaN, 0, 1});
        assertEquals(new Span(1, 2), before.differing(Chunk.of(new double[] {Double.NaN, -0.0, 1})));
    }

    @Test
    void aSoftLabelTurnsHardLabelsIntoFloatsInsteadOfBeingRounded() {
        var hard = Plane.of(new byte[] {0, 1, 0});
        var soft = hard.with(Span.at(1), p -> 0.5);
        assertEquals(DType.FLOAT64, soft.dtype());
        assertArrayEquals(new double[] {0, 0.5, 0}, soft.toDoubles());
        assertEquals(DType.UINT8, hard.with(Span.at(1), p -> 0).dtype());
    }

    @Test
    void aFloat32PlaneRoundsWhatIsWrittenToIt() {
        var plane = Plane.of(new float[] {1, 2}).with(Span.at(0), p -> 0.1);
        assertEquals(DType.FLOAT32, plane.dtype());
        assertEquals((double) 0.1f, plane.get(0));
    }

    @Test
    void bytesAreUnsigned() {
        assertEquals(255, Plane.of(new byte[] {-1}).get(0));
        assertEquals(255, Plane.of(new byte[] {-1}).as(DType.FLOAT32).get(0));
        assertEquals(200, Plane.generate(DType.UINT8, 1, p -> 200).get(0));
    }

    @Test
    void thePlaneDoesNotSeeLaterWritesToTheArrayItCameFrom() {
        double[] values = {1, 2};
        var plane = Plane.of(values);
        values[0] = 9;
        plane.toDoubles()[1] = 9;
        assertArrayEquals(new double[] {1, 2}, plane.toDoubles());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Chunk.SIZE, Chunk.SIZE + 1, LENGTH, LENGTH + Chunk.SIZE})
    void resizingCutsOrContinuesWithZerosAndSharesWholeChunks(int length) {
        var plane = Plane.generate(DType.FLOAT64, LENGTH, p -> p + 1);
        var resized = plane.resized(length);
        assertEquals(length, resized.length());
        for (int p = 0; p < length; p++) {
            assertEquals(p < LENGTH ? p + 1 : 0, resized.get(p));
        }
        if (length > Chunk.SIZE) {
            assertSame(plane.chunk(0), resized.chunk(0));
        }
    }

    @Test
    void writingPastTheEndIsRefused() {
        var plane = Plane.of(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> plane.with(new Span(2, 4), p -> 0));
    }

    @Test
    void onlyTheLastComputedChunkMayBeShort() {
        var full = Chunk.of(new double[Chunk.SIZE]);
        var shorter = Chunk.of(new double[3]);
        assertEquals(
                Chunk.SIZE + 3, Plane.ofChunks(DType.FLOAT64, full, shorter).length());
        assertThrows(IllegalArgumentException.class, () -> Plane.ofChunks(DType.FLOAT64, shorter, full));
    }

    @Test
    void sameValuesMeansNaNEqualsNaNAndZeroIsNotMinusZero() {
        assertTrue(Plane.of(Double.NaN, 1).sameValues(Plane.of(Double.NaN, 1)));
        assertTrue(!Plane.of(0.0).sameValues(Plane.of(-0.0)));
        assertTrue(!Plane.of(1.0).sameValues(Plane.of(new float[] {1})), "another storage type");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void extremesAreThoseOfALoopOverTheValues(long seed) {
        var random = new Random(seed);
        var plane = Plane.generate(
                DType.FLOAT64, LENGTH, p -> random.nextInt(2_000) == 0 ? Double.NaN : random.nextGaussian());
        for (int trial = 0; trial < 200; trial++) {
            int from = random.nextInt(LENGTH);
            int to = from + 1 + random.nextInt(LENGTH - from);
            var actual = new Extremes();
            plane.extremes(from, to, actual);
            var expected = new Extremes();
            for (int p = from; p < to; p++) {
                expected.add(plane.get(p));
            }
            assertEquals(expected.min(), actual.min(), "seed " + seed);
            assertEquals(expected.max(), actual.max(), "seed " + seed);
            assertEquals(expected.hasNaN(), actual.hasNaN(), "seed " + seed);
        }
    }
}
