package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;

import jdk.incubator.vector.DoubleVector;

/// A piece of the work over vectors of doubles, in arrays that stay in the L1 cache.
final class Tile64 {
    static final int LENGTH = 448;

    private static final ThreadLocal<Tile64> SCRATCH = ThreadLocal.withInitial(() -> new Tile64(LENGTH));

    final double[] highs;
    final double[] lows;

    Tile64(int length) {
        highs = new double[Math.min(length, LENGTH)];
        lows = new double[highs.length];
    }

    int length() {
        return highs.length;
    }

    /// Each thread's own: a new array is not in the cache yet, which would cost a fifth of a cross-entropy. Only
    /// for loops that call nothing that might use it as well.
    static Tile64 scratch() {
        return SCRATCH.get();
    }

    /// e^x; returns where it stopped, at the last whole vector.
    static int exp(double[] x, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                Vector64.clamped(at(x, start + i)).intoArray(tile.highs, i);
            }
            Vector64.exp(tile.highs, tile.lows, length);
            tile.storeExp(x, out, start, length);
        }
        return end;
    }

    static int end(int from, int to) {
        return from + (to - from) / STEP * STEP;
    }

    /// What is too large for one factor is left to the scalar twin.
    private void storeExp(double[] x, double[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            if (at(x, start + i).compare(GT, Poly64.EXP_FAR).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[start + j] = Scalar64.exp(x[start + j]);
                }
            } else {
                at(highs, i).intoArray(out, start + i);
            }
        }
    }

    static DoubleVector at(double[] v, int i) {
        return DoubleVector.fromArray(SPECIES, v, i);
    }
}
