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
    static final FloatVector EXP_LEAST = all(Poly32.EXP_LEAST);
    static final FloatVector EXP_MOST = all(Poly32.EXP_MOST);
    static final FloatVector ZERO = all(0);
    static final FloatVector LEAST_NORMAL = all(Float.MIN_NORMAL);
    static final FloatVector MAX_VALUE = all(Float.MAX_VALUE);
    static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
    static final IntVector SHIFT_BITS = bits(Poly32.SHIFT_BITS);
    static final IntVector SHIFT_ITSELF = bits(Poly32.SHIFT_BITS + 254);
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
