package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static lossloupe.kernel.Poly32.*;
import static lossloupe.kernel.Vector32.SPECIES;
import static lossloupe.kernel.Vector32.STEP;
import static lossloupe.kernel.Vector32.all;
import static lossloupe.kernel.Vector32.bits;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The natural logarithm by vectors: [Scalar32#log] operation by operation. Zero, negative and subnormal numbers,
/// infinities and NaN are left to the scalar twin.
final class LogTile32 {
    private static final Elementary SCALAR = new ScalarElementary();

    private LogTile32() {}

    static int log(float[] x, float[] out, int from, int to) {
        int end = Tile32.end(from, to);
        var values = Tile32.scratch().highs;
        for (int start = from; start < end; start += Tile32.LENGTH) {
            int length = Math.min(Tile32.LENGTH, end - start);
            System.arraycopy(x, start, values, 0, length);
            normal(values, length);
            store(values, x, out, start, length);
        }
        return end;
    }

    private static void store(float[] values, float[] x, float[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            FloatVector xs = Tile32.at(x, start + i);
            if (xs.compare(GE, Float.MIN_NORMAL)
                    .and(xs.compare(LE, Float.MAX_VALUE))
                    .allTrue()) {
                Tile32.at(values, i).intoArray(out, start + i);
            } else {
                SCALAR.log(x, out, start + i, start + i + STEP);
            }
        }
    }

    /// `values[i]` = log(`values[i]`) for i < length, a multiple of STEP; of numbers that are not normal, anything.
    private static void normal(float[] values, int length) {
        FloatVector one = all(1);
        FloatVector shift = all(SHIFT);
        IntVector shiftBits = bits(Float.floatToRawIntBits(SHIFT));
        IntVector splitBits = bits(SPLIT_BITS);
        for (int i = 0; i < length; i += STEP) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, i);
            IntVector bits = x.reinterpretAsInts();
            IntVector exponent = bits.sub(splitBits).lanewise(ASHR, 23);
            FloatVector m = bits.sub(exponent.lanewise(LSHL, 23)).reinterpretAsFloats();
            FloatVector shifted = exponent.add(shiftBits).reinterpretAsFloats();
            FloatVector k = shifted.sub(shift);
            FloatVector f = m.sub(one);

            FloatVector divisor = f.add(2);
            FloatVector s = f.div(divisor);
            FloatVector z = s.mul(s);
            FloatVector p = z.fma(all(L2), all(L1)).fma(z, all(L0));

            FloatVector half = f.mul(0.5f).mul(f);
            FloatVector slope = s.sub(z).fma(all(-2), one);
            FloatVector small = all(0).fma(slope, k.mul(LN2_LOW));
            FloatVector curve = half.add(z.mul(p));
            FloatVector rest = s.fma(curve, small);
            FloatVector kHigh = k.mul(LN2_HIGH);
            FloatVector high = kHigh.add(f);
            FloatVector lost = f.sub(high.sub(kHigh));
            FloatVector result = high.add(lost.sub(half.sub(rest)));
            result.intoArray(values, i);
        }
    }
}
