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
    private static final Traits NOTHING_YET =
            new Traits(Kind.BINARY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    static Traits of(ArrayData array) {
        var block = new double[BLOCK];
        var traits = NOTHING_YET;
        int size = array.size();
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(BLOCK, size - from);
            array.copy(from, block, count);
            traits = traits.with(block, count);
        }
        return traits.min > traits.max ? new Traits(traits.kind, Double.NaN, Double.NaN) : traits;
    }

    /// Block by block: a short method that is called often is compiled sooner than a long loop.
    private Traits with(double[] values, int count) {
        double least = min;
        double greatest = max;
        for (int i = 0; i < count; i++) {
            least = values[i] < least ? values[i] : least;
            greatest = values[i] > greatest ? values[i] : greatest;
        }
        return new Traits(kind == Kind.REAL ? kind : kindWith(values, count), least, greatest);
    }

    private Kind kindWith(double[] values, int count) {
        var found = kind;
        for (int i = 0; i < count && found != Kind.REAL; i++) {
            double value = values[i];
            if (value != 0 && value != 1) {
                found = value == Math.rint(value) && !Double.isInfinite(value) ? Kind.WHOLE : Kind.REAL;
            }
        }
        return found;
    }

    public boolean isBinary() {
        return kind == Kind.BINARY;
    }

    /// Whether all are whole numbers.
    public boolean isWhole() {
        return kind != Kind.REAL;
    }
}
