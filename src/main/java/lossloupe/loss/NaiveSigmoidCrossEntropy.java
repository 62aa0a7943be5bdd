package lossloupe.loss;

import java.util.List;
import java.util.Map;
import lossloupe.kernel.Arithmetic;
import lossloupe.kernel.Elementary;
import lossloupe.kernel.Functions;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// The formula of textbooks taken literally, `−(z·ln s + (1−z)·ln(1−s))` with `s = 1/(1+e^−x)`, each step rounded to
/// the type that is computed in. It is wrong on purpose (losses.md §1.4): s rounds to 1 from x = 16.6 (float32) or 36.7
/// (float64) on, where a wrong label then costs ∞ and a right one 0·∞ = NaN.
public record NaiveSigmoidCrossEntropy() implements ArrayLoss {
    private static final Elementary ELEMENTARY = Elementary.lookup();
    private static final WeightedSigmoid UNWEIGHTED = new WeightedSigmoid(1, new Smoothing(0, 2));

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
    public double[] values(double[] x, double[] z) {
        return CrossEntropy.of(sigmoid(x), z);
    }

    @Override
    public float[] values(float[] x, float[] z) {
        return CrossEntropy.of(sigmoid(x), z);
    }

    /// 1/(1+e^−x) as it is written.
    private static double[] sigmoid(double[] x) {
        var s = new double[x.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = -x[i];
        }
        ELEMENTARY.exp(s, s, 0, s.length);
        for (int i = 0; i < s.length; i++) {
            s[i] = 1 / (1 + s[i]);
        }
        return s;
    }

    private static float[] sigmoid(float[] x) {
        var s = new float[x.length];
        for (int i = 0; i < s.length; i++) {
            s[i] = -x[i];
        }
        ELEMENTARY.exp(s, s, 0, s.length);
        for (int i = 0; i < s.length; i++) {
            s[i] = 1 / (1 + s[i]);
        }
        return s;
    }

    /// The derivative of the formula, not of its rounding: p − z, without cancellation.
    @Override
    public double[] slopes(double[] x, double[] z) {
        return UNWEIGHTED.slopes(x, z);
    }

    @Override
    public float[] slopes(float[] x, float[] z) {
        return UNWEIGHTED.slopes(x, z);
    }

    @Override
    public double term(CellContext cell, Arithmetic steps) {
        double s = steps.over(1, steps.plus(1, steps.exp(-steps.of(cell.logit()))));
        return Stepwise.crossEntropy(s, steps.of(cell.label()), steps);
    }

    @Override
    public double floor(double label, DType dtype) {
        return Sigmoids.floor(1 - label, label);
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
