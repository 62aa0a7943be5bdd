package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static lossloupe.kernel.Tile32.LENGTH;
import static lossloupe.kernel.Tile32.at;
import static lossloupe.kernel.Vector32.SPECIES;
import static lossloupe.kernel.Vector32.STEP;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The softmax kernels of floats by vectors, see [Vector32].
final class Softmax32 {
    private final Tile32 terms;

    /// Which class holds the maximum; the sum of the others, and what it lacks.
    private final float[] best;
    private final float[] highs;
    private final float[] lows;

    private Softmax32(int length) {
        terms = new Tile32(length);
        best = new float[terms.highs.length];
        highs = new float[best.length];
        lows = new float[best.length];
    }

    static int logSumExp(float[][] x, float[] max, float[] logSum, int from, int to) {
        int end = Tile32.end(from, to);
        var tile = new Softmax32(end - from);
        for (int start = from; start < end; start += LENGTH) {
            tile.run(x, max, logSum, start, Math.min(LENGTH, end - start));
        }
        return end;
    }

    private void run(float[][] x, float[] max, float[] logSum, int start, int length) {
        Arrays.fill(best, 0);
        Arrays.fill(highs, 0);
        Arrays.fill(lows, 0);
        System.arraycopy(x[0], start, max, start, length);
        for (int c = 1; c < x.length; c++) {
            raise(x[c], c, max, start, length);
        }
        for (int c = 0; c < x.length; c++) {
            minus(x[c], max, start, length);
            Vector32.reduced(terms.highs, 0, 0, terms.highs, terms.lows, length);
            add(c, length);
        }
        normalise(length);
        Vector32.log1p(highs, lows, length);
        finish(max, logSum, start, length);
    }

    private void raise(float[] x, int c, float[] max, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector xs = at(x, start + i);
            FloatVector largest = at(max, start + i);
            VectorMask<Float> more = xs.compare(GT, largest);
            largest.blend(xs, more).intoArray(max, start + i);
            at(best, i).blend(c, more).intoArray(best, i);
        }
    }

    private void minus(float[] x, float[] max, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            Vector32.clamped(at(x, start + i).sub(at(max, start + i))).intoArray(terms.highs, i);
        }
    }

    /// Adds what the reduced exponentials stand for, but that of the maximum.
    private void add(int c, int length) {
        FloatVector one = Vector32.all(1);
        FloatVector down = Vector32.all(Poly32.DOWN);
        IntVector upBits = Vector32.bits(Poly32.UP_BITS);
        for (int i = 0; i < length; i += STEP) {
            VectorMask<Float> self = FloatVector.fromArray(SPECIES, best, i).compare(EQ, c);
            FloatVector q = FloatVector.fromArray(SPECIES, terms.highs, i);
            IntVector exponent = FloatVector.fromArray(SPECIES, terms.lows, i).reinterpretAsInts();
            FloatVector up = exponent.add(upBits).reinterpretAsFloats();
            FloatVector whole = q.add(one);
            FloatVector term = whole.mul(up).mul(down).blend(0, self);
            FloatVector rest = q.sub(whole.sub(one)).mul(up).mul(down).blend(0, self);
            FloatVector high = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector sum = high.add(term);
            FloatVector ofTerm = sum.sub(high);
            FloatVector error = high.sub(sum.sub(ofTerm)).add(term.sub(ofTerm));
            FloatVector.fromArray(SPECIES, lows, i).add(error.add(rest)).intoArray(lows, i);
            sum.intoArray(highs, i);
        }
    }

    private void normalise(int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector high = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector low = FloatVector.fromArray(SPECIES, lows, i);
            FloatVector total = high.add(low);
            total.intoArray(highs, i);
            low.sub(total.sub(high)).intoArray(lows, i);
        }
    }

    private void finish(float[] max, float[] logSum, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector largest = FloatVector.fromArray(SPECIES, max, start + i);
            FloatVector.fromArray(SPECIES, highs, i).add(largest.sub(largest)).intoArray(logSum, start + i);
        }
    }

    static int terms(float[] x, float[] z, float[] max, float[] logSum, float[] out, int from, int to) {
        int i = from;
        for (; i <= to - STEP; i += STEP) {
            term(at(x, i), at(z, i), at(max, i), at(logSum, i)).intoArray(out, i);
        }
        return i;
    }

    static int terms(float[] x, float[] z, float max, float logSum, float[] out, int from, int to) {
        FloatVector maxs = FloatVector.broadcast(SPECIES, max);
        FloatVector logSums = FloatVector.broadcast(SPECIES, logSum);
        int i = from;
        for (; i <= to - STEP; i += STEP) {
            term(at(x, i), at(z, i), maxs, logSums).intoArray(out, i);
        }
        return i;
    }

    private static FloatVector term(FloatVector x, FloatVector z, FloatVector max, FloatVector logSum) {
        FloatVector t = logSum.sub(x.sub(max));
        VectorMask<Float> limit = t.compare(EQ, Float.POSITIVE_INFINITY).and(z.compare(EQ, 0));
        return z.mul(t.blend(0, limit));
    }

    static int softmax(float[] x, float[] max, float[] logSum, float[] out, int from, int to) {
        int end = Tile32.end(from, to);
        var tile = Tile32.scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                FloatVector a = at(x, start + i).sub(at(max, start + i)).sub(at(logSum, start + i));
                Vector32.capped(a).intoArray(tile.highs, i);
            }
            Vector32.exp(tile.highs, tile.lows, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }

    static int softmax(float[] x, float max, float logSum, float[] out, int from, int to) {
        int end = Tile32.end(from, to);
        var tile = Tile32.scratch();
        for (int start = from; start < end; start += LENGTH) {
            int length = Math.min(LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                FloatVector a = at(x, start + i).sub(max).sub(logSum);
                Vector32.capped(a).intoArray(tile.highs, i);
            }
            Vector32.exp(tile.highs, tile.lows, length);
            System.arraycopy(tile.highs, 0, out, start, length);
        }
        return end;
    }
}
