package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;
import static lossloupe.kernel.Wide64.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// The natural logarithm by vectors: [Scalar64#log] operation by operation. Zero, negative and subnormal numbers,
/// infinities and NaN are left to the scalar twin.
final class LogTile {
    private LogTile() {}

    static int log(double[] x, double[] out, int from, int to) {
        int end = Tile64.end(from, to);
        var values = new double[Math.min(end - from, Tile64.LENGTH)];
        for (int start = from; start < end; start += Tile64.LENGTH) {
            int length = Math.min(Tile64.LENGTH, end - start);
            System.arraycopy(x, start, values, 0, length);
            normal(values, length);
            for (int i = 0; i < length; i++) {
                out[start + i] = isNormal(x[start + i]) ? values[i] : Scalar64.log(x[start + i]);
            }
        }
        return end;
    }

    static int log(float[] x, float[] out, int from, int to) {
        int end = Tile64.end(from, to);
        var values = new double[Math.min(end - from, Tile64.LENGTH)];
        for (int start = from; start < end; start += Tile64.LENGTH) {
            int length = Math.min(Tile64.LENGTH, end - start);
            for (int i = 0; i < length; i++) {
                values[i] = x[start + i];
            }
            normal(values, length);
            for (int i = 0; i < length; i++) {
                out[start + i] = (float) (isNormal(x[start + i]) ? values[i] : Scalar64.log(x[start + i]));
            }
        }
        return end;
    }

    private static boolean isNormal(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    /// `values[i]` = log(`values[i]`) for i < length, a multiple of STEP; of numbers that are not normal, anything.
    private static void normal(double[] values, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, values, i);
            LongVector bits = x.reinterpretAsLongs();
            LongVector exponent = bits.sub(SPLIT_BITS).lanewise(ASHR, 52);
            DoubleVector m = bits.sub(exponent.lanewise(LSHL, 52)).reinterpretAsDoubles();
            DoubleVector shifted = exponent.add(SHIFT_ITSELF).reinterpretAsDoubles();
            DoubleVector k = shifted.sub(SHIFT);
            DoubleVector f = m.sub(ONE);

            DoubleVector divisor = f.add(TWO);
            DoubleVector s = f.div(divisor);
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector p = z.fma(L7, L6).fma(z2, z.fma(L5, L4));
            p = p.fma(z2, z.fma(L3, L2));
            p = p.fma(z2, z.fma(L1, L0));

            DoubleVector half = f.mul(HALF).mul(f);
            DoubleVector slope = s.sub(z).fma(MINUS_TWO, ONE);
            DoubleVector small = ZERO.fma(slope, k.mul(LN2_LOW));
            DoubleVector curve = half.add(z.mul(p));
            DoubleVector rest = s.fma(curve, small);
            DoubleVector kHigh = k.mul(LN2_HIGH);
            DoubleVector high = kHigh.add(f);
            DoubleVector lost = f.sub(high.sub(kHigh));
            DoubleVector result = high.add(lost.sub(half.sub(rest)));
            result.intoArray(values, i);
        }
    }
}
