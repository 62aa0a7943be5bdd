package lossloupe.loss;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import lossloupe.kernel.Arithmetic;
import lossloupe.loss.Explanation.LineWriter;
import org.jspecify.annotations.Nullable;

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

    static double error(double x, double z) {
        return 1 - x * (2 * z - 1);
    }

    private static double[] errors(double[] logits, double[] labels) {
        var errors = new double[logits.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = error(logits[i], labels[i]);
        }
        return errors;
    }

    /// What a cell adds to the loss by whose joining the Jaccard loss rises.
    static double term(double error, double rise) {
        return counts(error, rise) ? error * rise : 0;
    }

    private static boolean counts(double error, double rise) {
        return !(error <= 0) && rise != 0;
    }

    /// The Jaccard loss of a set of wrong cells that is not empty.
    static double jaccard(double positives, double wrongPositives, double wrongNegatives) {
        return 1 - (positives - wrongPositives) / (positives + wrongNegatives);
    }

    static double sum(double... labels) {
        double sum = 0;
        for (double z : labels) {
            sum += z;
        }
        return sum;
    }

    @Override
    public Shares shares(double[] logits, double[] labels) {
        var errors = errors(logits, labels);
        double positives = sum(labels);
        double wrongPositives = 0;
        double wrongNegatives = 0;
        double value = 0;
        var terms = new double[errors.length];
        var gradient = new double[errors.length];
        for (int i : Ranks.ofPositive(errors)) {
            wrongPositives += labels[i];
            wrongNegatives += 1 - labels[i];
            double before = value;
            value = jaccard(positives, wrongPositives, wrongNegatives);
            double rise = value - before;
            terms[i] = term(errors[i], rise);
            gradient[i] = counts(errors[i], rise) ? (1 - 2 * labels[i]) * rise : 0;
        }
        return new Shares(terms, gradient);
    }

    /// By how much the cell's joining counts is taken from the document: its rank is not asked again.
    @Override
    public double term(CellContext cell, Arithmetic steps) {
        double sign = steps.minus(steps.times(2, steps.of(cell.label())), 1);
        double error = steps.minus(1, steps.times(steps.of(cell.logit()), sign));
        return steps.times(Math.max(error, 0), steps.of(rise(cell)));
    }

    private static double rise(CellContext cell) {
        double error = error(cell.logit(), cell.label());
        return error > 0 ? Objects.requireNonNull(cell.region()).term() / error : 0;
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

    /// The loss of the region. Its cells are sorted when the first point is asked for.
    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        var region = Objects.requireNonNull(cell.region());
        if (region.isLarge()) {
            return x -> x == cell.logit() ? region.loss() : Double.NaN;
        }
        return new OnDemand(() -> {
            var labels = region.labels().get();
            return new LovaszCurve(errors(region.logits().get(), labels), labels, region.index());
        });
    }

    /// A curve that is made for its first point: most are never drawn.
    private static final class OnDemand implements DoubleUnaryOperator {
        private final Supplier<DoubleUnaryOperator> maker;
        private @Nullable DoubleUnaryOperator curve;

        OnDemand(Supplier<DoubleUnaryOperator> maker) {
            this.maker = maker;
        }

        @Override
        public double applyAsDouble(double logit) {
            var made = curve == null ? maker.get() : curve;
            curve = made;
            return made.applyAsDouble(logit);
        }
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        var region = Objects.requireNonNull(cell.region());
        double error = error(cell.logit(), cell.label());
        double rise = rise(cell);
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
