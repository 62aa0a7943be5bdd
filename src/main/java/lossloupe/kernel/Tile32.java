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
    static final int LENGTH = 512;

    final float[] highs;
    final float[] lows;

    Tile32(int length) {
        highs = new float[Math.min(length, LENGTH)];
        lows = new float[highs.length];
    }

    static int crossEntropy(float[] x, float[] z, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = new Tile32(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            Vector32.crossEntropy(x, z, start, tile.highs, tile.lows, out, start, length);
        }
        return end;
    }

    static int gradient(float[] x, float[] z, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = new Tile32(end - from);
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
        var tile = new Tile32(end - from);
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
        var tile = new Tile32(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            System.arraycopy(x, start, tile.highs, 0, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.storeExp(x, out, start, length);
        }
        return end;
    }

    /// The cross-entropy of −|x| against 0.
    static int tail(float[] x, float[] out, int from, int to) {
        int end = end(from, to);
        var tile = new Tile32(end - from);
        var below = new float[tile.highs.length];
        var zeros = new float[tile.highs.length];
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            System.arraycopy(tile.highs, 0, below, 0, length);
            Vector32.exp(tile.highs, tile.lows, length);
            Vector32.crossEntropy(below, zeros, 0, tile.highs, tile.lows, out, start, length);
        }
        return end;
    }

    static int sigmoids(float[] x, float[] p, float[] q, int from, int to) {
        int end = end(from, to);
        var tile = new Tile32(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, start, p, q, start, length);
        }
        return end;
    }

    /// Shorter tiles, because there are six arrays of them.
    static int ofCrossEntropyAndSigmoids(
            float[] x, float[] z, float[] out, Elementary.FloatStep step, int from, int to) {
        int end = end(from, to);
        var tile = new Tile32(Math.min(end - from, LENGTH / 2));
        int most = tile.highs.length;
        var p = new float[most];
        var q = new float[most];
        var labels = new float[most];
        for (int start = from; start < end; start += most) {
            int length = Math.min(most, end - start);
            tile.minusAbs(x, start, length);
            Vector32.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, start, p, q, 0, length);
            Vector32.crossEntropy(x, z, start, tile.highs, tile.lows, tile.highs, 0, length);
            System.arraycopy(z, start, labels, 0, length);
            step.replace(tile.highs, p, q, labels, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }

    static int end(int from, int to) {
        return from + (to - from) / STEP * STEP;
    }

    private void minusAbs(float[] x, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            at(x, start + i).lanewise(ABS).neg().intoArray(highs, i);
        }
    }

    /// What is too large for one factor is left to the scalar twin.
    private void storeExp(float[] x, float[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            if (at(x, start + i).compare(GT, Wide32.EXP_FAR).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[start + j] = Scalar32.exp(x[start + j]);
                }
            } else {
                at(highs, i).intoArray(out, start + i);
            }
        }
    }

    private void sigmoidFromExp(float[] x, float[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = at(highs, i);
            FloatVector r = Wide32.ONE.div(t.add(Wide32.ONE));
            r.blend(t.mul(r), at(x, start + i).compare(LT, Wide32.ZERO)).intoArray(out, start + i);
        }
    }

    private void sigmoidsFromExp(float[] x, int start, float[] p, float[] q, int at, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = at(highs, i);
            FloatVector r = Wide32.ONE.div(t.add(Wide32.ONE));
            FloatVector tr = t.mul(r);
            VectorMask<Float> negative = at(x, start + i).compare(LT, Wide32.ZERO);
            r.blend(tr, negative).intoArray(p, at + i);
            tr.blend(r, negative).intoArray(q, at + i);
        }
    }

    private void gradientFromExp(float[] x, float[] z, float[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = at(highs, i);
            FloatVector r = Wide32.ONE.div(t.add(Wide32.ONE));
            FloatVector tr = t.mul(r);
            VectorMask<Float> negative = at(x, start + i).compare(LT, Wide32.ZERO);
            FloatVector p = r.blend(tr, negative);
            FloatVector q = tr.blend(r, negative);
            FloatVector zs = at(z, start + i);
            zs.neg().fma(q, Wide32.ONE.sub(zs).mul(p)).intoArray(out, start + i);
        }
    }

    static FloatVector at(float[] v, int i) {
        return FloatVector.fromArray(SPECIES, v, i);
    }
}
