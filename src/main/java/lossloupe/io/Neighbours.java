package lossloupe.io;

/// How alike neighbours are along the two last axes of labels. Labels come in runs: along positions the next value is
/// nearly always the same.
final class Neighbours {
    private static final double SUM_TOLERANCE = 1e-5;

    /// Fewer sums than this are one by chance too often.
    private static final int FEWEST_SUMS = 8;

    private final ArrayData array;
    private final int rows;
    private final int columns;
    private final int matrices;

    Neighbours(ArrayData array) {
        this.array = array;
        this.rows = array.length(array.rank() - 2);
        this.columns = array.length(array.rank() - 1);
        this.matrices = rows * columns == 0 ? 0 : array.size() / (rows * columns);
    }

    /// Share of neighbours that are equal; `axis` is 0 for the last but one, 1 for the last.
    double equalShare(int axis) {
        int step = axis == 0 ? columns : 1;
        int rowsCompared = axis == 0 ? rows - 1 : rows;
        int columnsCompared = axis == 0 ? columns : columns - 1;
        long equal = 0;
        for (int m = 0; m < matrices; m++) {
            for (int r = 0; r < rowsCompared; r++) {
                int start = (m * rows + r) * columns;
                for (int i = start; i < start + columnsCompared; i++) {
                    equal += array.at(i) == array.at(i + step) ? 1 : 0;
                }
            }
        }
        return equal / (double) pairs(axis);
    }

    /// Standard deviation that the share would have if pairs were independent, kept from 0 at shares of 0 and 1.
    double deviation(int axis) {
        double pairs = pairs(axis);
        double share = (equalShare(axis) * pairs + 1) / (pairs + 2);
        return Math.sqrt(share * (1 - share) / pairs);
    }

    /// Whether labels along `axis` always sum to one, as one-hot labels do along classes.
    boolean sumsToOne(int axis) {
        int outer = axis == 0 ? columns : rows;
        int inner = axis == 0 ? rows : columns;
        int outerStep = axis == 0 ? 1 : columns;
        int innerStep = axis == 0 ? columns : 1;
        for (int m = 0; m < matrices; m++) {
            for (int o = 0; o < outer; o++) {
                double sum = 0;
                for (int i = 0; i < inner; i++) {
                    sum += array.at(m * rows * columns + o * outerStep + i * innerStep);
                }
                if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                    return false;
                }
            }
        }
        return inner > 1 && matrices * outer >= FEWEST_SUMS;
    }

    private long pairs(int axis) {
        return (long) matrices * (axis == 0 ? (rows - 1L) * columns : rows * (columns - 1L));
    }
}
