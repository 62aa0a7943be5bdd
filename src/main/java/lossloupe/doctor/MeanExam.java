package lossloupe.doctor;

import java.util.List;
import lossloupe.document.Document;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;

/// Whether examples of unequal length weigh the same: a mean of their means, in which a position of a short example
/// counts for more. As one sum it is the mean that weighs each position by one over the length of its example.
final class MeanExam implements Exam {
    private static final double ROUNDING = 1e-6;

    @Override
    public List<Finding> of(Patient patient) {
        var document = patient.document();
        var weights = document.weights();
        if (document.shape().batch() < 2 || !weights.axes().contains(Axis.BATCH)) {
            return List.of();
        }
        Counted shortest = null;
        Counted longest = null;
        for (int e = 0; e < document.shape().batch(); e++) {
            var counted = Counted.of(document, e);
            if (!counted.isEven) {
                return List.of();
            }
            shortest = shortest == null || counted.cells < shortest.cells ? counted : shortest;
            longest = longest == null || counted.cells > longest.cells ? counted : longest;
        }
        if (shortest == null || longest == null || shortest.cells == 0 || !shortest.weighsAs(longest)) {
            return List.of();
        }
        int example = shortest.example;
        return List.of(Finding.of(
                        "meanOfMeans",
                        Severity.WARNING,
                        0.8,
                        shortest.cells,
                        longest.cells,
                        LayoutExam.number((double) longest.cells / shortest.cells))
                .at(Place.ofPositions(document.shape(), (e, p) -> e == example && weights.at(e, 0, p) != 0))
                .repairedBy(() -> document.withWeights(WeightGrid.generate(
                        weights.axes(), document.shape(), (e, c, p) -> weights.at(e, c, p) == 0 ? 0 : 1))));
    }

    /// What counts of an example.
    ///
    /// @param cells with a weight
    /// @param weight of each of them
    /// @param isEven whether all of them weigh the same
    private record Counted(int example, long cells, double weight, boolean isEven) {
        static Counted of(Document document, int example) {
            var weights = document.weights();
            int classes = weights.axes().contains(Axis.CLASS) ? document.shape().classes() : 1;
            int length =
                    weights.axes().contains(Axis.POSITION) ? document.shape().length() : 1;
            long cells = 0;
            double weight = 0;
            boolean isEven = true;
            for (int c = 0; c < classes; c++) {
                for (int p = 0; p < length; p++) {
                    double w = weights.at(example, c, p);
                    isEven &= w == 0 || weight == 0 || w == weight;
                    weight = w == 0 ? weight : w;
                    cells += w == 0 ? 0 : 1;
                }
            }
            return new Counted(example, cells, weight, isEven);
        }

        boolean weighsAs(Counted other) {
            double mine = cells * weight;
            return cells < other.cells && Math.abs(mine - other.cells * other.weight) <= ROUNDING * Math.abs(mine);
        }
    }
}
