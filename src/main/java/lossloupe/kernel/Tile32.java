package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static lossloupe.kernel.Vector32.SPECIES;
import static lossloupe.kernel.Vector32.STEP;

import jdk.incubator.vector.FloatVector;

/// A piece of the work over vectors of floats, in arrays that stay in the L1 cache.
final class Tile32 {
    static final int LENGTH = 640;

    private static final ThreadLocal<Tile32> SCRATCH = ThreadLocal.withInitial(() -> new Tile32(LENGTH));

    final float[] highs;
    final float[] lows;

    Tile32(int length) {
        highs = new float[Math.min(length, LENGTH)];
        lows = new float[highs.length];
    }

    int length() {
        return highs.length;
    }

    /// Each thread's own: a new array is not in the cache yet, which would cost a fifth of a cross-entropy. Only
    /// for loops that call nothing that might use it as well.
    static Tile32 scratch() {
        return SCRATCH.get();
    }

    /// e^x; returns where it stopped, at the last whole vector.
    static int exp(float[] x, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                Vector32.clamped(at(x, start + i)).intoArray(tile.highs, i);
            }
            Vector32.exp(tile.highs, tile.lows, length);
            tile.storeExp(x, out, start, length);
        }
        return end;
    }

    static int end(int from, int to) {
        return from + (to - from) / STEP * STEP;
    }

    /// What is too large for one factor is left to the scalar twin.
    private void storeExp(float[] x, float[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            if (at(x, start + i).compare(GT, Poly32.EXP_FAR).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[start + j] = Scalar32.exp(x[start + j]);
                }
            } else {
                at(highs, i).intoArray(out, start + i);
            }
        }
    }

    static FloatVector at(float[] v, int i) {
        return FloatVector.fromArray(SPECIES, v, i);
    }
}
