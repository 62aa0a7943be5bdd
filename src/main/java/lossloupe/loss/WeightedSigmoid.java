package lossloupe.loss;

import java.util.List;
import lossloupe.kernel.Arithmetic;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// Sigmoid cross-entropy with a weight q on positive labels and smoothed labels,
/// `(1−z)·softplus(x) + q·z·softplus(−x)` (losses.md §1.2).
///
/// Trap: TensorFlow's and PyTorch's forms cancel for x ≪ 0 at z = 0 even where q = 1. Here both softplus come from one
/// ln(1+e^−|x|), which has all its digits.
record WeightedSigmoid(double weight, Smoothing smoothing) {
    double[] values(double[] x, double[] labels) {
        var out = Sigmoids.tails(x);
        for (int i = 0; i < x.length; i++) {
            out[i] = value(x[i], smoothing.of(labels[i]), out[i]);
        }
        return out;
    }

    /// Tails in float32 arithmetic, the rest in doubles.
    float[] values(float[] x, float[] labels) {
        var out = Sigmoids.tails(x);
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) value(x[i], smoothing.of(labels[i]), out[i]);
        }
        return out;
    }

    private double value(double x, double z, double tail) {
        return Sigmoids.times(1 - z, Math.max(x, 0) + tail) + Sigmoids.times(weight * z, Math.max(-x, 0) + tail);
    }

    double[] slopes(double[] x, double[] labels) {
        var sigmoids = Sigmoids.Pair.of(x);
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = slope(sigmoids.p()[i], sigmoids.q()[i], smoothing.of(labels[i]));
        }
        return out;
    }

    /// Sigmoids in float32 arithmetic, the rest in doubles.
    float[] slopes(float[] x, float[] labels) {
        var sigmoids = Sigmoids.FloatPair.of(x);
        var out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) slope(sigmoids.p()[i], sigmoids.q()[i], smoothing.of(labels[i]));
        }
        return out;
    }

    private double slope(double p, double q, double z) {
        return (1 - z) * p - weight * z * q;
    }

    double term(CellContext cell, Arithmetic steps) {
        double x = steps.of(cell.logit());
        double z = smoothing.of(cell.label(), steps);
        double tail = Stepwise.tail(x, steps);
        double negative = steps.times(steps.minus(1, z), steps.plus(Math.max(x, 0), tail));
        double factor = steps.times(steps.of(weight), z);
        return steps.plus(negative, steps.times(factor, steps.plus(Math.max(-x, 0), tail)));
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
