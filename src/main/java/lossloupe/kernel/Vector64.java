package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Wide64.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// The two expensive loops over vectors of doubles, exp and log1p: [Scalar64] operation by operation. Why each step is
/// what it is stands there.
///
/// Each is one long method on purpose. C2 gives up inlining beyond 18,000 nodes, of which a vector operation costs some
/// 400, and then boxes vectors and runs ten times slower; a loop with both functions, or two such loops inlined into
/// one caller, is past that. A method of more than 325 bytes of code is never inlined into its callers
/// (`FreqInlineSize`), and these are longer. Results wait in small arrays that stay in the L1 cache. Comparisons with
/// blends replace `max`, which costs five instructions for its care about NaN and −0.
final class Vector64 {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private Vector64() {}

    /// `high[i]` + `low[i]` = e^`high[i]`, not above EXP_MOST, for i < length, a multiple of STEP.
    static void exp(double[] highs, double[] lows, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, highs, i);
            DoubleVector a = x.blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
            DoubleVector shifted = a.fma(LOG2_E, SHIFT);
            DoubleVector k = shifted.sub(SHIFT);
            DoubleVector exact = k.fma(MINUS_LN2_HIGH, a);
            DoubleVector r = k.fma(MINUS_LN2_LOW, exact);
            DoubleVector lowR = k.fma(MINUS_LN2_LOW, exact.sub(r));

            DoubleVector r2 = r.mul(r);
            DoubleVector p = r.fma(E9, E8).fma(r2, r.fma(E7, E6));
            p = p.fma(r2, r.fma(E5, E4));
            p = p.fma(r2, r.fma(E3, E2));
            p = p.fma(r2, r.fma(E1, E0));

            DoubleVector head = r.add(ONE);
            DoubleVector tail = r.sub(head.sub(ONE)).add(r2.fma(p, lowR));
            DoubleVector whole = head.add(tail);
            DoubleVector rest = tail.sub(whole.sub(head));

            LongVector bits = shifted.reinterpretAsLongs();
            LongVector exponents = bits.sub(SHIFT_BITS);
            LongVector half = exponents.lanewise(LSHR, 1);
            LongVector otherHalf = exponents.sub(half);
            DoubleVector scale = half.lanewise(LSHL, 52).reinterpretAsDoubles();
            DoubleVector again = otherHalf.lanewise(LSHL, 52).reinterpretAsDoubles();
            DoubleVector high = whole.mul(scale).mul(again);
            DoubleVector low = rest.mul(scale).mul(again);
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
}
