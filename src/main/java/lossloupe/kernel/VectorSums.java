package lossloupe.kernel;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Adds to the eight lanes of a compensated sum. Where vectors are shorter than eight doubles, several passes each fill
/// their part: the lane of an element, and so the result, is the same on every machine. Each returns where it stopped.
final class VectorSums {
    private static final VectorSpecies<Double> SPECIES = Vector64.SPECIES;
    private static final VectorSpecies<Float> NARROW =
            VectorSpecies.of(float.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    private static final int STEP = SPECIES.length();

    private VectorSums() {}

    static int sum(double[] v, Lanes lanes, int from, int to) {
        for (int lane = 0; lane < Lanes.COUNT; lane += STEP) {
            DoubleVector high = DoubleVector.fromArray(SPECIES, lanes.high, lane);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lanes.low, lane);
            for (int i = from + lane; i <= to - Lanes.COUNT + lane; i += Lanes.COUNT) {
                DoubleVector vs = DoubleVector.fromArray(SPECIES, v, i);
                DoubleVector sum = high.add(vs);
                low = low.add(twoSumError(high, vs, sum));
                high = sum;
            }
            high.intoArray(lanes.high, lane);
            low.intoArray(lanes.low, lane);
        }
        return from + ((to - from) & -Lanes.COUNT);
    }

    static int sum(float[] v, Lanes lanes, int from, int to) {
        for (int lane = 0; lane < Lanes.COUNT; lane += STEP) {
            DoubleVector high = DoubleVector.fromArray(SPECIES, lanes.high, lane);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lanes.low, lane);
            for (int i = from + lane; i <= to - Lanes.COUNT + lane; i += Lanes.COUNT) {
                DoubleVector vs = widened(FloatVector.fromArray(NARROW, v, i));
                DoubleVector sum = high.add(vs);
                low = low.add(twoSumError(high, vs, sum));
                high = sum;
            }
            high.intoArray(lanes.high, lane);
            low.intoArray(lanes.low, lane);
        }
        return from + ((to - from) & -Lanes.COUNT);
    }

    static int sumAsFloat(double[] v, Lanes lanes, int from, int to) {
        for (int lane = 0; lane < Lanes.COUNT; lane += STEP) {
            DoubleVector high = DoubleVector.fromArray(SPECIES, lanes.high, lane);
            DoubleVector low = DoubleVector.fromArray(SPECIES, lanes.low, lane);
            for (int i = from + lane; i <= to - Lanes.COUNT + lane; i += Lanes.COUNT) {
                DoubleVector vs = widened(
                        (FloatVector) DoubleVector.fromArray(SPECIES, v, i).convertShape(D2F, NARROW, 0));
                DoubleVector sum = high.add(vs);
                low = low.add(twoSumError(high, vs, sum));
                high = sum;
            }
            high.intoArray(lanes.high, lane);
            low.intoArray(lanes.low, lane);
        }
        return from + ((to - from) & -Lanes.COUNT);
    }

    static int sumExp(double[] v, double max, Lanes lanes, int from, int to) {
        int end = from + ((to - from) & -Lanes.COUNT);
        var tile = Tile64.scratch();
        for (int start = from; start < end; start += Tile64.LENGTH) {
            int length = Math.min(Tile64.LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                Vector64.capped(DoubleVector.fromArray(SPECIES, v, start + i).sub(max))
                        .intoArray(tile.highs, i);
            }
            Vector64.exp(tile.highs, tile.lows, length);
            sum(tile.highs, lanes, 0, length);
        }
        return end;
    }

    static int sumExp(float[] v, double max, Lanes lanes, int from, int to) {
        int end = from + ((to - from) & -Lanes.COUNT);
        var tile = Tile64.scratch();
        for (int start = from; start < end; start += Tile64.LENGTH) {
            int length = Math.min(Tile64.LENGTH, end - start);
            for (int i = 0; i < length; i += STEP) {
                Vector64.capped(widened(FloatVector.fromArray(NARROW, v, start + i))
                                .sub(max))
                        .intoArray(tile.highs, i);
            }
            Vector64.exp(tile.highs, tile.lows, length);
            sum(tile.highs, lanes, 0, length);
        }
        return end;
    }

    private static DoubleVector twoSumError(DoubleVector a, DoubleVector b, DoubleVector sum) {
        DoubleVector ofB = sum.sub(a);
        return a.sub(sum.sub(ofB)).add(b.sub(ofB));
    }

    private static DoubleVector widened(FloatVector v) {
        return (DoubleVector) v.convertShape(F2D, SPECIES, 0);
    }
}
