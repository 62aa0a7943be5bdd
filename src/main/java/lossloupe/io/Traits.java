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

    static Traits of(ArrayData array) {
        var kind = Kind.BINARY;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int size = array.size();
        for (int i = 0; i < size; i++) {
            double value = array.at(i);
            if (value < min) {
                min = value;
            }
            if (value > max) {
                max = value;
            }
            if (value != 0 && value != 1) {
                kind = kind != Kind.REAL && value == Math.rint(value) && !Double.isInfinite(value)
                        ? Kind.WHOLE
                        : Kind.REAL;
            }
        }
        return min > max ? new Traits(kind, Double.NaN, Double.NaN) : new Traits(kind, min, max);
    }

    public boolean isBinary() {
        return kind == Kind.BINARY;
    }

    /// Whether all are whole numbers.
    public boolean isWhole() {
        return kind != Kind.REAL;
    }
}
