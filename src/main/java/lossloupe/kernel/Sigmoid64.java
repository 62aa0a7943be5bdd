package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Poly64.*;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;
import static lossloupe.kernel.Vector64.all;
import static lossloupe.kernel.Vector64.bits;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The sigmoid, its cross-entropy and their kin over vectors of doubles, [Scalar64] operation by operation. One loop
/// over a tile reduces e^−|x|, another makes the result of it, and both take e^−|x| for a normal number. Vectors where
/// it is none (beyond NEAR, NaN) are left to the scalar twin. Each step returns where it stopped, at the last whole
/// vector.
final class Sigmoid64 {
    private static final long SIGN = Long.MIN_VALUE;

    private Sigmoid64() {}

    /// Writes what it makes of the reduced exponentials of a tile.
    private interface Loop {
        void run(Tile64 tile, int start, int length);
    }

    /// What a thread needs besides [Tile64#scratch], which a step may use: shorter tiles, because there are six
    /// arrays.
    private static final class Buffers {
        static final ThreadLocal<Buffers> SCRATCH = ThreadLocal.withInitial(Buffers::new);

        final Tile64 tile = new Tile64(Tile64.LENGTH / 2);
        final double[] crossEntropies = new double[tile.length()];
        final double[] p = new double[tile.length()];
        final double[] q = new double[tile.length()];
        final double[] labels = new double[tile.length()];
    }

    static int crossEntropy(double[] x, double[] z, double[] out, int from, int to) {
        Loop loop = (tile, start, length) -> crossEntropies(tile, x, z, start, out, start, length);
        return over(x, from, to, loop, i -> out[i] = Scalar64.sigmoidCrossEntropy(x[i], z[i]));
    }

    static int gradient(double[] x, double[] z, double[] out, int from, int to) {
        Loop loop = (tile, start, length) -> gradients(tile, x, z, out, start, length);
        return over(x, from, to, loop, i -> out[i] = Scalar64.sigmoidCrossEntropyGradient(x[i], z[i]));
    }

    static int sigmoid(double[] x, double[] out, int from, int to) {
        Loop loop = (tile, start, length) -> sigmoids(tile, x, out, start, length);
        return over(x, from, to, loop, i -> out[i] = Scalar64.sigmoid(x[i]));
    }

    static int sigmoids(double[] x, double[] p, double[] q, int from, int to) {
        Loop loop = (tile, start, length) -> pairs(tile, x, start, p, q, start, length);
        return over(x, from, to, loop, i -> pair(x[i], p, q, i));
    }

    /// The cross-entropy of −|x| against 0.
    static int tail(double[] x, double[] out, int from, int to) {
        var own = Buffers.SCRATCH.get();
        Arrays.fill(own.labels, 0);
        Loop loop = (tile, start, length) -> {
            for (int i = 0; i < length; i++) {
                own.p[i] = -Math.abs(x[start + i]);
            }
            crossEntropies(tile, own.p, own.labels, 0, out, start, length);
        };
        return over(own.tile, x, from, to, loop, i -> out[i] = Scalar64.softplusBelow(-Math.abs(x[i])));
    }

    static int ofCrossEntropyAndSigmoids(
            double[] x, double[] z, double[] out, Elementary.DoubleStep step, int from, int to) {
        var own = Buffers.SCRATCH.get();
        int end = Tile64.end(from, to);
        for (int start = from; start < end; start += own.tile.length()) {
            int first = start;
            int length = Math.min(own.tile.length(), end - start);
            Loop loop = (tile, i, n) -> {
                crossEntropies(tile, x, z, i, own.crossEntropies, i - first, n);
                pairs(tile, x, i, own.p, own.q, i - first, n);
            };
            piece(own.tile, x, start, length, loop, i -> {
                own.crossEntropies[i - first] = Scalar64.sigmoidCrossEntropy(x[i], z[i]);
                pair(x[i], own.p, own.q, i - first);
            });
            System.arraycopy(z, start, own.labels, 0, length);
            step.replace(own.crossEntropies, own.p, own.q, own.labels, length);
            System.arraycopy(own.crossEntropies, 0, out, start, length);
        }
        return end;
    }

    private static int over(double[] x, int from, int to, Loop loop, IntConsumer twin) {
        return over(Tile64.scratch(), x, from, to, loop, twin);
    }

    private static int over(Tile64 tile, double[] x, int from, int to, Loop loop, IntConsumer twin) {
        int end = Tile64.end(from, to);
        for (int start = from; start < end; start += tile.length()) {
            piece(tile, x, start, Math.min(tile.length(), end - start), loop, twin);
        }
        return end;
    }

