package lossloupe.doctor;

import java.util.EnumSet;
import java.util.List;
import lossloupe.document.Document;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Plane;

/// Whether examples end in padding that is counted: no label, and a series or logits that no longer change.
final class TailExam implements Exam {
    /// A mean that divides by the cells whose weight is not 0.
    private static final String OVER_WHAT_COUNTS = "exact.SUM_BY_NONZERO_WEIGHTS";

    private static final int LEAST = 3;
    private static final double LEAST_SHARE = 0.02;

    @Override
    public List<Finding> of(Patient patient) {
        var document = patient.document();
        int length = document.shape().length();
        var ends = new int[document.shape().batch()];
        long padded = 0;
        for (int e = 0; e < ends.length; e++) {
            int tail = tail(document, e);
            boolean counts = tail >= Math.max(LEAST, LEAST_SHARE * length) && tail < length;
            ends[e] = counts ? length - tail : length;
            padded += counts ? tail : 0;
        }
        if (padded == 0) {
            return List.of();
        }
        double share = padded / ((double) ends.length * length);
        var axes = ends.length > 1 ? EnumSet.of(Axis.BATCH, Axis.POSITION) : EnumSet.of(Axis.POSITION);
        var weights = WeightGrid.generate(axes, document.shape(), (e, c, p) -> p < ends[e] ? 1 : 0);
        return List.of(Finding.of(
                        "paddingCounted", Severity.WARNING, 0.6 + 0.4 * share, padded, LayoutExam.number(100 * share))
                .at(Place.ofPositions(document.shape(), (e, p) -> p >= ends[e]))
                .repairedBy(() -> masked(document, weights)));
    }

    /// Weights alone would leave padding in the divisor of a mean.
    private static Document masked(Document document, WeightGrid weights) {
        var setup = document.setup();
        var masked = document.withWeights(weights);
        return setup.reduction().equals("mean") ? masked.withSetup(setup.withReduction(OVER_WHAT_COUNTS)) : masked;
    }

    /// Positions at the end of an example that look like padding and have a weight.
    private static int tail(Document document, int e) {
        var example = document.example(e);
        int length = example.length();
        int tail = length;
        for (var row : example.labels()) {
            tail = Math.min(tail, zeros(row));
        }
        int still = steady(example.series());
        for (var row : example.logits()) {
            still = Math.max(still, steady(row));
        }
        tail = Math.min(tail, still);
        return tail > 0 && document.weights().at(e, 0, length - 1) == 0 ? 0 : tail;
    }

    private static int zeros(Plane row) {
        int n = 0;
        while (n < row.length() && row.get(row.length() - 1 - n) == 0) {
            n++;
        }
        return n;
    }

    /// Equal numbers at the end of a row that is not constant; 0 where it is.
    private static int steady(Plane row) {
        int n = 1;
        double last = row.get(row.length() - 1);
        while (n < row.length() && row.get(row.length() - 1 - n) == last) {
            n++;
        }
        return n == row.length() || n == 1 ? 0 : n;
    }
}
