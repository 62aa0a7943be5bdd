package lossloupe.loss;

import java.util.List;
import java.util.Map;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// Sigmoid focal loss `w·q^γ·CE`, q = p(1−z) + (1−p)z, w = αz + (1−α)(1−z) (Lin et al. 2017; losses.md §1.8). The
/// defaults are those of `torchvision.ops.sigmoid_focal_loss`.
///
/// Trap: `1 − p_t` rounds to 0 at x = 40, z = 1; q is therefore built from σ(x) and σ(−x).
///
/// @param alpha none, or the share of positive labels in the weight
public record SigmoidFocal(List<Double> alpha, double gamma) implements ArrayLoss {
    private static final Param ALPHA =
            Param.number("alpha", Param.Kind.OPTIONAL_NUMBER, "0.25", 0, 1, 0.05, Param.Unit.SHARE);
    private static final Param GAMMA =
            Param.number("gamma", Param.Kind.NUMBER, "2", 0, Double.POSITIVE_INFINITY, 0.5, Param.Unit.EXPONENT);

    static final LossInfo INFO = new LossInfo(
            "sigmoid_focal",
            "Sigmoid focal loss",
            "Focal",
            "w·q^γ·CE,  q = p(1\u2212z) + (1\u2212p)z,  w = αz + (1\u2212α)(1\u2212z)",
            List.of(ALPHA, GAMMA));

    public SigmoidFocal {
        alpha = List.copyOf(alpha);
    }

    static SigmoidFocal of(Params params) {
        return new SigmoidFocal(params.numbers(ALPHA), params.number(GAMMA));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer().numbers(ALPHA, alpha).number(GAMMA, gamma).map();
    }

    @Override
    public double[] values(double[] x, double[] z) {
        var out = new double[x.length];
        var sigmoids = Sigmoids.Pair.with(out, x, z);
        var factor = factor();
        for (int i = 0; i < x.length; i++) {
            out[i] = Sigmoids.times(factor.of(sigmoids.p()[i], sigmoids.q()[i], z[i]), out[i]);
        }
        return out;
    }

    @Override
    public float[] values(float[] x, float[] z) {
        var out = new float[x.length];
        var sigmoids = Sigmoids.FloatPair.with(out, x, z);
        var factor = factor();
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) Sigmoids.times(factor.of(sigmoids.p()[i], sigmoids.q()[i], z[i]), out[i]);
        }
        return out;
    }

    @Override
    public double[] slopes(double[] x, double[] z) {
        var out = new double[x.length];
        var sigmoids = Sigmoids.Pair.with(out, x, z);
        var factor = factor();
        for (int i = 0; i < x.length; i++) {
            out[i] = factor.slope(sigmoids.p()[i], sigmoids.q()[i], z[i], out[i]);
        }
        return out;
    }

    @Override
    public float[] slopes(float[] x, float[] z) {
        var out = new float[x.length];
        var sigmoids = Sigmoids.FloatPair.with(out, x, z);
        var factor = factor();
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) factor.slope(sigmoids.p()[i], sigmoids.q()[i], z[i], out[i]);
        }
        return out;
    }

    /// What cross-entropy is multiplied by, `w·q^γ`: apart from the list that says whether there is an α, which a
    /// loop must not ask for every cell.
    private record Factor(boolean isWeighted, double alpha, double gamma) {
        double of(double p, double complement, double z) {
            return weight(z) * power(q(p, complement, z), gamma);
        }

        /// `w·[q^γ·(p−z) + γ·q^(γ−1)·p(1−p)(1−2z)·CE]`.
        double slope(double p, double complement, double z, double crossEntropy) {
            double q = q(p, complement, z);
            double spread = gamma * p * complement * (1 - 2 * z);
            double second = spread == 0 ? 0 : spread * power(q, gamma - 1) * crossEntropy;
            return weight(z) * (power(q, gamma) * Sigmoids.slope(p, complement, z) + second);
        }

        static double q(double p, double complement, double z) {
            return p * (1 - z) + complement * z;
        }

        double weight(double z) {
            return isWeighted ? alpha * z + (1 - alpha) * (1 - z) : 1;
        }

        /// StrictMath, so that every machine has the same bits.
        static double power(double base, double exponent) {
            if (exponent == 0) {
                return 1;
            }
            if (exponent == 1) {
                return base;
            }
            return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
        }
    }

    private Factor factor() {
        return new Factor(!alpha.isEmpty(), alpha.isEmpty() ? 1 : alpha.getFirst(), gamma);
    }

    /// 0 for hard labels; between them the minimum has no closed form, and is not claimed.
    @Override
    public double floor(double label, DType dtype) {
        return label == 0 || label == 1 ? 0 : Double.NaN;
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        double[] x = {cell.logit()};
        double z = cell.label();
        var sigmoids = Sigmoids.Pair.of(x);
        double q = Factor.q(sigmoids.p()[0], sigmoids.q()[0], z);
        var factor = factor();
        var symbols = new LineWriter()
                .label("w")
                .sign("·")
                .logit("q")
                .sign("^γ · CE,  ")
                .logit("q")
                .sign(" = ")
                .logit(number.text(q))
                .sign(",  ")
                .label("w")
                .sign(" = ")
                .label(number.text(factor.weight(z)));
        var numbers = new LineWriter()
                .sign("= ")
                .label(number.text(factor.weight(z)))
                .sign("·")
                .logit(number.text(Factor.power(q, gamma)))
                .sign("·")
                .logit(number.text(Sigmoids.crossEntropy(x, new double[] {z})[0]));
        var result = new LineWriter().sign("= ").result(number.text(valueAt(cell, cell.logit())));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
