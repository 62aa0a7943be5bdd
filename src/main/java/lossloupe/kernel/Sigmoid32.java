package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Poly32.*;
import static lossloupe.kernel.Vector32.SPECIES;
import static lossloupe.kernel.Vector32.STEP;
import static lossloupe.kernel.Vector32.all;
import static lossloupe.kernel.Vector32.bits;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The sigmoid, its cross-entropy and their kin over vectors of floats, [Scalar32] operation by operation. One loop
/// over a tile reduces e^−|x|, another makes the result of it, and both take e^−|x| for a normal number. Vectors where
/// it is none (beyond NEAR, NaN) are left to the scalar twin. Each step returns where it stopped, at the last whole
/// vector.
final class Sigmoid32 {
    private static final int SIGN = Integer.MIN_VALUE;

    private Sigmoid32() {}

    /// Writes what it makes of the reduced exponentials of a tile.
    private interface Loop {
        void run(Tile32 tile, int start, int length);
    }

    /// What a thread needs besides [Tile32#scratch], which a step may use: shorter tiles, because there are six
    /// arrays.
    private static final class Buffers {
        static final ThreadLocal<Buffers> SCRATCH = ThreadLocal.withInitial(Buffers::new);

        final Tile32 tile = new Tile32(Tile32.LENGTH / 2);
        final float[] crossEntropies = new float[tile.length()];
        final float[] p = new float[tile.length()];
        final float[] q = new float[tile.length()];
        final float[] labels = new float[tile.length()];
    }

    static int crossEntropy(float[] x, float[] z, float[] out, int from, int to) {
        Loop loop = (tile, start, length) -> crossEntropies(tile, x, z, start, out, start, length);
        return over(x, from, to, loop, i -> out[i] = Scalar32.sigmoidCrossEntropy(x[i], z[i]));
    }

    static int gradient(float[] x, float[] z, float[] out, int from, int to) {
        Loop loop = (tile, start, length) -> gradients(tile, x, z, out, start, length);
        return over(x, from, to, loop, i -> out[i] = Scalar32.sigmoidCrossEntropyGradient(x[i], z[i]));
    }

    static int sigmoid(float[] x, float[] out, int from, int to) {
        Loop loop = (tile, start, length) -> sigmoids(tile, x, out, start, length);
        return over(x, from, to, loop, i -> out[i] = Scalar32.sigmoid(x[i]));
    }

    static int sigmoids(float[] x, float[] p, float[] q, int from, int to) {
        Loop loop = (tile, start, length) -> pairs(tile, x, start, p, q, start, length);
        return over(x, from, to, loop, i -> pair(x[i], p, q, i));
    }

    /// The cross-entropy of −|x| against 0.
    static int tail(float[] x, float[] out, int from, int to) {
        var own = Buffers.SCRATCH.get();
        Arrays.fill(own.labels, 0);
        Loop loop = (tile, start, length) -> {
            for (int i = 0; i < length; i++) {
                own.p[i] = -Math.abs(x[start + i]);
            }
            crossEntropies(tile, own.p, own.labels, 0, out, start, length);
        };
        return over(own.tile, x, from, to, loop, i -> out[i] = Scalar32.softplusBelow(-Math.abs(x[i])));
    }

    static int ofCrossEntropyAndSigmoids(
            float[] x, float[] z, float[] out, Elementary.FloatStep step, int from, int to) {
        var own = Buffers.SCRATCH.get();
        int end = Tile32.end(from, to);
        for (int start = from; start < end; start += own.tile.length()) {
            int first = start;
            int length = Math.min(own.tile.length(), end - start);
            Loop loop = (tile, i, n) -> {
                crossEntropies(tile, x, z, i, own.crossEntropies, i - first, n);
                pairs(tile, x, i, own.p, own.q, i - first, n);
            };
            piece(own.tile, x, start, length, loop, i -> {
                own.crossEntropies[i - first] = Scalar32.sigmoidCrossEntropy(x[i], z[i]);
                pair(x[i], own.p, own.q, i - first);
            });
            System.arraycopy(z, start, own.labels, 0, length);
            step.replace(own.crossEntropies, own.p, own.q, own.labels, length);
            System.arraycopy(own.crossEntropies, 0, out, start, length);
        }
        return end;
    }

    private static int over(float[] x, int from, int to, Loop loop, IntConsumer twin) {
        return over(Tile32.scratch(), x, from, to, loop, twin);
    }

    private static int over(Tile32 tile, float[] x, int from, int to, Loop loop, IntConsumer twin) {
        int end = Tile32.end(from, to);
        for (int start = from; start < end; start += tile.length()) {
            piece(tile, x, start, Math.min(tile.length(), end - start), loop, twin);
        }
        return end;
    }

