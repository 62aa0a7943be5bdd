package lossloupe.io;

/// What the numbers of an array look like, as far as its role can be told from it, and what it holds in a line.
///
/// @param kind the narrowest kind that all its numbers belong to
/// @param min least number, NaN where there is none
/// @param max greatest number, NaN where there is none
/// @param finite what is known of its finite numbers
/// @param nans how many are NaN
/// @param infinities how many are infinite
public record Traits(Kind kind, double min, double max, Finite finite, long nans, long infinities) {
    /// From narrow to wide.
    public enum Kind {
        /// Only 0 and 1.
        BINARY,
        WHOLE,
        REAL
    }

    /// The finite numbers; where there are none, all but `count` is NaN.
    public record Finite(long count, double min, double max, double mean) {}

    /// What has been seen so far.
    private static final class Seen {
        private Kind kind = Kind.BINARY;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double sum;
        private long finite;
        private long nans;
        private long infinities;
        private double minFinite = Double.POSITIVE_INFINITY;
        private double maxFinite = Double.NEGATIVE_INFINITY;

        private void add(double[] values, int count) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                least = values[i] < least ? values[i] : least;
                greatest = values[i] > greatest ? values[i] : greatest;
            }
            min = Math.min(min, least);
            max = Math.max(max, greatest);
            double total = total(values, count);
            if (Double.isFinite(total)) {
                minFinite = Math.min(minFinite, least);
                maxFinite = Math.max(maxFinite, greatest);
                sum += total;
                finite += count;
            } else {
                tell(values, count);
            }
            widen(values, count);
        }

        /// In four sums, each of which need not wait for the others. NaN or infinite where a number is.
        private static double total(double[] values, int count) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i <= count - 4; i += 4) {
                a += values[i];
                b += values[i + 1];
                c += values[i + 2];
                d += values[i + 3];
            }
            for (; i < count; i++) {
                a += values[i];
            }
            return a + b + (c + d);
        }

        /// Tells finite numbers from others.
        private void tell(double[] values, int count) {
            for (int i = 0; i < count; i++) {
                double value = values[i];
                if (Double.isFinite(value)) {
                    minFinite = Math.min(minFinite, value);
                    maxFinite = Math.max(maxFinite, value);
                    sum += value;
                    finite++;
                } else if (Double.isNaN(value)) {
                    nans++;
                } else {
                    infinities++;
                }
            }
        }

        private void widen(double[] values, int count) {
            for (int i = 0; i < count && kind != Kind.REAL; i++) {
                double value = values[i];
                if (value != 0 && value != 1) {
                    kind = value == Math.rint(value) && !Double.isInfinite(value) ? Kind.WHOLE : Kind.REAL;
                }
            }
        }

        private Traits traits() {
            boolean none = min > max;
            return new Traits(kind, none ? Double.NaN : min, none ? Double.NaN : max, finite(), nans, infinities);
        }

        private Finite finite() {
            return finite == 0
                    ? new Finite(0, Double.NaN, Double.NaN, Double.NaN)
                    : new Finite(finite, minFinite, maxFinite, sum / finite);
        }
    }

    static Traits of(ArrayData array) {
        var seen = new Seen();
        array.blocks(seen::add);
        return seen.traits();
    }

    public boolean isBinary() {
        return kind == Kind.BINARY;
    }

    /// Whether all are whole numbers.
    public boolean isWhole() {
        return kind != Kind.REAL;
    }
}
