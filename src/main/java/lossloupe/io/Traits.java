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

    private static final int BLOCK = 4096;

    static Traits of(ArrayData array) {
        var block = new double[BLOCK];
        var kind = Kind.BINARY;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int size = array.size();
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(BLOCK, size - from);
            array.copy(from, block, count);
            for (int i = 0; i < count; i++) {
                min = block[i] < min ? block[i] : min;
                max = block[i] > max ? block[i] : max;
            }
            kind = kind == Kind.REAL ? kind : kind(kind, block, count);
        }
        return min > max ? new Traits(kind, Double.NaN, Double.NaN) : new Traits(kind, min, max);
    }

    private static Kind kind(Kind before, double[] values, int count) {
        var kind = before;
        for (int i = 0; i < count && kind != Kind.REAL; i++) {
            double value = values[i];
            if (value != 0 && value != 1) {
                kind = value == Math.rint(value) && !Double.isInfinite(value) ? Kind.WHOLE : Kind.REAL;
            }
        }
        return kind;
    }

    public boolean isBinary() {
        return kind == Kind.BINARY;
    }

    /// Whether all are whole numbers.
    public boolean isWhole() {
        return kind != Kind.REAL;
    }
}
