package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Poly32.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The expensive loops over vectors of floats: exp, log1p, and the cross-entropy from an exp on. They are [Scalar32]
/// operation by operation; why each step is what it is stands there.
///
/// Each is a short loop from arrays that stay in the L1 cache to others: a processor that looks some 250 instructions
/// ahead then has several turns of it under way, where one long loop would wait for its own results. Constants are
/// local: in static fields they would be read from the heap, across lines of the cache. Comparisons with blends replace
/// `max`, which costs five instructions for its care about NaN and −0.
final class Vector32 {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
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
        Vector32::expm1Reduced, Vector32::scaled, Vector32::scaledNear, Vector32::log1pLoop, Vector32::quotientLoop
    };

    /// A loop over a tile, from the first array to both or to the second.
    private interface Pass {
        void run(float[] highs, float[] others, int length);
    }

    private Vector32() {}

    static FloatVector all(float v) {
        return FloatVector.broadcast(SPECIES, v);
    }

    static IntVector bits(int v) {
        return IntVector.broadcast(IntVector.SPECIES_PREFERRED, v);
    }

    private static void run(int pass, float[] highs, float[] others, int length) {
        PASSES[pass].run(highs, others, length);
    }

    /// What is below EXP_LEAST, whose exponential is 0 as well, as that.
    static FloatVector clamped(FloatVector x) {
        return x.blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
    }

    /// As [#clamped], and what is above EXP_FAR as that.
    static FloatVector capped(FloatVector x) {
        return clamped(x.blend(EXP_FAR, x.compare(GT, EXP_FAR)));
    }

    /// `high[i]` + `low[i]` = e^`high[i]` from EXP_LEAST to EXP_FAR, for i < length, a multiple of STEP.
    static void exp(float[] highs, float[] lows, int length) {
        run(REDUCED, highs, lows, length);
        run(SCALED, highs, lows, length);
    }

    /// As [#exp], for −NEAR ≤ `high[i]` ≤ 0; anything below.
    static void expNear(float[] highs, float[] lows, int length) {
        run(REDUCED, highs, lows, length);
        run(SCALED_NEAR, highs, lows, length);
    }

    /// `high[i]` = log1p(`high[i]` + `low[i]`) for i < length, a multiple of STEP.
    static void log1p(float[] highs, float[] lows, int length) {
        run(LOG1P, highs, lows, length);
    }

    /// `quotients[i]` = N/D of t = `high[i]`, for i < length, a multiple of STEP.
    static void log1pQuotient(float[] highs, float[] quotients, int length) {
        run(QUOTIENT, highs, quotients, length);
    }

    /// e^`high[i]` = (1 + q)·2^k: `high[i]` = q, `low[i]` = k where the exponent is.
    private static void expm1Reduced(float[] highs, float[] lows, int length) {
        FloatVector log2e = all(LOG2_E);
        FloatVector shift = all(SHIFT);
        FloatVector minusLn2High = all(-LN2_HIGH);
        FloatVector minusLn2Low = all(-LN2_LOW);
        for (int i = 0; i < length; i += STEP) {
            FloatVector a = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector shifted = a.fma(log2e, shift);
            FloatVector k = shifted.sub(shift);
            FloatVector exact = k.fma(minusLn2High, a);
            FloatVector low = k.mul(minusLn2Low);
            FloatVector r = exact.add(low);

            FloatVector r2 = r.mul(r);
            FloatVector p24 = all(E4).fma(r2, r.fma(all(E3), all(E2)));
            FloatVector p = p24.fma(r2, r.fma(all(E1), all(E0)));
            FloatVector curve = r2.fma(p, low);
            exact.add(curve).intoArray(highs, i);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, 23);
            exponent.reinterpretAsFloats().intoArray(lows, i);
        }
    }

    /// What [#expm1Reduced] left there: k where the exponent is.
    private static IntVector exponents(float[] lows, int i) {
        return FloatVector.fromArray(SPECIES, lows, i).reinterpretAsInts();
    }

    /// In two factors, because 2^k itself may be subnormal.
    private static void scaled(float[] highs, float[] lows, int length) {
        FloatVector one = all(1);
        FloatVector down = all(DOWN);
        IntVector upBits = bits(UP_BITS);
        for (int i = 0; i < length; i += STEP) {
            FloatVector q = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector whole = q.add(one);
            FloatVector rest = q.sub(whole.sub(one));
            IntVector exponent = exponents(lows, i);
            FloatVector up = exponent.add(upBits).reinterpretAsFloats();
            whole.mul(up).mul(down).intoArray(highs, i);
            rest.mul(up).mul(down).intoArray(lows, i);
        }
    }

    /// With one factor, and for the larger part without any, only its exponent raised.
    private static void scaledNear(float[] highs, float[] lows, int length) {
        FloatVector one = all(1);
        IntVector bias = bits(127 << 23);
        for (int i = 0; i < length; i += STEP) {
            FloatVector q = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector whole = q.add(one);
            FloatVector rest = q.sub(whole.sub(one));
            IntVector exponent = exponents(lows, i);
            IntVector raised = whole.reinterpretAsInts().add(exponent);
            raised.reinterpretAsFloats().intoArray(highs, i);
            rest.mul(exponent.add(bias).reinterpretAsFloats()).intoArray(lows, i);
        }
    }

    private static void log1pLoop(float[] highs, float[] lows, int length) {
        FloatVector one = all(1);
        FloatVector shift = all(SHIFT);
        IntVector shiftBits = bits(Float.floatToRawIntBits(SHIFT));
        IntVector splitBits = bits(SPLIT_BITS);
        IntVector bias = bits(127);
        for (int i = 0; i < length; i += STEP) {
            FloatVector x = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector low = FloatVector.fromArray(SPECIES, lows, i);
            FloatVector sum = x.add(one);
            IntVector bits = sum.reinterpretAsInts().sub(splitBits);
            IntVector exponent = bits.lanewise(ASHR, 23);
            IntVector opposite = bias.sub(exponent);
            FloatVector m = opposite.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector shifted = exponent.add(shiftBits).reinterpretAsFloats();
            FloatVector k = shifted.sub(shift);
            FloatVector offset = m.sub(one);
            FloatVector f = x.fma(m, offset);

            FloatVector divisor = f.add(2);
            FloatVector s = f.div(divisor);
            FloatVector z = s.mul(s);
            FloatVector p = z.fma(all(L2), all(L1)).fma(z, all(L0));

            FloatVector half = f.mul(0.5f).mul(f);
            FloatVector slope = s.sub(z).fma(all(-2), one);
            FloatVector small = low.mul(m).fma(slope, k.mul(LN2_LOW));
            FloatVector curve = half.add(z.mul(p));
            FloatVector rest = s.fma(curve, small);
            FloatVector kHigh = k.mul(LN2_HIGH);
            FloatVector high = kHigh.add(f);
            FloatVector lost = f.sub(high.sub(kHigh));
            FloatVector result = high.add(lost.sub(half.sub(rest)));
            result.intoArray(highs, i);
        }
    }

    private static void quotientLoop(float[] highs, float[] quotients, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector t2 = t.mul(t);
            FloatVector numerator = all(N2).fma(t2, t.fma(all(N1), all(N0)));
            FloatVector denominator = t2.add(t.fma(all(D1), all(D0)));
            numerator.div(denominator).intoArray(quotients, i);
        }
    }

    /// `out[at + i]` = the cross-entropy of `x[start + i]` against `z[start + i]` with e^-|x| = `high[i]` +
    /// `low[i]`, for i < length, a multiple of STEP. Beyond NEAR the scalar twin takes over: at infinities, where
    /// the linear part is inf − inf or inf·0, it knows the limits.
    static void crossEntropy(
            float[] x,
            float[] z,
            int start,
            float[] highs,
            float[] lows,
            float[] quotients,
            float[] out,
            int at,
            int length) {
        FloatVector one = all(1);
        FloatVector zero = all(0);
        FloatVector minusSlope = all(-SLOPE);
        FloatVector root = all(ROOT);
        FloatVector fall0 = all(FALL0);
        FloatVector fall1 = all(FALL1);
        for (int i = 0; i < length; i += STEP) {
            FloatVector xs = FloatVector.fromArray(SPECIES, x, start + i);
            if (xs.lanewise(ABS).compare(GT, NEAR).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[at + j] = Scalar32.sigmoidCrossEntropy(x[start + j], z[start + j]);
                }
            } else {
                FloatVector t = FloatVector.fromArray(SPECIES, highs, i);
                FloatVector low = FloatVector.fromArray(SPECIES, lows, i);
                FloatVector quotient = FloatVector.fromArray(SPECIES, quotients, i);
                FloatVector chord = t.fma(minusSlope, one);
                FloatVector lost = t.fma(minusSlope, one.sub(chord));
                FloatVector rest = root.sub(t).mul(t).fma(quotient, lost);
                FloatVector small = t.fma(fall1, fall0).mul(low);
                FloatVector tail = t.fma(chord, t.fma(rest, small));

                FloatVector zs = FloatVector.fromArray(SPECIES, z, start + i);
                FloatVector positive = zero.blend(xs, xs.compare(GT, zero));
                FloatVector linear = positive.sub(xs.mul(zs));
                linear.add(tail).intoArray(out, at + i);
            }
        }
    }
}
