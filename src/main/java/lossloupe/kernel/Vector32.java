package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static lossloupe.kernel.Poly32.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The expensive loops over vectors of floats, exp and log1p. They are [Scalar32] operation by operation; why each step
/// is what it is stands there.
///
/// Loops go from arrays that stay in the L1 cache to others, with as much in one as C2 compiles well. Beyond 18,000
/// nodes in one method, of which an operation on vectors costs some 400, C2 inlines nothing but such operations: a
/// vector that goes through a method of ours is boxed then, ten times slower. So the longest loops are too long to be
/// inlined into their callers (VectorLoopsTest), and what comes late in them calls operations alone; a vector carried
/// around a loop must be an operand, since C2 does not know the class of a receiver from there. Constants are local: in
/// static fields they would be read from the heap, across lines of the cache. Comparisons with blends replace `max` of
/// floats, which costs five instructions for its care about NaN and −0.
final class Vector32 {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private Vector32() {}

    static FloatVector all(float v) {
        return FloatVector.broadcast(SPECIES, v);
    }

    static IntVector bits(int v) {
        return IntVector.broadcast(IntVector.SPECIES_PREFERRED, v);
    }

    /// What is below EXP_LEAST, whose exponential is 0 as well, as that.
    static FloatVector clamped(FloatVector x) {
        return x.blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
    }

    /// As [#clamped], and what is above EXP_FAR as that.
    static FloatVector capped(FloatVector x) {
        return clamped(x.blend(EXP_FAR, x.compare(GT, EXP_FAR)));
    }

    /// e^`x[start + i]` = (1 + q)·2^k: `high[i]` = q, `low[i]` = k where the exponent is, for i < length, a
    /// multiple of STEP. The bits of `sign` are set in x before: none, or the sign bit for e^−|x|. In that case
    /// returns the bits of −|x| for the largest |x|, NaN above all; else nothing of use.
    static int reduced(float[] x, int start, int sign, float[] highs, float[] lows, int length) {
        IntVector signs = bits(sign);
        IntVector largest = bits(Integer.MIN_VALUE);
        FloatVector log2e = all(LOG2_E);
        FloatVector shift = all(SHIFT);
        FloatVector minusLn2High = all(-LN2_HIGH);
        FloatVector minusLn2Low = all(-LN2_LOW);
        for (int i = 0; i < length; i += STEP) {
            IntVector signed = FloatVector.fromArray(SPECIES, x, start + i)
                    .reinterpretAsInts()
                    .or(signs);
            largest = signed.max(largest);
            FloatVector a = signed.reinterpretAsFloats();
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
        return largest.reduceLanes(MAX);
    }

    /// `values[i]` = e^`values[i]` from EXP_LEAST to EXP_FAR, for i < length, a multiple of STEP; `scratch` is
    /// lost. 2^k comes in two factors, because it may itself be subnormal.
    static void exp(float[] values, float[] scratch, int length) {
        reduced(values, 0, 0, values, scratch, length);
        FloatVector one = all(1);
        FloatVector down = all(DOWN);
        IntVector upBits = bits(UP_BITS);
        for (int i = 0; i < length; i += STEP) {
            FloatVector whole = FloatVector.fromArray(SPECIES, values, i).add(one);
            IntVector exponent = FloatVector.fromArray(SPECIES, scratch, i).reinterpretAsInts();
            FloatVector up = exponent.add(upBits).reinterpretAsFloats();
            whole.mul(up).mul(down).intoArray(values, i);
        }
    }

    /// `high[i]` = log1p(`high[i]` + `low[i]`) for i < length, a multiple of STEP.
    static void log1p(float[] highs, float[] lows, int length) {
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
}
