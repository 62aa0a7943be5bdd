package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// The kernels of doubles by vectors: short loops before and after those of [Vector64], tile by tile. Each public step
/// returns where it stopped, at the last whole vector.
final class Tile64 {
    static final int LENGTH = 448;

    private static final ThreadLocal<Tile64> SCRATCH = ThreadLocal.withInitial(() -> new Tile64(LENGTH));

    final double[] highs;
    final double[] lows;
    private final double[] quotients;

    Tile64(int length) {
        highs = new double[Math.min(length, LENGTH)];
        lows = new double[highs.length];
        quotients = new double[highs.length];
    }

    /// What a thread needs for [#ofCrossEntropyAndSigmoids], whose step may use [#scratch]: shorter tiles, because
    /// there are six arrays of them.
    private static final class Buffers {
        static final int MOST = LENGTH / 2;
        static final ThreadLocal<Buffers> SCRATCH = ThreadLocal.withInitial(Buffers::new);

        final Tile64 tile = new Tile64(MOST);
        final double[] p = new double[MOST];
        final double[] q = new double[MOST];
        final double[] labels = new double[MOST];
    }

    /// Each thread's own: a new array is not in the cache yet, which would cost a fifth of a cross-entropy. Only
    /// for loops that call nothing that might use it as well.
    static Tile64 scratch() {
        return SCRATCH.get();
    }

    static int crossEntropy(double[] x, double[] z, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.expNear(tile.highs, tile.lows, length);
            tile.crossEntropyFromExp(x, z, start, out, start, length);
        }
        return end;
    }

    static int gradient(double[] x, double[] z, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            tile.gradientFromExp(x, z, out, start, length);
        }
        return end;
    }

    static int sigmoid(double[] x, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            tile.sigmoidFromExp(x, out, start, length);
        }
        return end;
    }

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

    /// The cross-entropy of −|x| against 0.
    static int tail(double[] x, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        var below = new double[LENGTH];
        var zeros = new double[LENGTH];
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            System.arraycopy(tile.highs, 0, below, 0, length);
            Vector64.expNear(tile.highs, tile.lows, length);
            tile.crossEntropyFromExp(below, zeros, 0, out, start, length);
        }
        return end;
    }

    static int sigmoids(double[] x, double[] p, double[] q, int from, int to) {
        int end = end(from, to);
        var tile = scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, start, p, q, start, length);
        }
        return end;
    }

    static int ofCrossEntropyAndSigmoids(
            double[] x, double[] z, double[] out, Elementary.DoubleStep step, int from, int to) {
        int end = end(from, to);
        var own = Buffers.SCRATCH.get();
        var tile = own.tile;
        for (int start = from; start < end; start += Buffers.MOST) {
            int length = Math.min(Buffers.MOST, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
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

    private void minusAbs(double[] x, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            Vector64.clamped(at(x, start + i).lanewise(ABS).neg()).intoArray(highs, i);
        }
    }

    private void crossEntropyFromExp(double[] x, double[] z, int start, double[] out, int at, int length) {
        Vector64.log1pQuotient(highs, quotients, length);
        Vector64.crossEntropy(x, z, start, highs, lows, quotients, out, at, length);
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

    private void sigmoidFromExp(double[] x, double[] out, int start, int length) {
        DoubleVector one = Vector64.all(1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = at(highs, i);
            DoubleVector r = one.div(t.add(one));
            r.blend(t.mul(r), at(x, start + i).compare(LT, 0)).intoArray(out, start + i);
        }
    }

    private void sigmoidsFromExp(double[] x, int start, double[] p, double[] q, int at, int length) {
        DoubleVector one = Vector64.all(1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = at(highs, i);
            DoubleVector r = one.div(t.add(one));
            DoubleVector tr = t.mul(r);
            VectorMask<Double> negative = at(x, start + i).compare(LT, 0);
            r.blend(tr, negative).intoArray(p, at + i);
            tr.blend(r, negative).intoArray(q, at + i);
        }
    }

    private void gradientFromExp(double[] x, double[] z, double[] out, int start, int length) {
        DoubleVector one = Vector64.all(1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = at(highs, i);
            DoubleVector r = one.div(t.add(one));
            DoubleVector tr = t.mul(r);
            VectorMask<Double> negative = at(x, start + i).compare(LT, 0);
            DoubleVector p = r.blend(tr, negative);
            DoubleVector q = tr.blend(r, negative);
            DoubleVector zs = at(z, start + i);
            zs.neg().fma(q, one.sub(zs).mul(p)).intoArray(out, start + i);
        }
    }

    static DoubleVector at(double[] v, int i) {
        return DoubleVector.fromArray(SPECIES, v, i);
    }
}
