package lossloupe.loss;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import lossloupe.loss.Explanation.LineWriter;

/// Lovász hinge (Berman, Triki and Blaschko 2018, algorithm 1; their `lovasz_hinge_flat`): the Lovász extension of the
/// Jaccard loss over the errors `1 − x(2z−1)`, sorted from the greatest down. A cell's error counts by how much the
/// Jaccard loss rises when the cell joins those ranked before it. Computed in float64; at kinks (an error of 0, equal
/// errors) the derivative is that of the order taken.
public record LovaszHinge(SumsOver sumsOver) implements RankedLoss {
    private static final Param SUMS_OVER = Param.choice(
            "sums_over", "per_example_per_class", "flattened", "per_class", "per_example", "per_example_per_class");

    static final LossInfo INFO = new LossInfo(
            "lovasz_hinge", "Lovász hinge", "Lovász", "Σ max(1 − x(2z−1), 0)·ΔJaccard", List.of(SUMS_OVER));

    static LovaszHinge of(Params params) {
        return new LovaszHinge(SumsOver.of(params.text(SUMS_OVER)));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer().text(SUMS_OVER, sumsOver.id()).map();
    }

    private static double error(double x, double z) {
        return 1 - x * (2 * z - 1);
    }

    @Override
    public Shares shares(double[] logits, double[] labels) {
        var errors = new double[logits.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = error(logits[i], labels[i]);
        }
        var jaccard = new Jaccard(labels);
        var terms = new double[errors.length];
        var gradient = new double[errors.length];
        for (int i : Ranks.descending(errors)) {
            double rise = jaccard.join(labels[i]);
            boolean counts = !(errors[i] <= 0) && rise != 0;
            terms[i] = counts ? errors[i] * rise : 0;
            gradient[i] = counts ? (1 - 2 * labels[i]) * rise : 0;
        }
        return new Shares(terms, gradient);
    }

    /// The Jaccard loss of a set of wrong cells that grows by one at a time.
    private static final class Jaccard {
        private final double positives;
        private double wrongPositives;
        private double wrongNegatives;
        private double value;

        Jaccard(double[] labels) {
            double sum = 0;
            for (double z : labels) {
                sum += z;
            }
            positives = sum;
        }

        /// By how much the loss rises.
        double join(double label) {
            wrongPositives += label;
            wrongNegatives += 1 - label;
            double before = value;
            value = 1 - (positives - wrongPositives) / (positives + wrongNegatives);
            return value - before;
        }
    }

    /// 0 where every label is 0 or 1: a large enough logit leaves no error.
    @Override
    public double floor(double[] labels) {
        for (double z : labels) {
            if (z != 0 && z != 1) {
                return Double.NaN;
            }
        }
        return 0;
    }

    @Override
    public double floor(CellContext cell) {
        return Objects.requireNonNull(cell.region(), "a cell of a ranked loss knows its region")
                .floor();
    }

    /// The loss of the region: each point ranks the cell anew among the others, which stay in their order.
    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        var region = Objects.requireNonNull(cell.region());
        if (!region.isWhole()) {
            return x -> x == cell.logit() ? region.loss() : Double.NaN;
        }
        var logits = region.logits();
        var labels = region.labels();
        return x -> {
            var moved = logits.clone();
            moved[region.index()] = x;
            double sum = 0;
            for (double term : shares(moved, labels).terms()) {
                sum += term;
            }
            return sum;
        };
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        var region = Objects.requireNonNull(cell.region());
        double error = error(cell.logit(), cell.label());
        double rise = error > 0 ? region.term() / error : 0;
        var formula = new LineWriter()
                .sign("1 \u2212 ")
                .logit("x")
                .sign("·(2")
                .label("z")
                .sign("\u22121) = ")
                .logit(number.text(error));
        var product = new LineWriter()
                .sign("max(")
                .logit(number.text(error))
                .sign(", 0) · ")
                .shared("ΔJ " + number.text(rise));
        var result = new LineWriter().sign("= ").result(number.text(region.term()));
        return new Explanation(List.of(formula.line(), product.line(), result.line()));
    }
}
