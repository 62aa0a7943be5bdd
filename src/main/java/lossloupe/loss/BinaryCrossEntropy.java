package lossloupe.loss;

import java.util.List;
import java.util.Map;
import lossloupe.kernel.Arithmetic;
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
    private static final Param EPSILON =
            Param.number("epsilon", Param.Kind.NUMBER, "1.0E-7", 0, 0.5, 1e-7, Param.Unit.PROBABILITY);

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
    public double[] values(double[] x, double[] z) {
        return CrossEntropy.of(clipped(Sigmoids.of(x)), z);
    }

    @Override
    public float[] values(float[] x, float[] z) {
        return CrossEntropy.of(clipped(Sigmoids.of(x)), z);
    }

    private double[] clipped(double[] p) {
        for (int i = 0; i < p.length; i++) {
            p[i] = clip(p[i]);
        }
        return p;
    }

    private float[] clipped(float[] p) {
        for (int i = 0; i < p.length; i++) {
            p[i] = clip(p[i]);
        }
        return p;
    }

    @Override
    public double[] slopes(double[] x, double[] z) {
        var sigmoids = Sigmoids.Pair.of(x);
        var out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double p = sigmoids.p()[i];
            out[i] = p == clip(p) || Double.isNaN(p) ? Sigmoids.slope(p, sigmoids.q()[i], z[i]) : 0;
        }
        return out;
    }

    @Override
    public float[] slopes(float[] x, float[] z) {
        var sigmoids = Sigmoids.FloatPair.of(x);
        var out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            float p = sigmoids.p()[i];
            out[i] = p == clip(p) || Float.isNaN(p) ? (float) Sigmoids.slope(p, sigmoids.q()[i], z[i]) : 0;
        }
        return out;
    }

    /// Trap: float16 has no number between 1 − ε and 1, so that the clip lets a 1 through and ln(1−o) is −∞.
    @Override
    public double term(CellContext cell, Arithmetic steps) {
        double p = probability(cell, steps);
        double low = steps.of(epsilon);
        double high = steps.minus(1, low);
        return Stepwise.crossEntropy(p < low ? low : p > high ? high : p, steps.of(cell.label()), steps);
    }

    /// The loss at the probability that the clip leaves nearest to the label.
    @Override
    public double floor(double label, DType dtype) {
        if (Double.isNaN(label) || label < 0 || label > 1) {
            return Double.isNaN(label) ? label : Double.NEGATIVE_INFINITY;
        }
        double least = dtype == DType.FLOAT32
                ? CrossEntropy.of(new float[] {clip((float) label)}, new float[] {(float) label})[0]
                : CrossEntropy.of(new double[] {clip(label)}, new double[] {label})[0];
        // Without a clip a hard label asks for 0·ln 0, whose limit is 0.
        return Double.isNaN(least) ? 0 : least;
    }

    /// NaN stays, since it is neither below nor above.
    private double clip(double p) {
        double high = 1 - epsilon;
        return p < epsilon ? epsilon : p > high ? high : p;
    }

    private float clip(float p) {
        float low = (float) epsilon;
        float high = 1 - low;
        return p < low ? low : p > high ? high : p;
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        double z = cell.label();
        double o = cell.dtype() == DType.FLOAT32
                ? clip(Functions.sigmoid((float) cell.logit()))
                : clip(Functions.sigmoid(cell.logit()));
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
