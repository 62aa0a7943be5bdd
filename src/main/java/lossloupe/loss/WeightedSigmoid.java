package lossloupe.loss;

import java.util.List;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// Sigmoid cross-entropy with a weight q on positive labels and smoothed labels,
/// `(1−z)·softplus(x) + q·z·softplus(−x)` (losses.md §1.2).
///
/// Trap: TensorFlow's and PyTorch's forms cancel for x ≪ 0 at z = 0 even where q = 1. Here both softplus come from one
/// ln(1+e^−|x|), which has all its digits.
record WeightedSigmoid(double weight, Smoothing smoothing) {
    double[] values(double[] x, double[] labels) {
        var z = smoothing.of(labels);
        var tail = Sigmoids.tails(x);
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = Sigmoids.times(1 - z[i], Math.max(x[i], 0) + tail[i])
                    + Sigmoids.times(weight * z[i], Math.max(-x[i], 0) + tail[i]);
        }
        return out;
    }

    double[] slopes(double[] x, double[] labels) {
        var z = smoothing.of(labels);
        var sigmoids = Sigmoids.Pair.of(x);
        var p = sigmoids.p();
        var complement = sigmoids.q();
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (1 - z[i]) * p[i] - weight * z[i] * complement[i];
        }
        return out;
    }

    double floor(double label) {
        double z = smoothing.of(label);
        return Sigmoids.floor(1 - z, weight * z);
    }

    Explanation explain(CellContext cell, Decimals number) {
        double x = cell.logit();
        double z = smoothing.of(cell.label());
        double tail = Sigmoids.tails(new double[] {x})[0];
        var symbols = new LineWriter()
                .sign("(1\u2212")
                .label("z")
                .sign(")·ln(1+e^")
                .logit("x")
                .sign(") + ")
                .shared("q")
                .sign("·")
                .label("z")
                .sign("·ln(1+e^\u2212")
                .logit("x")
                .sign(")");
        var numbers = new LineWriter()
                .sign("= ")
                .label(number.text(1 - z))
                .sign("·")
                .logit(number.text(Math.max(x, 0) + tail))
                .sign(" + ")
                .shared(number.text(weight))
                .sign("·")
                .label(number.text(z))
                .sign("·")
                .logit(number.text(Math.max(-x, 0) + tail));
        var value = values(new double[] {x}, new double[] {cell.label()})[0];
        var result =
                new LineWriter().sign("= ").result(number.text(cell.dtype() == DType.FLOAT32 ? (float) value : value));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
