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
    static final DoubleVector T0 = all(Poly64.T0);
    static final DoubleVector T1 = all(Poly64.T1);
    static final DoubleVector T2 = all(Poly64.T2);
    static final DoubleVector T3 = all(Poly64.T3);
    static final DoubleVector T4 = all(Poly64.T4);
    static final DoubleVector T5 = all(Poly64.T5);
    static final DoubleVector T6 = all(Poly64.T6);
    static final DoubleVector T7 = all(Poly64.T7);
    static final DoubleVector T8 = all(Poly64.T8);
    static final DoubleVector T9 = all(Poly64.T9);
    static final DoubleVector T10 = all(Poly64.T10);
    static final DoubleVector T11 = all(Poly64.T11);
    static final DoubleVector T12 = all(Poly64.T12);
    static final DoubleVector T13 = all(Poly64.T13);
    static final DoubleVector T14 = all(Poly64.T14);
    static final DoubleVector T15 = all(Poly64.T15);
    static final DoubleVector T16 = all(Poly64.T16);
    static final DoubleVector T17 = all(Poly64.T17);
    static final DoubleVector T18 = all(Poly64.T18);
    static final DoubleVector T19 = all(Poly64.T19);
    static final DoubleVector MINUS_CHORD = all(-Poly64.CHORD);
    static final DoubleVector CHORD_LESS_HALF = all(Poly64.CHORD - 0.5);
    static final DoubleVector DOWN = all(Poly64.DOWN);
    static final DoubleVector EXP_FAR = all(Poly64.EXP_FAR);
    static final DoubleVector EXP_LEAST = all(Poly64.EXP_LEAST);
    static final DoubleVector ZERO = all(0);
    static final DoubleVector LEAST_NORMAL = all(Double.MIN_NORMAL);
    static final DoubleVector MAX_VALUE = all(Double.MAX_VALUE);
    static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
    static final LongVector UP_BITS = bits(Poly64.UP_BITS);
    static final LongVector SHIFT_ITSELF = bits(Double.doubleToRawLongBits(Poly64.SHIFT));
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
