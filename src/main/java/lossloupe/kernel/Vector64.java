package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Wide64.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The expensive loops over vectors of doubles: exp, log1p, and the cross-entropy from an exp on. They are [Scalar64]
/// operation by operation; why each step is what it is stands there.
///
/// Each is one long method on purpose. C2 gives up inlining beyond 18,000 nodes, of which a vector operation costs some
/// 400, and then boxes vectors and runs ten times slower; a loop with two of these, or two such loops inlined into one
/// caller, is past that. A method of more than 325 bytes of code is never inlined into its callers (`FreqInlineSize`),
/// and these are longer, one operation to a line. Results wait in small arrays that stay in the L1 cache. Comparisons
/// with blends replace `max`, which costs five instructions for its care about NaN and −0.
final class Vector64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private Vector64() {}

    /// `high[i]` + `low[i]` = e^`high[i]`, not above EXP_FAR, for i < length, a multiple of STEP.
    static void exp(double[] highs, double[] lows, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, highs, i);
            VectorMask<Double> isBelow = x.compare(LT, EXP_LEAST);
            DoubleVector a = x.blend(EXP_LEAST, isBelow);
            DoubleVector shifted = a.fma(LOG2_E, SHIFT);
            DoubleVector k = shifted.sub(SHIFT);
            DoubleVector exact = k.fma(MINUS_LN2_HIGH, a);
            DoubleVector r = k.fma(MINUS_LN2_LOW, exact);
            DoubleVector lostR = exact.sub(r);
            DoubleVector lowR = k.fma(MINUS_LN2_LOW, lostR);

            DoubleVector r2 = r.mul(r);
            DoubleVector p = r.fma(E9, E8).fma(r2, r.fma(E7, E6));
            p = p.fma(r2, r.fma(E5, E4));
            p = p.fma(r2, r.fma(E3, E2));
            p = p.fma(r2, r.fma(E1, E0));

            DoubleVector head = r.add(ONE);
            DoubleVector rOfHead = head.sub(ONE);
            DoubleVector lost = r.sub(rOfHead);
            DoubleVector curve = r2.fma(p, lowR);
            DoubleVector tail = lost.add(curve);
            DoubleVector whole = head.add(tail);
            DoubleVector tailOfWhole = whole.sub(head);
            DoubleVector rest = tail.sub(tailOfWhole);

            LongVector bits = shifted.reinterpretAsLongs();
            LongVector exponent = bits.lanewise(LSHL, 52);
            LongVector up = exponent.add(UP_BITS);
            DoubleVector scale = up.reinterpretAsDoubles();
            DoubleVector scaled = whole.mul(scale);
            DoubleVector scaledRest = rest.mul(scale);
            DoubleVector high = scaled.mul(DOWN);
            DoubleVector low = scaledRest.mul(DOWN);
            high.intoArray(highs, i);
            low.intoArray(lows, i);
        }
    }

    /// `high[i]` = log1p(`high[i]` + `low[i]`) for i < length, a multiple of STEP.
    static void log1p(double[] highs, double[] lows, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lows, i);
            DoubleVector sum = x.add(ONE);
            LongVector bits = sum.reinterpretAsLongs().sub(SPLIT_BITS);
            LongVector exponent = bits.lanewise(ASHR, 52);
            LongVector opposite = BIAS.sub(exponent);
            DoubleVector m = opposite.lanewise(LSHL, 52).reinterpretAsDoubles();
            DoubleVector shifted = exponent.add(SHIFT_ITSELF).reinterpretAsDoubles();
            DoubleVector k = shifted.sub(SHIFT);
            DoubleVector offset = m.sub(ONE);
            DoubleVector f = x.fma(m, offset);

            DoubleVector divisor = f.add(TWO);
            DoubleVector s = f.div(divisor);
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector p = z.fma(L7, L6).fma(z2, z.fma(L5, L4));
            p = p.fma(z2, z.fma(L3, L2));
            p = p.fma(z2, z.fma(L1, L0));

            DoubleVector half = f.mul(HALF).mul(f);
            DoubleVector slope = s.sub(z).fma(MINUS_TWO, ONE);
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

    /// `out[at + i]` = the cross-entropy of `x[start + i]` against `z[start + i]` with e^-|x| = `high[i]` +
    /// `low[i]`, for i < length, a multiple of STEP. At infinities the linear part is inf − inf or inf·0; the
    /// scalar twin knows the limits.
    static void crossEntropy(
            double[] x, double[] z, int start, double[] highs, double[] lows, double[] out, int at, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lows, i);
            DoubleVector t2 = t.mul(t);
            DoubleVector p = t.fma(T19, T18).fma(t2, t.fma(T17, T16));
            p = p.fma(t2, t.fma(T15, T14));
            p = p.fma(t2, t.fma(T13, T12));
            p = p.fma(t2, t.fma(T11, T10));
            p = p.fma(t2, t.fma(T9, T8));
            p = p.fma(t2, t.fma(T7, T6));
            p = p.fma(t2, t.fma(T5, T4));
            p = p.fma(t2, t.fma(T3, T2));
            p = p.fma(t2, t.fma(T1, T0));
            DoubleVector chord = t.fma(MINUS_CHORD, ONE);
            DoubleVector lost = t.fma(MINUS_CHORD, ONE.sub(chord));
            DoubleVector bend = t.fma(p, CHORD_LESS_HALF);
            DoubleVector rest = t.fma(bend, lost);
            DoubleVector whole = chord.add(rest);
            DoubleVector small = low.mul(whole.mul(whole));
            DoubleVector tail = t.fma(chord, t.fma(rest, small));

            DoubleVector xs = DoubleVector.fromArray(SPECIES, x, start + i);
            DoubleVector zs = DoubleVector.fromArray(SPECIES, z, start + i);
            if (xs.lanewise(ABS).compare(EQ, INFINITY).anyTrue()) {
                for (int j = i; j < i + STEP; j++) {
                    out[at + j] = Scalar64.sigmoidCrossEntropy(x[start + j], z[start + j]);
                }
            } else {
                DoubleVector positive = ZERO.blend(xs, xs.compare(GT, ZERO));
                DoubleVector linear = positive.sub(xs.mul(zs));
                linear.add(tail).intoArray(out, at + i);
            }
        }
    }
}
