package lossloupe.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// [Poly32] broadcast once: in the loops each broadcast would cost C2 some hundred nodes, see [Vector32].
final class Wide32 {
    static final FloatVector LOG2_E = all(Poly32.LOG2_E);
    static final FloatVector SHIFT = all(Poly32.SHIFT);
    static final FloatVector MINUS_LN2_LOW = all(-Poly32.LN2_LOW);
    static final FloatVector MINUS_LN2_HIGH = all(-Poly32.LN2_HIGH);
    static final FloatVector E4 = all(Poly32.E4);
    static final FloatVector E3 = all(Poly32.E3);
    static final FloatVector E2 = all(Poly32.E2);
    static final FloatVector E1 = all(Poly32.E1);
    static final FloatVector E0 = all(Poly32.E0);
    static final FloatVector HALF = all(0.5f);
    static final FloatVector MINUS_TWO = all(-2);
    static final FloatVector ONE = all(1);
    static final FloatVector L2 = all(Poly32.L2);
    static final FloatVector L1 = all(Poly32.L1);
    static final FloatVector L0 = all(Poly32.L0);
    static final FloatVector TWO = all(2);
    static final FloatVector LN2_HIGH = all(Poly32.LN2_HIGH);
    static final FloatVector LN2_LOW = all(Poly32.LN2_LOW);
    static final FloatVector T0 = all(Poly32.T0);
    static final FloatVector T1 = all(Poly32.T1);
    static final FloatVector T2 = all(Poly32.T2);
    static final FloatVector T3 = all(Poly32.T3);
    static final FloatVector T4 = all(Poly32.T4);
    static final FloatVector T5 = all(Poly32.T5);
    static final FloatVector T6 = all(Poly32.T6);
    static final FloatVector T7 = all(Poly32.T7);
    static final FloatVector T8 = all(Poly32.T8);
    static final FloatVector MINUS_CHORD = all(-Poly32.CHORD);
    static final FloatVector CHORD_LESS_HALF = all(Poly32.CHORD - 0.5f);
    static final FloatVector DOWN = all(Poly32.DOWN);
    static final FloatVector EXP_FAR = all(Poly32.EXP_FAR);
    static final FloatVector EXP_LEAST = all(Poly32.EXP_LEAST);
    static final FloatVector ZERO = all(0);
    static final FloatVector LEAST_NORMAL = all(Float.MIN_NORMAL);
    static final FloatVector MAX_VALUE = all(Float.MAX_VALUE);
    static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
    static final IntVector UP_BITS = bits(Poly32.UP_BITS);
    static final IntVector SHIFT_ITSELF = bits(Float.floatToRawIntBits(Poly32.SHIFT));
    static final IntVector SPLIT_BITS = bits(Poly32.SPLIT_BITS);
    static final IntVector BIAS = bits(127);

    private Wide32() {}

    private static FloatVector all(float v) {
        return FloatVector.broadcast(Vector32.SPECIES, v);
    }

    private static IntVector bits(int v) {
        return IntVector.broadcast(IntVector.SPECIES_PREFERRED, v);
    }
}