    /// The whole piece by the loop; else vector by vector, by the twin what is not near.
    private static void piece(Tile32 tile, float[] x, int start, int length, Loop loop, IntConsumer twin) {
        if (reduce(tile, x, start, length)) {
            loop.run(tile, start, length);
        } else if (length > STEP) {
            for (int i = start; i < start + length; i += STEP) {
                piece(tile, x, i, STEP, loop, twin);
            }
        } else {
            IntStream.range(start, start + length).forEach(twin);
        }
    }

    /// Returns whether all of them are near.
    private static boolean reduce(Tile32 tile, float[] x, int start, int length) {
        int largest = Vector32.reduced(x, start, SIGN, tile.highs, tile.lows, length);
        return largest <= Float.floatToRawIntBits(-NEAR);
    }

    private static void pair(float x, float[] p, float[] q, int at) {
        p[at] = Scalar32.sigmoid(x);
        q[at] = Scalar32.sigmoid(-x);
    }

    /// `out[at + i]` = the cross-entropy of `x[start + i]` against `z[start + i]`. The exponential is scaled with
    /// one factor, and its larger part without any, only its exponent raised.
    private static void crossEntropies(Tile32 tile, float[] x, float[] z, int start, float[] out, int at, int length) {
        float[] highs = tile.highs;
        float[] lows = tile.lows;
        FloatVector zero = all(0);
        FloatVector one = all(1);
        IntVector bias = bits(127 << 23);
        FloatVector minusSlope = all(-SLOPE);
        FloatVector root = all(ROOT);
        FloatVector fall0 = all(FALL0);
        FloatVector fall1 = all(FALL1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector q = FloatVector.fromArray(SPECIES, highs, i);
            IntVector exponent = FloatVector.fromArray(SPECIES, lows, i).reinterpretAsInts();
            FloatVector whole = q.add(one);
            FloatVector beyond = q.sub(whole.sub(one));
            FloatVector t = whole.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            FloatVector low = beyond.mul(exponent.add(bias).reinterpretAsFloats());

            FloatVector t2 = t.mul(t);
            FloatVector numerator = all(N2).fma(t2, t.fma(all(N1), all(N0)));
            FloatVector denominator = t2.add(t.fma(all(D1), all(D0)));
            FloatVector quotient = numerator.div(denominator);
            FloatVector chord = t.fma(minusSlope, one);
            FloatVector lost = t.fma(minusSlope, one.sub(chord));
            FloatVector rest = root.sub(t).mul(t).fma(quotient, lost);
            FloatVector small = t.fma(fall1, fall0).mul(low);
            FloatVector tail = t.fma(chord, t.fma(rest, small));

            FloatVector xs = FloatVector.fromArray(SPECIES, x, start + i);
            FloatVector positive = zero.blend(xs, xs.compare(GT, zero));
            FloatVector linear = positive.sub(xs.mul(FloatVector.fromArray(SPECIES, z, start + i)));
            linear.add(tail).intoArray(out, at + i);
        }
    }

    private static FloatVector exponential(Tile32 tile, int i) {
        IntVector exponent = FloatVector.fromArray(SPECIES, tile.lows, i).reinterpretAsInts();
        return FloatVector.fromArray(SPECIES, tile.highs, i)
                .add(1)
                .reinterpretAsInts()
                .add(exponent)
                .reinterpretAsFloats();
    }

    private static void sigmoids(Tile32 tile, float[] x, float[] out, int start, int length) {
        FloatVector one = all(1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = exponential(tile, i);
            FloatVector r = one.div(t.add(one));
            r.blend(t.mul(r), FloatVector.fromArray(SPECIES, x, start + i).compare(LT, 0))
                    .intoArray(out, start + i);
        }
    }

    private static void pairs(Tile32 tile, float[] x, int start, float[] p, float[] q, int at, int length) {
        FloatVector one = all(1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = exponential(tile, i);
            FloatVector r = one.div(t.add(one));
            FloatVector tr = t.mul(r);
            VectorMask<Float> negative =
                    FloatVector.fromArray(SPECIES, x, start + i).compare(LT, 0);
            r.blend(tr, negative).intoArray(p, at + i);
            tr.blend(r, negative).intoArray(q, at + i);
        }
    }

    private static void gradients(Tile32 tile, float[] x, float[] z, float[] out, int start, int length) {
        FloatVector one = all(1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = exponential(tile, i);
            FloatVector r = one.div(t.add(one));
            FloatVector tr = t.mul(r);
            VectorMask<Float> negative =
                    FloatVector.fromArray(SPECIES, x, start + i).compare(LT, 0);
            FloatVector p = r.blend(tr, negative);
            FloatVector q = tr.blend(r, negative);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, start + i);
            zs.neg().fma(q, one.sub(zs).mul(p)).intoArray(out, start + i);
        }
    }
}
