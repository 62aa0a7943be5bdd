package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// The kernels of doubles by vectors: short loops before and after those of [Vector64], tile by tile. Each public step
/// returns where it stopped, at the last whole vector.
final class Tile64 {
    static final int LENGTH = 512;

    final double[] highs;
    final double[] lows;

    Tile64(int length) {
        highs = new double[Math.min(length, LENGTH)];
        lows = new double[highs.length];
    }

    static int crossEntropy(double[] x, double[] z, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = new Tile64(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            Vector64.log1p(tile.highs, tile.lows, length);
            tile.addLinear(x, z, out, start, length);
        }
        return end;
    }

    static int gradient(double[] x, double[] z, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = new Tile64(end - from);
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
        var tile = new Tile64(end - from);
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
        var tile = new Tile64(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.upToMost(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }

    static int tail(double[] x, double[] out, int from, int to) {
        int end = end(from, to);
        var tile = new Tile64(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            Vector64.log1p(tile.highs, tile.lows, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }

    static int sigmoids(double[] x, double[] p, double[] q, int from, int to) {
        int end = end(from, to);
        var tile = new Tile64(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, p, q, start, length);
        }
        return end;
    }

    static int crossEntropyAndSigmoids(double[] x, double[] z, double[] out, double[] p, double[] q, int from, int to) {
        int end = end(from, to);
        var tile = new Tile64(end - from);
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            tile.minusAbs(x, start, length);
            Vector64.exp(tile.highs, tile.lows, length);
            tile.sigmoidsFromExp(x, p, q, start, length);
            Vector64.log1p(tile.highs, tile.lows, length);
            tile.addLinear(x, z, out, start, length);
        }
        return end;
    }

    static int end(int from, int to) {
        return from + (to - from) / STEP * STEP;
    }

    private void minusAbs(double[] x, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            at(x, start + i).lanewise(ABS).neg().intoArray(highs, i);
        }
    }

    private void upToMost(double[] x, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector xs = at(x, start + i);
            xs.blend(Wide64.EXP_MOST, xs.compare(GT, Wide64.EXP_MOST)).intoArray(highs, i);
        }
    }

    /// At infinities the linear part is inf − inf or inf·0; the scalar twin knows the limits.
    private void addLinear(double[] x, double[] z, double[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector xs = at(x, start + i);
            if (xs.lanewise(ABS).compare(EQ, Wide64.INFINITY).anyTrue()) {
                KernelChoice.SCALAR.sigmoidCrossEntropy(x, z, out, start + i, start + i + STEP);
            } else {
                DoubleVector positive = Wide64.ZERO.blend(xs, xs.compare(GT, Wide64.ZERO));
                positive.sub(xs.mul(at(z, start + i))).add(at(highs, i)).intoArray(out, start + i);
            }
        }
    }

    private void sigmoidFromExp(double[] x, double[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = at(highs, i);
            DoubleVector r = Wide64.ONE.div(t.add(Wide64.ONE));
            r.blend(t.mul(r), at(x, start + i).compare(LT, Wide64.ZERO)).intoArray(out, start + i);
        }
    }

    private void sigmoidsFromExp(double[] x, double[] p, double[] q, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = at(highs, i);
            DoubleVector r = Wide64.ONE.div(t.add(Wide64.ONE));
            DoubleVector tr = t.mul(r);
            VectorMask<Double> negative = at(x, start + i).compare(LT, Wide64.ZERO);
            r.blend(tr, negative).intoArray(p, start + i);
            tr.blend(r, negative).intoArray(q, start + i);
        }
    }

    private void gradientFromExp(double[] x, double[] z, double[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = at(highs, i);
            DoubleVector r = Wide64.ONE.div(t.add(Wide64.ONE));
            DoubleVector tr = t.mul(r);
            VectorMask<Double> negative = at(x, start + i).compare(LT, Wide64.ZERO);
            DoubleVector p = r.blend(tr, negative);
            DoubleVector q = tr.blend(r, negative);
            DoubleVector zs = at(z, start + i);
            zs.neg().fma(q, Wide64.ONE.sub(zs).mul(p)).intoArray(out, start + i);
        }
    }

    static DoubleVector at(double[] v, int i) {
        return DoubleVector.fromArray(SPECIES, v, i);
    }
}
