package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Poly64.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// The expensive loops over vectors of doubles: exp, log1p, and the cross-entropy from an exp on. They are [Scalar64]
/// operation by operation; why each step is what it is stands there.
///
/// Each is a short loop from arrays that stay in the L1 cache to others: a processor that looks some 250 instructions
/// ahead then has several turns of it under way, where one long loop would wait for its own results. Constants are
/// local: in static fields they would be read from the heap, across lines of the cache. Comparisons with blends replace
/// `max`, which costs five instructions for its care about NaN and −0.
final class Vector64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private static final int REDUCED = 0;
    private static final int SCALED = 1;
    private static final int SCALED_NEAR = 2;
    private static final int LOG1P = 3;
    private static final int QUOTIENT = 4;

    /// In an array, whose elements C2 does not take for constants: a call then sees more kinds of receivers than C2
    /// inlines, and each loop is compiled apart, with registers for its own constants. Beyond 18,000 nodes in one
    /// method, of which a vector operation costs some 400, C2 boxes vectors and runs ten times slower.
    private static final Pass[] PASSES = {
        Vector64::expm1Reduced, Vector64::scaled, Vector64::scaledNear, Vector64::log1pLoop, Vector64::quotientLoop
    };

    /// A loop over a tile, from the first array to both or to the second.
    private interface Pass {
        void run(double[] highs, double[] others, int length);
    }

    private Vector64() {}

    static DoubleVector all(double v) {
        return DoubleVector.broadcast(SPECIES, v);
    }

    static LongVector bits(long v) {
        return LongVector.broadcast(LongVector.SPECIES_PREFERRED, v);
    }

    private static void run(int pass, double[] highs, double[] others, int length) {
        PASSES[pass].run(highs, others, length);
    }

    /// What is below EXP_LEAST, whose exponential is 0 as well, as that.
    static DoubleVector clamped(DoubleVector x) {
        return x.blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
    }

    /// As [#clamped], and what is above EXP_FAR as that.
    static DoubleVector capped(DoubleVector x) {
        return clamped(x.blend(EXP_FAR, x.compare(GT, EXP_FAR)));
    }

    /// `high[i]` + `low[i]` = e^`high[i]` from EXP_LEAST to EXP_FAR, for i < length, a multiple of STEP.
    static void exp(double[] highs, double[] lows, int length) {
        run(REDUCED, highs, lows, length);
        run(SCALED, highs, lows, length);
    }

    /// As [#exp], for −NEAR ≤ `high[i]` ≤ 0; anything below.
    static void expNear(double[] highs, double[] lows, int length) {
        run(REDUCED, highs, lows, length);
        run(SCALED_NEAR, highs, lows, length);
    }

    /// `high[i]` = log1p(`high[i]` + `low[i]`) for i < length, a multiple of STEP.
    static void log1p(double[] highs, double[] lows, int length) {
        run(LOG1P, highs, lows, length);
    }

    /// `quotients[i]` = N/D of t = `high[i]`, for i < length, a multiple of STEP.
    static void log1pQuotient(double[] highs, double[] quotients, int length) {
        run(QUOTIENT, highs, quotients, length);
    }

    /// e^`high[i]` = (1 + q)·2^k: `high[i]` = q, `low[i]` = k where the exponent is.
    private static void expm1Reduced(double[] highs, double[] lows, int length) {
        DoubleVector log2e = all(LOG2_E);
        DoubleVector shift = all(SHIFT);
        DoubleVector minusLn2High = all(-LN2_HIGH);
        DoubleVector minusLn2Low = all(-LN2_LOW);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector shifted = a.fma(log2e, shift);
            DoubleVector k = shifted.sub(shift);
            DoubleVector exact = k.fma(minusLn2High, a);
            DoubleVector low = k.mul(minusLn2Low);
            DoubleVector r = exact.add(low);

            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector p98 = r.fma(all(E9), all(E8));
            DoubleVector p74 = r.fma(all(E7), all(E6)).fma(r2, r.fma(all(E5), all(E4)));
            DoubleVector p30 = r.fma(all(E3), all(E2)).fma(r2, r.fma(all(E1), all(E0)));
            DoubleVector p = p98.fma(r4, p74).fma(r4, p30);
            DoubleVector curve = r2.fma(p, low);
            exact.add(curve).intoArray(highs, i);
            LongVector exponent = shifted.reinterpretAsLongs().lanewise(LSHL, 52);
            exponent.reinterpretAsDoubles().intoArray(lows, i);
        }
    }

    /// What [#expm1Reduced] left there: k where the exponent is.
    private static LongVector exponents(double[] lows, int i) {
        return DoubleVector.fromArray(SPECIES, lows, i).reinterpretAsLongs();
    }

    /// In two factors, because 2^k itself may be subnormal.
    private static void scaled(double[] highs, double[] lows, int length) {
        DoubleVector one = all(1);
        DoubleVector down = all(DOWN);
        LongVector upBits = bits(UP_BITS);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector q = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector whole = q.add(one);
            DoubleVector rest = q.sub(whole.sub(one));
            LongVector exponent = exponents(lows, i);
            DoubleVector up = exponent.add(upBits).reinterpretAsDoubles();
            whole.mul(up).mul(down).intoArray(highs, i);
            rest.mul(up).mul(down).intoArray(lows, i);
        }
    }

    /// With one factor, and for the larger part without any, only its exponent raised.
    private static void scaledNear(double[] highs, double[] lows, int length) {
        DoubleVector one = all(1);
        LongVector bias = bits(1023L << 52);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector q = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector whole = q.add(one);
            DoubleVector rest = q.sub(whole.sub(one));
            LongVector exponent = exponents(lows, i);
            LongVector raised = whole.reinterpretAsLongs().add(exponent);
            raised.reinterpretAsDoubles().intoArray(highs, i);
            rest.mul(exponent.add(bias).reinterpretAsDoubles()).intoArray(lows, i);
        }
    }

    private static void log1pLoop(double[] highs, double[] lows, int length) {
        DoubleVector one = all(1);
        DoubleVector shift = all(SHIFT);
        LongVector shiftBits = bits(Double.doubleToRawLongBits(SHIFT));
        LongVector splitBits = bits(SPLIT_BITS);
        LongVector bias = bits(1023);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lows, i);
            DoubleVector sum = x.add(one);
            LongVector bits = sum.reinterpretAsLongs().sub(splitBits);
            LongVector exponent = bits.lanewise(ASHR, 52);
            LongVector opposite = bias.sub(exponent);
            DoubleVector m = opposite.lanewise(LSHL, 52).reinterpretAsDoubles();
            DoubleVector shifted = exponent.add(shiftBits).reinterpretAsDoubles();
            DoubleVector k = shifted.sub(shift);
            DoubleVector offset = m.sub(one);
            DoubleVector f = x.fma(m, offset);

            DoubleVector divisor = f.add(2);
            DoubleVector s = f.div(divisor);
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector p = z.fma(all(L7), all(L6)).fma(z2, z.fma(all(L5), all(L4)));
            p = p.fma(z2, z.fma(all(L3), all(L2)));
            p = p.fma(z2, z.fma(all(L1), all(L0)));

            DoubleVector half = f.mul(0.5).mul(f);
            DoubleVector slope = s.sub(z).fma(all(-2), one);
            DoubleVector small = low.mul(m).fma(slope, k.mul(LN2_LOW));
            DoubleVector curve = half.add(z.mul(p));
            DoubleVector rest = s.fma(curve, small);
            DoubleVector kHigh = k.mul(LN2_HIGH);
            DoubleVector high = kHigh.add(f);
            DoubleVector lost = f.sub(high.sub(kHigh));
            DoubleVector result = high.add(lost.sub(half.sub(rest)));
            result.intoArray(highs, i);
        }
    }

    private static void quotientLoop(double[] highs, double[] quotients, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector t2 = t.mul(t);
            DoubleVector n = t.fma(all(N5), all(N4)).fma(t2, t.fma(all(N3), all(N2)));
            DoubleVector d = t2.add(t.fma(all(D5), all(D4))).fma(t2, t.fma(all(D3), all(D2)));
            DoubleVector numerator = n.fma(t2, t.fma(all(N1), all(N0)));
            DoubleVector denominator = d.fma(t2, t.fma(all(D1), all(D0)));
            numerator.div(denominator).intoArray(quotients, i);
        }
    }

    /// `out[at + i]` = the cross-entropy of `x[start + i]` against `z[start + i]` with e^-|x| = `high[i]` +
    /// `low[i]`, for i < length, a multiple of STEP. Beyond NEAR the scalar twin takes over: at infinities, where
    /// the linear part is inf − inf or inf·0, it knows the limits.
    static void crossEntropy(
            double[] x,
            double[] z,
            int start,
            double[] highs,
            double[] lows,
            double[] quotients,
            double[] out,
            int at,
            int length) {
        DoubleVector one = all(1);
        DoubleVector zero = all(0);
        DoubleVector minusSlope = all(-SLOPE);
        DoubleVector root = all(ROOT);
        DoubleVector fall0 = all(FALL0);
        DoubleVector fall1 = all(FALL1);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector xs = DoubleVector.fromArray(SPECIES, x, start + i);
            if (xs.lanewise(ABS).compare(GT, NEAR).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[at + j] = Scalar64.sigmoidCrossEntropy(x[start + j], z[start + j]);
                }
            } else {
                DoubleVector t = DoubleVector.fromArray(SPECIES, highs, i);
                DoubleVector low = DoubleVector.fromArray(SPECIES, lows, i);
                DoubleVector quotient = DoubleVector.fromArray(SPECIES, quotients, i);
                DoubleVector chord = t.fma(minusSlope, one);
                DoubleVector lost = t.fma(minusSlope, one.sub(chord));
                DoubleVector rest = root.sub(t).mul(t).fma(quotient, lost);
                DoubleVector small = t.fma(fall1, fall0).mul(low);
                DoubleVector tail = t.fma(chord, t.fma(rest, small));

                DoubleVector zs = DoubleVector.fromArray(SPECIES, z, start + i);
                DoubleVector positive = zero.blend(xs, xs.compare(GT, zero));
                DoubleVector linear = positive.sub(xs.mul(zs));
                linear.add(tail).intoArray(out, at + i);
            }
        }
    }
}
