package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static lossloupe.kernel.Wide32.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The two expensive loops over vectors of floats, exp and log1p: [Scalar32] operation by operation. Why each step is
/// what it is stands there.
///
/// Each is one long method on purpose. C2 gives up inlining beyond 18,000 nodes, of which a vector operation costs some
/// 400, and then boxes vectors and runs ten times slower; a loop with both functions, or two such loops inlined into
/// one caller, is past that. A method of more than 325 bytes of code is never inlined into its callers
/// (`FreqInlineSize`), and these are longer. Results wait in small arrays that stay in the L1 cache. Comparisons with
/// blends replace `max`, which costs five instructions for its care about NaN and −0.
final class Vector32 {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int STEP = SPECIES.length();

    private Vector32() {}

    /// `high[i]` + `low[i]` = e^`high[i]`, not above EXP_MOST, for i < length, a multiple of STEP.
    static void exp(float[] highs, float[] lows, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector x = FloatVector.fromArray(SPECIES, highs, i);
            FloatVector a = x.blend(EXP_LEAST, x.compare(LT, EXP_LEAST));
            FloatVector shifted = a.fma(LOG2_E, SHIFT);
            FloatVector k = shifted.sub(SHIFT);
            FloatVector exact = k.fma(MINUS_LN2_HIGH, a);
            FloatVector r = k.fma(MINUS_LN2_LOW, exact);
            FloatVector lowR = k.fma(MINUS_LN2_LOW, exact.sub(r));

            FloatVector r2 = r.mul(r);
            FloatVector p = E4.fma(r2, r.fma(E3, E2));
            p = p.fma(r2, r.fma(E1, E0));

            FloatVector head = r.add(ONE);
            FloatVector tail = r.sub(head.sub(ONE)).add(r2.fma(p, lowR));
            FloatVector whole = head.add(tail);
            FloatVector rest = tail.sub(whole.sub(head));

            IntVector bits = shifted.reinterpretAsInts();
            IntVector exponents = bits.sub(SHIFT_BITS);
            IntVector half = exponents.lanewise(LSHR, 1);
            IntVector otherHalf = exponents.sub(half);
            FloatVector scale = half.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector again = otherHalf.lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector high = whole.mul(scale).mul(again);
            FloatVector low = rest.mul(scale).mul(again);
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
}
