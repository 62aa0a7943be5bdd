package lossloupe.loss;

import java.util.List;
import java.util.Map;
import lossloupe.kernel.Arithmetic;
import lossloupe.kernel.Elementary;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.DType;

/// Sigmoid focal loss `w·q^γ·CE`, q = p(1−z) + (1−p)z, w = αz + (1−α)(1−z) (Lin et al. 2017; losses.md §1.8). The
/// defaults are those of `torchvision.ops.sigmoid_focal_loss`.
///
/// Trap: `1 − p_t` rounds to 0 at x = 40, z = 1; q is therefore built from σ(x) and σ(−x).
///
/// @param alpha none, or the share of positive labels in the weight
public record SigmoidFocal(List<Double> alpha, double gamma) implements ArrayLoss {
    private static final Elementary ELEMENTARY = Elementary.lookup();
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
        return made(x, z, cells(false));
    }

    @Override
    public float[] values(float[] x, float[] z) {
        return made(x, z, cells(false));
    }

    @Override
    public double[] slopes(double[] x, double[] z) {
        return made(x, z, cells(true));
    }

    @Override
    public float[] slopes(float[] x, float[] z) {
        return made(x, z, cells(true));
    }

    private static double[] made(double[] x, double[] z, Elementary.DoubleStep step) {
        var out = new double[x.length];
        ELEMENTARY.ofCrossEntropyAndSigmoids(x, z, out, step, 0, x.length);
        return out;
    }

    private static float[] made(float[] x, float[] z, Elementary.FloatStep step) {
        var out = new float[x.length];
        ELEMENTARY.ofCrossEntropyAndSigmoids(x, z, out, step, 0, x.length);
        return out;
    }

    @Override
    public double term(CellContext cell, Arithmetic steps) {
        double x = steps.of(cell.logit());
        double z = steps.of(cell.label());
        double wrong = steps.times(steps.sigmoid(x), steps.minus(1, z));
        double q = steps.plus(wrong, steps.times(steps.sigmoid(-x), z));
        double factor = steps.times(steps.of(cells(false).weight(z)), steps.of(FocalCells.power(q, gamma)));
        return steps.times(factor, Stepwise.sigmoidCrossEntropy(x, z, steps));
    }

    private FocalCells cells(boolean derived) {
        return alpha.isEmpty()
                ? new FocalCells(1, 1, gamma, derived)
                : new FocalCells(alpha.getFirst(), 1 - alpha.getFirst(), gamma, derived);
    }

    /// 0 for hard labels; between them the minimum has no closed form, and is not claimed.
    @Override
    public double floor(double label, DType dtype) {
        return Inputs.isHard(label) ? 0 : Double.NaN;
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        double[] x = {cell.logit()};
        double z = cell.label();
        var sigmoids = Sigmoids.Pair.of(x);
        double q = FocalCells.q(sigmoids.p()[0], sigmoids.q()[0], z);
        var cells = cells(false);
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
                .label(number.text(cells.weight(z)));
        var numbers = new LineWriter()
                .sign("= ")
                .label(number.text(cells.weight(z)))
                .sign("·")
                .logit(number.text(FocalCells.power(q, gamma)))
                .sign("·")
                .logit(number.text(Sigmoids.crossEntropy(x, new double[] {z})[0]));
        var result = new LineWriter().sign("= ").result(number.text(valueAt(cell, cell.logit())));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
