package lossloupe.tensor;

/// Running least and greatest value; a small accumulator that painters reuse from column to column.
public final class Extremes {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean nan;

    public void clear() {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        nan = false;
    }

    public void add(double value) {
        if (value < min) {
            min = value;
        }
        if (value > max) {
            max = value;
        }
        nan |= Double.isNaN(value);
    }

    public void add(Extremes other) {
        add(other.min, other.max, other.nan);
    }

    void add(double low, double high, boolean hasNaN) {
        min = Math.min(min, low);
        max = Math.max(max, high);
        nan |= hasNaN;
    }

    /// Least value, +infinity where there was none but NaN.
    public double min() {
        return min;
    }

    /// Greatest value, -infinity where there was none but NaN.
    public double max() {
        return max;
    }

    public boolean hasNaN() {
        return nan;
    }

    /// Whether nothing but NaN, or nothing at all, was seen.
    public boolean isEmpty() {
        return min > max;
    }
}
