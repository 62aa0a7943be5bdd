package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Comparing fields bit by bit.
final class Fields {
    private Fields() {}

    static void assertSameBits(Field expected, Field actual, String what) {
        assertEquals(expected.shape(), actual.shape(), what);
        var shape = expected.shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int p = 0; p < shape.length(); p++) {
                    double a = expected.get(e, c, p);
                    double b = actual.get(e, c, p);
                    if (Double.doubleToLongBits(a) != Double.doubleToLongBits(b)) {
                        assertEquals(a, b, what + " at example " + e + ", class " + c + ", position " + p);
                    }
                }
            }
        }
    }
}
