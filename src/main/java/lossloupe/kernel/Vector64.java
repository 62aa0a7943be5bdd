package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static lossloupe.kernel.Poly64.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// The expensive loops over vectors of doubles, exp and log1p. They are [Scalar64] operation by operation; why each
/// step is what it is stands there.
///
/// Loops go from arrays that stay in the L1 cache to others, with as much in one as C2 compiles well. Beyond 18,000
/// nodes in one method, of which an operation on vectors costs some 400, C2 inlines nothing but such operations: a
/// vector that goes through a method of ours is boxed then, ten times slower. So the longest loops are too long to be
/// inlined into their callers (VectorLoopsTest), and what comes late in them calls operations alone; a vector carried
/// around a loop must be an operand, since C2 does not know the class of a receiver from there. Constants are local: in
/// static fields they would be read from the heap, across lines of the cache. Comparisons with blends replace `max` of
/// doubles, which costs five instructions for its care about NaN and −0.
final class Vector64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private Vector64() {}

    static DoubleVector all(double v) {
        return DoubleVector.broadcast(SPECIES, v);
    }

    static LongVector bits(long v) {
        return LongVector.broadcast(LongVector.SPECIES_PREFERRED, v);
    }

    /// What is below EXP_LEAST, whose exponential is 0 as well, as that.
    static DoubleVector clamped(DoubleVector x) {
        return x.blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
    }

    /// As [#clamped], and what is above EXP_FAR as that.
    static DoubleVector capped(DoubleVector x) {
        return clamped(x.blend(EXP_FAR, x.compare(GT, EXP_FAR)));
    }

    /// e^`x[start + i]` = (1 + q)·2^k: `high[i]` = q, `low[i]` = k where the exponent is, for i < length, a
    /// multiple of STEP. The bits of `sign` are set in x before: none, or the sign bit for e^−|x|. In that case
    /// returns the bits of −|x| for the largest |x|, NaN above all; else nothing of use.
    static long reduced(double[] x, int start, long sign, double[] highs, double[] lows, int length) {
        LongVector signs = bits(sign);
        LongVector largest = bits(Long.MIN_VALUE);
        DoubleVector log2e = all(LOG2_E);
        DoubleVector shift = all(SHIFT);
        DoubleVector minusLn2High = all(-LN2_HIGH);
        DoubleVector minusLn2Low = all(-LN2_LOW);
        for (int i = 0; i < length; i += STEP) {
            LongVector signed = DoubleVector.fromArray(SPECIES, x, start + i)
                    .reinterpretAsLongs()
                    .or(signs);
            largest = signed.max(largest);
            DoubleVector a = signed.reinterpretAsDoubles();
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
        return largest.reduceLanes(MAX);
    }

    /// `values[i]` = e^`values[i]` from EXP_LEAST to EXP_FAR, for i < length, a multiple of STEP; `scratch` is
    /// lost. 2^k comes in two factors, because it may itself be subnormal.
    static void exp(double[] values, double[] scratch, int length) {
        reduced(values, 0, 0, values, scratch, length);
        DoubleVector one = all(1);
        DoubleVector down = all(DOWN);
        LongVector upBits = bits(UP_BITS);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector whole = DoubleVector.fromArray(SPECIES, values, i).add(one);
            LongVector exponent = DoubleVector.fromArray(SPECIES, scratch, i).reinterpretAsLongs();
            DoubleVector up = exponent.add(upBits).reinterpretAsDoubles();
            whole.mul(up).mul(down).intoArray(values, i);
        }
    }

    /// `high[i]` = log1p(`high[i]` + `low[i]`) for i < length, a multiple of STEP.
    static void log1p(double[] highs, double[] lows, int length) {
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
}
