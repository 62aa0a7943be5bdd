package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static lossloupe.kernel.Poly64.*;
import static lossloupe.kernel.Vector64.SPECIES;
import static lossloupe.kernel.Vector64.STEP;
import static lossloupe.kernel.Vector64.all;
import static lossloupe.kernel.Vector64.bits;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// The natural logarithm by vectors: [Scalar64#log] operation by operation. Zero, negative and subnormal numbers,
/// infinities and NaN are left to the scalar twin.
final class LogTile64 {
    private static final Elementary SCALAR = new ScalarElementary();

    private LogTile64() {}

    static int log(double[] x, double[] out, int from, int to) {
        int end = Tile64.end(from, to);
        var values = Tile64.scratch().highs;
        for (int start = from; start < end; start += Tile64.LENGTH) {
            int length = Math.min(Tile64.LENGTH, end - start);
            System.arraycopy(x, start, values, 0, length);
            normal(values, length);
            store(values, x, out, start, length);
        }
        return end;
    }

    private static void store(double[] values, double[] x, double[] out, int start, int length) {
        for (int i = 0; i < length; i += STEP) {
            DoubleVector xs = Tile64.at(x, start + i);
            if (xs.compare(GE, Double.MIN_NORMAL)
                    .and(xs.compare(LE, Double.MAX_VALUE))
                    .allTrue()) {
                Tile64.at(values, i).intoArray(out, start + i);
            } else {
                SCALAR.log(x, out, start + i, start + i + STEP);
            }
        }
    }

    /// `values[i]` = log(`values[i]`) for i < length, a multiple of STEP; of numbers that are not normal, anything.
    private static void normal(double[] values, int length) {
        DoubleVector one = all(1);
        DoubleVector shift = all(SHIFT);
        LongVector shiftBits = bits(Double.doubleToRawLongBits(SHIFT));
        LongVector splitBits = bits(SPLIT_BITS);
        for (int i = 0; i < length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, values, i);
            LongVector bits = x.reinterpretAsLongs();
            LongVector exponent = bits.sub(splitBits).lanewise(ASHR, 52);
            DoubleVector m = bits.sub(exponent.lanewise(LSHL, 52)).reinterpretAsDoubles();
            DoubleVector shifted = exponent.add(shiftBits).reinterpretAsDoubles();
            DoubleVector k = shifted.sub(shift);
            DoubleVector f = m.sub(one);

            DoubleVector divisor = f.add(2);
            DoubleVector s = f.div(divisor);
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector p = z.fma(all(L7), all(L6)).fma(z2, z.fma(all(L5), all(L4)));
            p = p.fma(z2, z.fma(all(L3), all(L2)));
            p = p.fma(z2, z.fma(all(L1), all(L0)));

            DoubleVector half = f.mul(0.5).mul(f);
            DoubleVector slope = s.sub(z).fma(all(-2), one);
            DoubleVector small = all(0).fma(slope, k.mul(LN2_LOW));
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
