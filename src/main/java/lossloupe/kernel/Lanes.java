package lossloupe.kernel;

/// Eight compensated sums side by side, whatever the width of the machine's vectors: the order of a sum is part of its
/// result.
final class Lanes {
    static final int COUNT = 8;

    final double[] high = new double[COUNT];
    final double[] low = new double[COUNT];

    /// Neumaier's variant of Kahan's sum: exact error of each addition, gathered apart.
    void add(int lane, double v) {
        double sum = high[lane] + v;
        low[lane] += Sum.twoSumError(high[lane], v, sum);
        high[lane] = sum;
    }

    Sum merged() {
        Sum total = Sum.ZERO;
        for (int lane = 0; lane < COUNT; lane++) {
            total = total.plus(new Sum(high[lane], low[lane]));
        }
        return total;
    }
}
