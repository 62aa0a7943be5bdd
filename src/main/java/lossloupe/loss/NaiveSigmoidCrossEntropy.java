package lossloupe.loss;

import java.util.List;
import java.util.Map;
import lossloupe.kernel.Functions;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// The formula of textbooks taken literally, `−(z·ln s + (1−z)·ln(1−s))` with `s = 1/(1+e^−x)`, each step rounded to
/// the type that is computed in. It is wrong on purpose (losses.md §1.4): s rounds to 1 from x = 16.6 (float32) or 36.7
/// (float64) on, where a wrong label then costs ∞ and a right one 0·∞ = NaN.
public record NaiveSigmoidCrossEntropy() implements ArrayLoss {
    static final LossInfo INFO = new LossInfo(
            "naive_sigmoid_cross_entropy",
            "Naive sigmoid cross-entropy (overflows)",
            "Naive CE",
            "\u2212(z·ln s + (1\u2212z)·ln(1\u2212s)),  s = 1/(1+e^\u2212x)",
            List.of());

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return Map.of();
    }

    @Override
    public double[] values(double[] x, double[] z, DType dtype) {
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = dtype == DType.FLOAT32 ? inFloat32((float) x[i], (float) z[i]) : value(x[i], z[i]);
        }
        return out;
    }

    /// The derivative of the formula, not of its rounding: p − z, without cancellation.
    @Override
    public double[] slopes(double[] x, double[] z, DType dtype) {
        return new WeightedSigmoid(1, new Smoothing(0, 2)).slopes(x, z);
    }

    @Override
    public double floor(double label, DType dtype) {
        return Sigmoids.floor(1 - label, label);
    }

    private static double value(double x, double z) {
        double s = 1 / (1 + Functions.exp(-x));
        return -(z * Functions.log(s) + (1 - z) * Functions.log(1 - s));
    }

    private static float inFloat32(float x, float z) {
        float s = 1 / (1 + Functions.exp(-x));
        return -(z * Functions.log(s) + (1 - z) * Functions.log(1 - s));
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        double x = cell.logit();
        double z = cell.label();
        boolean isFloat = cell.dtype() == DType.FLOAT32;
        double s = isFloat ? 1 / (1 + Functions.exp((float) -x)) : 1 / (1 + Functions.exp(-x));
        double rest = isFloat ? 1 - (float) s : 1 - s;
        var symbols = new LineWriter()
                .sign("s = 1/(1+e^\u2212")
                .logit("x")
                .sign(") = ")
                .logit(number.text(s))
                .sign(",  1\u2212s = ")
                .logit(number.text(rest));
        var numbers = new LineWriter()
                .sign("\u2212(")
                .label(number.text(z))
                .sign("·")
                .logit(number.operand(Functions.log(s)))
                .sign(" + ")
                .label(number.text(1 - z))
                .sign("·")
                .logit(number.operand(Functions.log(rest)))
                .sign(")");
        var result = new LineWriter().sign("= ").result(number.text(valueAt(cell, x)));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
