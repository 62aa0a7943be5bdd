package lossloupe.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// [Poly64] broadcast once: in the loops each broadcast would cost C2 some hundred nodes, see [Vector64].
final class Wide64 {
    static final DoubleVector LOG2_E = all(Poly64.LOG2_E);
    static final DoubleVector SHIFT = all(Poly64.SHIFT);
    static final DoubleVector MINUS_LN2_LOW = all(-Poly64.LN2_LOW);
    static final DoubleVector MINUS_LN2_HIGH = all(-Poly64.LN2_HIGH);
    static final DoubleVector E9 = all(Poly64.E9);
    static final DoubleVector E8 = all(Poly64.E8);
    static final DoubleVector E7 = all(Poly64.E7);
    static final DoubleVector E6 = all(Poly64.E6);
    static final DoubleVector E5 = all(Poly64.E5);
    static final DoubleVector E4 = all(Poly64.E4);
    static final DoubleVector E3 = all(Poly64.E3);
    static final DoubleVector E2 = all(Poly64.E2);
    static final DoubleVector E1 = all(Poly64.E1);
    static final DoubleVector E0 = all(Poly64.E0);
    static final DoubleVector HALF = all(0.5);
    static final DoubleVector MINUS_TWO = all(-2);
    static final DoubleVector ONE = all(1);
    static final DoubleVector L7 = all(Poly64.L7);
    static final DoubleVector L6 = all(Poly64.L6);
    static final DoubleVector L5 = all(Poly64.L5);
    static final DoubleVector L4 = all(Poly64.L4);
    static final DoubleVector L3 = all(Poly64.L3);
    static final DoubleVector L2 = all(Poly64.L2);
    static final DoubleVector L1 = all(Poly64.L1);
    static final DoubleVector L0 = all(Poly64.L0);
    static final DoubleVector TWO = all(2);
    static final DoubleVector LN2_HIGH = all(Poly64.LN2_HIGH);
    static final DoubleVector LN2_LOW = all(Poly64.LN2_LOW);
    static final DoubleVector EXP_LEAST = all(Poly64.EXP_LEAST);
    static final DoubleVector EXP_MOST = all(Poly64.EXP_MOST);
    static final DoubleVector ZERO = all(0);
    static final DoubleVector LEAST_NORMAL = all(Double.MIN_NORMAL);
    static final DoubleVector MAX_VALUE = all(Double.MAX_VALUE);
    static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
    static final LongVector SHIFT_BITS = bits(Poly64.SHIFT_BITS);
    static final LongVector SHIFT_ITSELF = bits(Poly64.SHIFT_BITS + 2046);
    static final LongVector SPLIT_BITS = bits(Poly64.SPLIT_BITS);
    static final LongVector BIAS = bits(1023L);

    private Wide64() {}

    private static DoubleVector all(double v) {
        return DoubleVector.broadcast(Vector64.SPECIES, v);
    }

    private static LongVector bits(long v) {
        return LongVector.broadcast(LongVector.SPECIES_PREFERRED, v);
    }
}
