package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static lossloupe.kernel.Tile64.LENGTH;
import static lossloupe.kernel.Tile64.at;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The softmax kernels of doubles by vectors, see [Vector64].
final class Softmax64 {
    private final Tile64 terms;

    /// Which class holds the maximum; the sum of the others, and what it lacks.
    private final double[] best;
    private final double[] highs;
    private final double[] lows;

    private Softmax64(int length) {
        terms = new Tile64(length);
        best = new double[terms.highs.length];
        highs = new double[best.length];
        lows = new double[best.length];
    }

    static int logSumExp(double[][] x, double[] max, double[] logSum, int from, int to) {
        int end = Tile64.end(from, to);
        var tile = new Softmax64(end - from);
        for (int start = from; start < end; start += LENGTH) {
            tile.run(x, max, logSum, start, Math.min(LENGTH, end - start));
        }
        return end;
    }

    private void run(double[][] x, double[] max, double[] logSum, int start, int length) {
        Arrays.fill(best, 0);
        Arrays.fill(highs, 0);
        Arrays.fill(lows, 0);
        System.arraycopy(x[0], start, max, start, length);
        for (int c = 1; c < x.length; c++) {
            raise(x[c], c, max, start, length);
        }
        for (int c = 0; c < x.length; c++) {
            minus(x[c], max, start, length);
            Vector64.reduced(terms.highs, 0, 0, terms.highs, terms.lows, length);
            add(c, length);
        }
        normalise(length);
        Vector64.log1p(highs, lows, length);
        finish(max, logSum, start, length);
    }

    private void raise(double[] x, int c, double[] max, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector xs = at(x, start + i);
            DoubleVector largest = at(max, start + i);
            VectorMask<Double> more = xs.compare(GT, largest);
            largest.blend(xs, more).intoArray(max, start + i);
            at(best, i).blend(c, more).intoArray(best, i);
        }
    }

    private void minus(double[] x, double[] max, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            Vector64.clamped(at(x, start + i).sub(at(max, start + i))).intoArray(terms.highs, i);
        }
    }

    /// Adds what the reduced exponentials stand for, but that of the maximum.
    private void add(int c, int length) {
        DoubleVector one = Vector64.all(1);
        DoubleVector down = Vector64.all(Poly64.DOWN);
        LongVector upBits = Vector64.bits(Poly64.UP_BITS);
        for (int i = 0; i < length; i += STEP) {
            VectorMask<Double> self = DoubleVector.fromArray(SPECIES, best, i).compare(EQ, c);
            DoubleVector q = DoubleVector.fromArray(SPECIES, terms.highs, i);
            LongVector exponent = DoubleVector.fromArray(SPECIES, terms.lows, i).reinterpretAsLongs();
            DoubleVector up = exponent.add(upBits).reinterpretAsDoubles();
            DoubleVector whole = q.add(one);
            DoubleVector term = whole.mul(up).mul(down).blend(0, self);
            DoubleVector rest = q.sub(whole.sub(one)).mul(up).mul(down).blend(0, self);
            DoubleVector high = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector sum = high.add(term);
            DoubleVector ofTerm = sum.sub(high);
            DoubleVector error = high.sub(sum.sub(ofTerm)).add(term.sub(ofTerm));
            DoubleVector.fromArray(SPECIES, lows, i).add(error.add(rest)).intoArray(lows, i);
            sum.intoArray(highs, i);
        }
    }

    private void normalise(int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector high = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lows, i);
            DoubleVector total = high.add(low);
            total.intoArray(highs, i);
            low.sub(total.sub(high)).intoArray(lows, i);
        }
    }

    private void finish(double[] max, double[] logSum, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector largest = DoubleVector.fromArray(SPECIES, max, start + i);
            DoubleVector.fromArray(SPECIES, highs, i).add(largest.sub(largest)).intoArray(logSum, start + i);
        }
    }

    static int terms(double[] x, double[] z, double[] max, double[] logSum, double[] out, int from, int to) {
        int i = from;
        for (; i <= to - STEP; i += STEP) {
            term(at(x, i), at(z, i), at(max, i), at(logSum, i)).intoArray(out, i);
        }
        return i;
    }

    static int terms(double[] x, double[] z, double max, double logSum, double[] out, int from, int to) {
        DoubleVector maxs = DoubleVector.broadcast(SPECIES, max);
        DoubleVector logSums = DoubleVector.broadcast(SPECIES, logSum);
        int i = from;
        for (; i <= to - STEP; i += STEP) {
            term(at(x, i), at(z, i), maxs, logSums).intoArray(out, i);
        }
        return i;
    }

    private static DoubleVector term(DoubleVector x, DoubleVector z, DoubleVector max, DoubleVector logSum) {
        DoubleVector t = logSum.sub(x.sub(max));
        VectorMask<Double> limit = t.compare(EQ, Double.POSITIVE_INFINITY).and(z.compare(EQ, 0));
        return z.mul(t.blend(0, limit));
    }

    static int softmax(double[] x, double[] max, double[] logSum, double[] out, int from, int to) {
        int end = Tile64.end(from, to);
        var tile = Tile64.scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                DoubleVector a = at(x, start + i).sub(at(max, start + i)).sub(at(logSum, start + i));
                Vector64.capped(a).intoArray(tile.highs, i);
            }
            Vector64.exp(tile.highs, tile.lows, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }

    static int softmax(double[] x, double max, double logSum, double[] out, int from, int to) {
        int end = Tile64.end(from, to);
        var tile = Tile64.scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                DoubleVector a = at(x, start + i).sub(max).sub(logSum);
                Vector64.capped(a).intoArray(tile.highs, i);
            }
            Vector64.exp(tile.highs, tile.lows, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }
}
