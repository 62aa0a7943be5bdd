package lossloupe.loss;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Functions;
import lossloupe.kernel.Sum;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.Axis;

/// A fibre's loss as a function of one logit v. All that the others add is said by four numbers, so a point of the
/// curve costs two softplus, however long the fibre is: with a = m + ln Σ e^(x−m) over the others,
/// `z·softplus(a−v) + S·(a − m + softplus(v−a)) + Σ z(m−x)`. Nothing in it cancels.
///
/// @param max greatest of the other logits, m
/// @param logSum ln Σ e^(x−m) over the others
/// @param otherLabels sum S of the other labels
/// @param distance Σ z(m−x) over the others
/// @param label of the cell
record SoftmaxCell(double max, double logSum, double otherLabels, double distance, double label, LabelStats labels)
        implements DoubleUnaryOperator {
    static SoftmaxCell of(CellContext cell) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cell.size(); i++) {
            max = i == cell.index() ? max : Math.max(max, cell.logit(i));
        }
        double sumExp = 0;
        double otherLabels = 0;
        double distance = 0;
        var all = new LabelStats(Sum.ZERO, Sum.ZERO, false);
        for (int i = 0; i < cell.size(); i++) {
            all = all.plus(LabelStats.ofOne(cell.label(i)));
            if (i != cell.index()) {
                sumExp += Functions.exp(cell.logit(i) - max);
                otherLabels += cell.label(i);
                distance += cell.label(i) == 0 ? 0 : cell.label(i) * (max - cell.logit(i));
            }
        }
        return new SoftmaxCell(max, Functions.log(sumExp), otherLabels, distance, cell.label(), all);
    }

    @Override
    public double applyAsDouble(double logit) {
        if (max == Double.NEGATIVE_INFINITY) {
            return Double.isFinite(logit) ? (otherLabels > 0 ? Double.POSITIVE_INFINITY : 0) : Double.NaN;
        }
        if (logit == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        double own = label == 0 ? 0 : label * Functions.softplus(max - logit + logSum);
        return own + otherLabels * (logSum + Functions.softplus(logit - max - logSum)) + distance;
    }

    Explanation explain(CellContext cell, Axis axis, Decimals number) {
        double x = cell.logit();
        double z = cell.label();
        double great = Math.max(x, max);
        double whole = max == Double.NEGATIVE_INFINITY ? x : max + logSum + Functions.softplus(x - max - logSum);
        double minusLogP =
                max == Double.NEGATIVE_INFINITY && Double.isFinite(great) ? 0 : Functions.softplus(max - x + logSum);
        var symbols = new LineWriter()
                .label("z")
                .sign("·(")
                .shared("ln Σ e^x")
                .sign(" \u2212 ")
                .logit("x")
                .sign(")");
        var numbers = new LineWriter()
                .sign("= ")
                .label(number.text(z))
                .sign("·(")
                .shared(number.text(whole))
                .sign(" \u2212 ")
                .logit(number.operand(x))
                .sign(")");
        var result =
                new LineWriter().sign("= ").result(number.text(z == 0 && !Double.isNaN(minusLogP) ? 0 : z * minusLogP));
        var fibre = new LineWriter()
                .sign(axis == Axis.CLASS ? "Σ over n = " : "Σ over l = ")
                .shared(number.text(applyAsDouble(x)));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line(), fibre.line()));
    }
}
