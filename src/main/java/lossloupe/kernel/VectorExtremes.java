package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/// Largest and smallest values, with each NaN replaced by what loses every comparison. The order does not matter to the
/// bits: MAX and MIN are exact and put −0 below 0. Each writes to `found[0]` and returns where it stopped.
final class VectorExtremes {
    private VectorExtremes() {}

    static int max(double[] x, double[] found, int from, int to) {
        DoubleVector none = DoubleVector.broadcast(Vector64.SPECIES, Double.NEGATIVE_INFINITY);
        DoubleVector best = none;
        int i = from;
        for (; i <= to - Vector64.SPECIES.length(); i += Vector64.SPECIES.length()) {
            DoubleVector xs = DoubleVector.fromArray(Vector64.SPECIES, x, i);
            best = best.lanewise(MAX, xs.blend(none, xs.compare(NE, xs)));
        }
        found[0] = best.reduceLanes(MAX);
        return i;
    }

    static int min(double[] x, double[] found, int from, int to) {
        DoubleVector none = DoubleVector.broadcast(Vector64.SPECIES, Double.POSITIVE_INFINITY);
        DoubleVector best = none;
        int i = from;
        for (; i <= to - Vector64.SPECIES.length(); i += Vector64.SPECIES.length()) {
            DoubleVector xs = DoubleVector.fromArray(Vector64.SPECIES, x, i);
            best = best.lanewise(MIN, xs.blend(none, xs.compare(NE, xs)));
        }
        found[0] = best.reduceLanes(MIN);
        return i;
    }

    static int max(float[] x, float[] found, int from, int to) {
        FloatVector none = FloatVector.broadcast(Vector32.SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector best = none;
        int i = from;
        for (; i <= to - Vector32.SPECIES.length(); i += Vector32.SPECIES.length()) {
            FloatVector xs = FloatVector.fromArray(Vector32.SPECIES, x, i);
            best = best.lanewise(MAX, xs.blend(none, xs.compare(NE, xs)));
        }
        found[0] = best.reduceLanes(MAX);
        return i;
    }

    static int min(float[] x, float[] found, int from, int to) {
        FloatVector none = FloatVector.broadcast(Vector32.SPECIES, Float.POSITIVE_INFINITY);
        FloatVector best = none;
        int i = from;
        for (; i <= to - Vector32.SPECIES.length(); i += Vector32.SPECIES.length()) {
            FloatVector xs = FloatVector.fromArray(Vector32.SPECIES, x, i);
            best = best.lanewise(MIN, xs.blend(none, xs.compare(NE, xs)));
        }
        found[0] = best.reduceLanes(MIN);
        return i;
    }
}
