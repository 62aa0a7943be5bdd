package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Vector32.SPECIES;
import static lossloupe.kernel.Vector32.STEP;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The kernels of floats by vectors: short loops before and after those of [Vector32], tile by tile. Each public step
/// returns where it stopped, at the last whole vector.
final class Tile32 {
    static final int LENGTH = 640;

    private static final ThreadLocal<Tile32> SCRATCH = ThreadLocal.withInitial(() -> new Tile32(LENGTH));

    final float[] highs;
    final float[] lows;
    private final float[] quotients;

    Tile32(int length) {
        highs = new float[Math.min(length, LENGTH)];
        lows = new float[highs.length];
        quotients = new float[highs.length];
    }

    /// What a thread needs for [#ofCrossEntropyAndSigmoids], whose step may use [#scratch]: shorter tiles, because
    /// there are six arrays of them.
    private static final class Buffers {
        static final int MOST = LENGTH / 2;
        static final ThreadLocal<Buffers> SCRATCH = ThreadLocal.withInitial(Buffers::new);

        final Tile32 tile = new Tile32(MOST);
        final float[] p = new float[MOST];
        final float[] q = new float[MOST];
        final float[] labels = new float[MOST];
    }

    /// Each thread's own: a new array is not in the cache yet, which would cost a fifth of a cross-entropy. Only
    /// for loops that call nothing that might use it as well.
    static Tile32 scratch() {
        return SCRATCH.get();
    }

    static int crossEntropy(float[] x, float[] z, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector32.expNear(tile.highs, tile.lows, length);
            tile.crossEntropyFromExp(x, z, start, out, start, length);
        }
        return end;
    }

    static int gradient(float[] x, float[] z, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.gradientFromExp(x, z, out, start, length);
        }
        return end;
    }

    static int sigmoid(float[] x, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.sigmoidFromExp(x, out, start, length);
        }
        return end;
    }

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

    /// The cross-entropy of −|x| against 0.
    static int tail(float[] x, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        var below = new float[LENGTH];
        var zeros = new float[LENGTH];
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            System.arraycopy(tile.highs, 0, below, 0, length);
            Vector32.expNear(tile.highs, tile.lows, length);
            tile.crossEntropyFromExp(below, zeros, 0, out, start, length);
        }
        return end;
    }

    static int sigmoids(float[] x, float[] p, float[] q, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, start, p, q, start, length);
        }
        return end;
    }

    static int ofCrossEntropyAndSigmoids(
            float[] x, float[] z, float[] out, Elementary.FloatStep step, int from, int to) {
        int end = end(from, to);
        var own = Buffers.SCRATCH.get();
        var tile = own.tile;
        for (int start = from; start < end; start += Buffers.MOST) {
            int length = Math.min(Buffers.MOST, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, start, own.p, own.q, 0, length);
            tile.crossEntropyFromExp(x, z, start, tile.highs, 0, length);
            System.arraycopy(z, start, own.labels, 0, length);
            step.replace(tile.highs, own.p, own.q, own.labels, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }

    static int end(int from, int to) {
        return from + (to - from) / STEP * STEP;
    }

    private void minusAbs(float[] x, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            Vector32.clamped(at(x, start + i).lanewise(ABS).neg()).intoArray(highs, i);
        }
    }

    private void crossEntropyFromExp(float[] x, float[] z, int start, float[] out, int at, int length) {
        Vector32.log1pQuotient(highs, quotients, length);
        Vector32.crossEntropy(x, z, start, highs, lows, quotients, out, at, length);
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

    private void sigmoidFromExp(float[] x, float[] out, int start, int length) {
        FloatVector one = Vector32.all(1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = at(highs, i);
            FloatVector r = one.div(t.add(one));
            r.blend(t.mul(r), at(x, start + i).compare(LT, 0)).intoArray(out, start + i);
        }
    }

    private void sigmoidsFromExp(float[] x, int start, float[] p, float[] q, int at, int length) {
        FloatVector one = Vector32.all(1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = at(highs, i);
            FloatVector r = one.div(t.add(one));
            FloatVector tr = t.mul(r);
            VectorMask<Float> negative = at(x, start + i).compare(LT, 0);
            r.blend(tr, negative).intoArray(p, at + i);
            tr.blend(r, negative).intoArray(q, at + i);
        }
    }

    private void gradientFromExp(float[] x, float[] z, float[] out, int start, int length) {
        FloatVector one = Vector32.all(1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = at(highs, i);
            FloatVector r = one.div(t.add(one));
            FloatVector tr = t.mul(r);
            VectorMask<Float> negative = at(x, start + i).compare(LT, 0);
            FloatVector p = r.blend(tr, negative);
            FloatVector q = tr.blend(r, negative);
            FloatVector zs = at(z, start + i);
            zs.neg().fma(q, one.sub(zs).mul(p)).intoArray(out, start + i);
        }
    }

    static FloatVector at(float[] v, int i) {
        return FloatVector.fromArray(SPECIES, v, i);
    }
}
