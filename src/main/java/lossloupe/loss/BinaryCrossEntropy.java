package lossloupe.loss;

import java.util.List;
import java.util.Map;
import lossloupe.kernel.Functions;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// Keras' `binary_crossentropy` on probabilities, here those of a sigmoid: `−(z·ln o + (1−z)·ln(1−o))` with o = p
/// clipped to [ε, 1−ε] (keras/src/backend/tensorflow/nn.py). What the function averages over the last axis is the
/// reduction's business.
///
/// Trap: in float32, 1 − 1e-7 rounds to 1 − 2⁻²³, so that a sure mistake costs 16.118 on one side and 15.942 on the
/// other; beyond the clip the gradient is 0 and nothing is learnt. So float32 is computed in float32, step by step.
public record BinaryCrossEntropy(double epsilon) implements ArrayLoss {
    private static final Param EPSILON = Param.number("epsilon", Param.Kind.NUMBER, "1.0E-7", 0, 0.5, 1e-7);

    static final LossInfo INFO = new LossInfo(
            "binary_crossentropy",
            "Binary cross-entropy on probabilities (Keras)",
            "Keras BCE",
            "\u2212(z·ln o + (1\u2212z)·ln(1\u2212o)),  o = clip(σ(x), ε, 1\u2212ε)",
            List.of(EPSILON));

    static BinaryCrossEntropy of(Params params) {
        return new BinaryCrossEntropy(params.number(EPSILON));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer().number(EPSILON, epsilon).map();
    }

    @Override
    public double[] values(double[] x, double[] z, DType dtype) {
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = dtype == DType.FLOAT32
                    ? inFloat32(clipped((float) x[i]), (float) z[i])
                    : value(clipped(x[i]), z[i]);
        }
        return out;
    }

    @Override
    public double[] slopes(double[] x, double[] z, DType dtype) {
        var p = Sigmoids.of(x);
        var complement = Sigmoids.complement(x);
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            boolean isClipped = dtype == DType.FLOAT32
                    ? clipped((float) x[i]) != Functions.sigmoid((float) x[i])
                    : clipped(x[i]) != p[i];
            out[i] = isClipped && !Double.isNaN(x[i]) ? 0 : (1 - z[i]) * p[i] - z[i] * complement[i];
        }
        return out;
    }

    /// The loss at the probability that the clip leaves nearest to the label.
    @Override
    public double floor(double label, DType dtype) {
        if (Double.isNaN(label) || label < 0 || label > 1) {
            return Double.isNaN(label) ? label : Double.NEGATIVE_INFINITY;
        }
        double o = Math.min(Math.max(label, epsilon), 1 - epsilon);
        float f = Math.min(Math.max((float) label, (float) epsilon), 1 - (float) epsilon);
        return dtype == DType.FLOAT32 ? inFloat32(f, (float) label) : value(o, label);
    }

    private double clipped(double x) {
        double p = Functions.sigmoid(x);
        return Double.isNaN(p) ? p : Math.min(Math.max(p, epsilon), 1 - epsilon);
    }

    private float clipped(float x) {
        float p = Functions.sigmoid(x);
        return Float.isNaN(p) ? p : Math.min(Math.max(p, (float) epsilon), 1 - (float) epsilon);
    }

    private static double value(double o, double z) {
        return -(z * Functions.log(o) + (1 - z) * Functions.log(1 - o));
    }

    private static float inFloat32(float o, float z) {
        return -(z * Functions.log(o) + (1 - z) * Functions.log(1 - o));
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        double z = cell.label();
        double o = cell.dtype() == DType.FLOAT32 ? clipped((float) cell.logit()) : clipped(cell.logit());
        var symbols = new LineWriter()
                .sign("o = clip(σ(")
                .logit("x")
                .sign("), ε, 1\u2212ε) = ")
                .logit(number.text(o));
        var numbers = new LineWriter()
                .sign("\u2212(")
                .label(number.text(z))
                .sign("·ln ")
                .logit(number.text(o))
                .sign(" + ")
                .label(number.text(1 - z))
                .sign("·ln ")
                .logit(number.text(1 - o))
                .sign(")");
        var result = new LineWriter().sign("= ").result(number.text(valueAt(cell, cell.logit())));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
