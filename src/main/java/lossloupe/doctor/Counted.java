package lossloupe.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.document.Document;
import lossloupe.tensor.Plane;

/// What labels look like as a whole, of the cells that count: those whose weight is not 0.
///
/// @param ones of each class, soft labels with their part
/// @param cells of each class
/// @param positionsWith how many positions have 0, 1, 2… classes
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Counted(double[] ones, double[] cells, double[] positionsWith) {
    /// One for each example.
    static List<Counted> of(Document document) {
        return IntStream.range(0, document.shape().batch())
                .mapToObj(e -> of(document, e))
                .toList();
    }

    private static Counted of(Document document, int example) {
        var rows = document.example(example).labels();
        var weights = document.weights();
        boolean allCount = weights.isNone();
        var counted = new Counted(new double[rows.size()], new double[rows.size()], new double[rows.size() + 1]);
        for (int p = 0; p < document.shape().length(); p++) {
            int active = 0;
            boolean counts = false;
            for (int c = 0; c < rows.size(); c++) {
                if (allCount || weights.at(example, c, p) != 0) {
                    double z = label(rows.get(c), p);
                    counted.ones[c] += z;
                    counted.cells[c]++;
                    active += z > 0 ? 1 : 0;
                    counts = true;
                }
            }
            counted.positionsWith[active] += counts ? 1 : 0;
        }
        return counted;
    }

    private static double label(Plane row, int position) {
        double z = row.get(position);
        return z >= 0 && z <= 1 ? z : z > 0 ? 1 : 0;
    }

    /// All examples together.
    static Counted pooled(List<Counted> examples) {
        return examples.stream().reduce(Counted::plus).orElseThrow();
    }

    /// All examples together, each with the same weight: what a mean of their means sees. An example of which
    /// nothing counts has no mean.
    static Counted evened(List<Counted> examples) {
        return pooled(examples.stream().map(Counted::asOne).toList());
    }

    private Counted plus(Counted other) {
        return new Counted(sums(ones, other.ones), sums(cells, other.cells), sums(positionsWith, other.positionsWith));
    }

    private Counted asOne() {
        double perCell = 1 / Math.max(1, allCells());
        double perPosition = 1 / Math.max(1, positions());
        return new Counted(times(ones, perCell), times(cells, perCell), times(positionsWith, perPosition));
    }

    private static double[] sums(double[] some, double[] others) {
        return IntStream.range(0, some.length)
                .mapToDouble(i -> some[i] + others[i])
                .toArray();
    }

    private static double[] times(double[] some, double factor) {
        return Arrays.stream(some).map(v -> v * factor).toArray();
    }

    int classes() {
        return ones.length;
    }

    double positions() {
        return Arrays.stream(positionsWith).sum();
    }

    double allCells() {
        return Arrays.stream(cells).sum();
    }

    double allOnes() {
        return Arrays.stream(ones).sum();
    }

    /// Share of ones in all cells.
    double share() {
        return ratio(allOnes(), allCells());
    }

    /// Share of ones in the cells of a class.
    double share(int cls) {
        return ratio(ones[cls], cells[cls]);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
