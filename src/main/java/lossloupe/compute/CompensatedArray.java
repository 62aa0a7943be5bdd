package lossloupe.compute;

/// Sums that keep what each addition rounds away (Knuth's TwoSum), side by side.
final class CompensatedArray {
    private final double[] high;
    private final double[] low;

    CompensatedArray(int size) {
        high = new double[size];
        low = new double[size];
    }

    void add(int i, double value) {
        double sum = high[i] + value;
        if (Double.isFinite(sum)) {
            double virtual = sum - high[i];
            low[i] += (high[i] - (sum - virtual)) + (value - virtual);
        } else {
            low[i] = 0;
        }
        high[i] = sum;
    }

    double[] values() {
        var values = new double[high.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = high[i] + low[i];
        }
        return values;
    }
}
