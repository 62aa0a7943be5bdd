package lossloupe.io;

/// What the numbers of an array look like, as far as its role can be told from it.
///
/// @param kind the narrowest kind that all its numbers belong to
/// @param min least number, NaN where there is none
/// @param max greatest number, NaN where there is none
public record Traits(Kind kind, double min, double max) {
    /// From narrow to wide.
    public enum Kind {
        /// Only 0 and 1.
        BINARY,
        WHOLE,
        REAL
    }

    /// What has been seen so far.
    private static final class Seen {
        private Kind kind = Kind.BINARY;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        private void add(double[] values, int count) {
            double least = min;
            double greatest = max;
            for (int i = 0; i < count; i++) {
                least = values[i] < least ? values[i] : least;
                greatest = values[i] > greatest ? values[i] : greatest;
            }
            min = least;
            max = greatest;
            widen(values, count);
        }

        private void widen(double[] values, int count) {
            for (int i = 0; i < count && kind != Kind.REAL; i++) {
                double value = values[i];
                if (value != 0 && value != 1) {
                    kind = value == Math.rint(value) && !Double.isInfinite(value) ? Kind.WHOLE : Kind.REAL;
                }
            }
        }
    }

    static Traits of(ArrayData array) {
        var seen = new Seen();
        array.blocks(seen::add);
        return seen.min > seen.max
                ? new Traits(seen.kind, Double.NaN, Double.NaN)
                : new Traits(seen.kind, seen.min, seen.max);
    }

    public boolean isBinary() {
        return kind == Kind.BINARY;
    }

    /// Whether all are whole numbers.
    public boolean isWhole() {
        return kind != Kind.REAL;
    }
}
