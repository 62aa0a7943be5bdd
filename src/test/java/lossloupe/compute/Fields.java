package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import lossloupe.tensor.Chunk;

/// Comparing fields bit by bit.
final class Fields {
    private Fields() {}

    static void assertSameBits(Field expected, Field actual, String what) {
        assertEquals(expected.shape(), actual.shape(), what);
        var shape = expected.shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int k = 0; k < expected.chunkCount(); k++) {
                    assertSameBits(expected.chunk(e, c, k), actual.chunk(e, c, k), what + ", row " + e + ", " + c);
                }
            }
        }
    }

    /// NaN equals NaN, 0 differs from -0.
    private static void assertSameBits(Chunk expected, Chunk actual, String what) {
        assertEquals(expected.length(), actual.length(), what);
        int n = expected.length();
        int at = Arrays.mismatch(expected.asDoubles(new double[n]), actual.asDoubles(new double[n]));
        if (at >= 0) {
            fail(what + ": " + expected.get(at) + " became " + actual.get(at) + " at " + at + " of its chunk");
        }
    }
}
