package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Wide32.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The expensive loops over vectors of floats: exp, log1p, and the cross-entropy from an exp on. They are [Scalar32]
/// operation by operation; why each step is what it is stands there.
///
/// Each is one long method on purpose. C2 gives up inlining beyond 18,000 nodes, of which a vector operation costs some
/// 400, and then boxes vectors and runs ten times slower; a loop with two of these, or two such loops inlined into one
/// caller, is past that. A method of more than 325 bytes of code is never inlined into its callers (`FreqInlineSize`),
/// and these are longer, one operation to a line. Results wait in small arrays that stay in the L1 cache. Comparisons
/// with blends replace `max`, which costs five instructions for its care about NaN and −0.
final class Vector32 {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private Vector32() {}

    /// `high[i]` + `low[i]` = e^`high[i]`, not above EXP_FAR, for i < length, a multiple of STEP.
    static void exp(float[] highs, float[] lows, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector x = FloatVector.fromArray(SPECIES, highs, i);
            VectorMask<Float> isBelow = x.compare(LT, EXP_LEAST);
            FloatVector a = x.blend(EXP_LEAST, isBelow);
            FloatVector shifted = a.fma(LOG2_E, SHIFT);
            FloatVector k = shifted.sub(SHIFT);
            FloatVector exact = k.fma(MINUS_LN2_HIGH, a);
            FloatVector r = k.fma(MINUS_LN2_LOW, exact);
            FloatVector lostR = exact.sub(r);
            FloatVector lowR = k.fma(MINUS_LN2_LOW, lostR);

            FloatVector r2 = r.mul(r);
            FloatVector p01 = r.fma(E1, E0);
            FloatVector p23 = r.fma(E3, E2);
            FloatVector p24 = E4.fma(r2, p23);
            FloatVector p = p24.fma(r2, p01);

            FloatVector head = r.add(ONE);
            FloatVector rOfHead = head.sub(ONE);
            FloatVector lost = r.sub(rOfHead);
            FloatVector curve = r2.fma(p, lowR);
            FloatVector tail = lost.add(curve);
            FloatVector whole = head.add(tail);
            FloatVector tailOfWhole = whole.sub(head);
            FloatVector rest = tail.sub(tailOfWhole);

            IntVector bits = shifted.reinterpretAsInts();
            IntVector exponent = bits.lanewise(LSHL, 23);
            IntVector up = exponent.add(UP_BITS);
            FloatVector scale = up.reinterpretAsFloats();
            FloatVector scaled = whole.mul(scale);
            FloatVector scaledRest = rest.mul(scale);
            FloatVector high = scaled.mul(DOWN);
            FloatVector low = scaledRest.mul(DOWN);
            high.intoArray(highs, i);
            low.intoArray(lows, i);
        }
    }

    /// `high[i]` = log1p(`high[i]` + `low[i]`) for i < length, a multiple of STEP.
    static void log1p(float[] highs, float[] lows, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector x = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector low = FloatVector.fromArray(SPECIES, lows, i);
            FloatVector sum = x.add(ONE);
            IntVector bits = sum.reinterpretAsInts().sub(SPLIT_BITS);
            IntVector exponent = bits.lanewise(ASHR, 23);
            IntVector opposite = BIAS.sub(exponent);
            FloatVector m = opposite.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector shifted = exponent.add(SHIFT_ITSELF).reinterpretAsFloats();
            FloatVector k = shifted.sub(SHIFT);
            FloatVector offset = m.sub(ONE);
            FloatVector f = x.fma(m, offset);

            FloatVector divisor = f.add(TWO);
            FloatVector s = f.div(divisor);
            FloatVector z = s.mul(s);
            FloatVector p = z.fma(L2, L1).fma(z, L0);

            FloatVector half = f.mul(HALF).mul(f);
            FloatVector slope = s.sub(z).fma(MINUS_TWO, ONE);
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

    /// `out[at + i]` = the cross-entropy of `x[start + i]` against `z[start + i]` with e^-|x| = `high[i]` +
    /// `low[i]`, for i < length, a multiple of STEP. At infinities the linear part is inf − inf or inf·0; the
    /// scalar twin knows the limits.
    static void crossEntropy(
            float[] x, float[] z, int start, float[] highs, float[] lows, float[] out, int at, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector t = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector low = FloatVector.fromArray(SPECIES, lows, i);
            FloatVector t2 = t.mul(t);
            FloatVector p = T8.fma(t2, t.fma(T7, T6));
            p = p.fma(t2, t.fma(T5, T4));
            p = p.fma(t2, t.fma(T3, T2));
            p = p.fma(t2, t.fma(T1, T0));
            FloatVector chord = t.fma(MINUS_CHORD, ONE);
            FloatVector lost = t.fma(MINUS_CHORD, ONE.sub(chord));
            FloatVector bend = t.fma(p, CHORD_LESS_HALF);
            FloatVector rest = t.fma(bend, lost);
            FloatVector whole = chord.add(rest);
            FloatVector small = low.mul(whole.mul(whole));
            FloatVector tail = t.fma(chord, t.fma(rest, small));

            FloatVector xs = FloatVector.fromArray(SPECIES, x, start + i);
            FloatVector zs = FloatVector.fromArray(SPECIES, z, start + i);
            if (xs.lanewise(ABS).compare(EQ, INFINITY).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[at + j] = Scalar32.sigmoidCrossEntropy(x[start + j], z[start + j]);
                }
            } else {
                FloatVector positive = ZERO.blend(xs, xs.compare(GT, ZERO));
                FloatVector linear = positive.sub(xs.mul(zs));
                linear.add(tail).intoArray(out, at + i);
            }
        }
    }
}
