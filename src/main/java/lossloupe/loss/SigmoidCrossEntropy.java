package lossloupe.loss;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Arithmetic;
import lossloupe.kernel.Functions;
import lossloupe.kernel.Kernels;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Shape;

/// Sigmoid cross-entropy with logits, `max(x,0) − x·z + log1p(e^−|x|)`, as `tf.nn.sigmoid_cross_entropy_with_logits`.
///
/// Trap: the equivalent `softplus(x) − x·z` and PyTorch's `(1−z)·x − logsigmoid(x)` lose every digit of small losses on
/// one side. The gradient is `(1−z)p − z(1−p)` with `1−p = σ(−x)`, which `p − z` equals but for cancellation.
///
/// @param posWeight factor on positive labels: none, one for all classes, or one for each
/// @param labelSmoothing ε of `z·(1−ε) + ε/2`
public record SigmoidCrossEntropy(PerClass posWeight, double labelSmoothing) implements ElementwiseLoss {
    private static final Param POS_WEIGHT = PerClass.param("pos_weight");

    static final LossInfo INFO = new LossInfo(
            "sigmoid_cross_entropy",
            "Sigmoid cross-entropy",
            "Sigmoid CE",
            "max(x,0) \u2212 x·z + ln(1+e^\u2212|x|)",
            List.of(POS_WEIGHT, Smoothing.PARAM));

    private static final Kernels KERNELS = Kernels.lookup();

    /// Without weights or smoothing.
    public SigmoidCrossEntropy() {
        this(new PerClass(List.of()), 0);
    }

    static SigmoidCrossEntropy of(Params params) {
        return new SigmoidCrossEntropy(params.perClass(POS_WEIGHT), params.number(Smoothing.PARAM));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer()
                .perClass(POS_WEIGHT, posWeight)
                .number(Smoothing.PARAM, labelSmoothing)
                .map();
    }

    @Override
    public void checkFits(Shape shape) {
        posWeight.checkFits(POS_WEIGHT, shape);
    }

    @Override
    public SigmoidCrossEntropy forClass(int cls) {
        return new SigmoidCrossEntropy(posWeight.only(cls), labelSmoothing);
    }

    /// Whether the plain formula holds, which has the fastest kernels.
    private boolean isPlain() {
        return posWeight.isNone() && labelSmoothing == 0;
    }

    /// Of one class: see [#forClass].
    private WeightedSigmoid weighted() {
        return new WeightedSigmoid(posWeight.of(0), new Smoothing(labelSmoothing, 2));
    }

    @Override
    public Chunk terms(Chunk logits, Chunk labels, DType dtype) {
        if (!isPlain()) {
            return dtype == DType.FLOAT32
                    ? Chunk.of(weighted().values(Inputs.floats(logits), Inputs.floats(labels)))
                    : Chunk.of(weighted().values(Inputs.doubles(logits), Inputs.doubles(labels)));
        }
        int n = logits.length();
        if (dtype == DType.FLOAT32) {
            var out = new float[n];
            KERNELS.sigmoidCrossEntropy(Inputs.floats(logits), Inputs.floats(labels), out, 0, n);
            return Chunk.of(out);
        }
        var out = new double[n];
        KERNELS.sigmoidCrossEntropy(Inputs.doubles(logits), Inputs.doubles(labels), out, 0, n);
        return Chunk.of(out);
    }

    @Override
    public Chunk gradient(Chunk logits, Chunk labels, DType dtype) {
        if (!isPlain()) {
            return dtype == DType.FLOAT32
                    ? Chunk.of(weighted().slopes(Inputs.floats(logits), Inputs.floats(labels)))
                    : Chunk.of(weighted().slopes(Inputs.doubles(logits), Inputs.doubles(labels)));
        }
        int n = logits.length();
        if (dtype == DType.FLOAT32) {
            var out = new float[n];
            KERNELS.sigmoidCrossEntropyGradient(Inputs.floats(logits), Inputs.floats(labels), out, 0, n);
            return Chunk.of(out);
        }
        var out = new double[n];
        KERNELS.sigmoidCrossEntropyGradient(Inputs.doubles(logits), Inputs.doubles(labels), out, 0, n);
        return Chunk.of(out);
    }

    @Override
    public Chunk probabilities(Chunk logits, DType dtype) {
        return Sigmoids.probabilities(logits, dtype);
    }

    /// Without parameters the binary entropy of z: what remains at x = logit(z). 0 for hard labels, none outside
    /// [0,1].
    @Override
    public Chunk floors(Chunk labels, DType dtype) {
        return Sigmoids.floors(labels, dtype, weighted()::floor);
    }

    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        double[] z = {cell.label()};
        var own = forClass(cell.index());
        if (!isPlain()) {
            return x -> own.weighted().values(new double[] {x}, z)[0];
        }
        return x -> {
            var out = new double[1];
            KERNELS.sigmoidCrossEntropy(new double[] {x}, z, out, 0, 1);
            return out[0];
        };
    }

    @Override
    public double term(CellContext cell, Arithmetic steps) {
        return isPlain()
                ? Stepwise.sigmoidCrossEntropy(steps.of(cell.logit()), steps.of(cell.label()), steps)
                : forClass(cell.index()).weighted().term(cell, steps);
    }

    @Override
    public double floor(CellContext cell) {
        return forClass(cell.index()).weighted().floor(cell.label());
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
        if (!isPlain()) {
            return forClass(cell.index()).weighted().explain(cell, number);
        }
        double x = cell.logit();
        double z = cell.label();
        double tail = Functions.softplus(-Math.abs(x));
        var symbols = new LineWriter()
                .sign("max(")
                .logit("x")
                .sign(",0) \u2212 ")
                .logit("x")
                .sign("·")
                .label("z")
                .sign(" + ln(1+e^\u2212|")
                .logit("x")
                .sign("|)");
        var numbers = new LineWriter()
                .sign("= ")
                .logit(number.text(Math.max(x, 0)))
                .sign(" \u2212 ")
                .logit(number.operand(x))
                .sign("·")
                .label(number.operand(z))
                .sign(" + ")
                .logit(number.text(tail));
        // At an infinite logit the line before has no value, and the loss is what it tends to.
        var result =
                new LineWriter().sign(Double.isInfinite(x) ? "\u2192 " : "= ").result(number.text(valueAt(cell, x)));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