    /// The whole piece by the loop; else vector by vector, by the twin what is not near.
    private static void piece(Tile64 tile, double[] x, int start, int length, Loop loop, IntConsumer twin) {
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
    private static boolean reduce(Tile64 tile, double[] x, int start, int length) {
        long largest = Vector64.reduced(x, start, SIGN, tile.highs, tile.lows, length);
        return largest <= Double.doubleToRawLongBits(-NEAR);
    }

    private static void pair(double x, double[] p, double[] q, int at) {
        p[at] = Scalar64.sigmoid(x);
        q[at] = Scalar64.sigmoid(-x);
    }

    /// `out[at + i]` = the cross-entropy of `x[start + i]` against `z[start + i]`. The exponential is scaled with
    /// one factor, and its larger part without any, only its exponent raised.
    private static void crossEntropies(
            Tile64 tile, double[] x, double[] z, int start, double[] out, int at, int length) {
        double[] highs = tile.highs;
        double[] lows = tile.lows;
        DoubleVector zero = all(0);
        DoubleVector one = all(1);
        LongVector bias = bits(1023L << 52);
        DoubleVector minusSlope = all(-SLOPE);
        DoubleVector root = all(ROOT);
        DoubleVector fall0 = all(FALL0);
        DoubleVector fall1 = all(FALL1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector q = DoubleVector.fromArray(SPECIES, highs, i);
            LongVector exponent = DoubleVector.fromArray(SPECIES, lows, i).reinterpretAsLongs();
            DoubleVector whole = q.add(one);
            DoubleVector beyond = q.sub(whole.sub(one));
            DoubleVector t = whole.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
            DoubleVector low = beyond.mul(exponent.add(bias).reinterpretAsDoubles());

            DoubleVector t2 = t.mul(t);
            DoubleVector n = t.fma(all(N5), all(N4)).fma(t2, t.fma(all(N3), all(N2)));
            DoubleVector d = t2.add(t.fma(all(D5), all(D4))).fma(t2, t.fma(all(D3), all(D2)));
            DoubleVector numerator = n.fma(t2, t.fma(all(N1), all(N0)));
            DoubleVector denominator = d.fma(t2, t.fma(all(D1), all(D0)));
            DoubleVector quotient = numerator.div(denominator);
            DoubleVector chord = t.fma(minusSlope, one);
            DoubleVector lost = t.fma(minusSlope, one.sub(chord));
            DoubleVector rest = root.sub(t).mul(t).fma(quotient, lost);
            DoubleVector small = t.fma(fall1, fall0).mul(low);
            DoubleVector tail = t.fma(chord, t.fma(rest, small));

            DoubleVector xs = DoubleVector.fromArray(SPECIES, x, start + i);
            DoubleVector positive = zero.blend(xs, xs.compare(GT, zero));
            DoubleVector linear = positive.sub(xs.mul(DoubleVector.fromArray(SPECIES, z, start + i)));
            linear.add(tail).intoArray(out, at + i);
        }
    }

    private static DoubleVector exponential(Tile64 tile, int i) {
        LongVector exponent = DoubleVector.fromArray(SPECIES, tile.lows, i).reinterpretAsLongs();
        return DoubleVector.fromArray(SPECIES, tile.highs, i)
                .add(1)
                .reinterpretAsLongs()
                .add(exponent)
                .reinterpretAsDoubles();
    }

    private static void sigmoids(Tile64 tile, double[] x, double[] out, int start, int length) {
        DoubleVector one = all(1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = exponential(tile, i);
            DoubleVector r = one.div(t.add(one));
            r.blend(t.mul(r), DoubleVector.fromArray(SPECIES, x, start + i).compare(LT, 0))
                    .intoArray(out, start + i);
        }
    }

    private static void pairs(Tile64 tile, double[] x, int start, double[] p, double[] q, int at, int length) {
        DoubleVector one = all(1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = exponential(tile, i);
            DoubleVector r = one.div(t.add(one));
            DoubleVector tr = t.mul(r);
            VectorMask<Double> negative =
                    DoubleVector.fromArray(SPECIES, x, start + i).compare(LT, 0);
            r.blend(tr, negative).intoArray(p, at + i);
            tr.blend(r, negative).intoArray(q, at + i);
        }
    }

    private static void gradients(Tile64 tile, double[] x, double[] z, double[] out, int start, int length) {
        DoubleVector one = all(1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = exponential(tile, i);
            DoubleVector r = one.div(t.add(one));
            DoubleVector tr = t.mul(r);
            VectorMask<Double> negative =
                    DoubleVector.fromArray(SPECIES, x, start + i).compare(LT, 0);
            DoubleVector p = r.blend(tr, negative);
            DoubleVector q = tr.blend(r, negative);
            DoubleVector zs = DoubleVector.fromArray(SPECIES, z, start + i);
            zs.neg().fma(q, one.sub(zs).mul(p)).intoArray(out, start + i);
        }
    }
}
