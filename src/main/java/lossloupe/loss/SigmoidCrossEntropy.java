package lossloupe.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Functions;
import lossloupe.kernel.Kernels;
import lossloupe.loss.Explanation.LineWriter;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// Sigmoid cross-entropy with logits, `max(x,0) − x·z + log1p(e^−|x|)`, as `tf.nn.sigmoid_cross_entropy_with_logits`.
///
/// Trap: the equivalent `softplus(x) − x·z` and PyTorch's `(1−z)·x − logsigmoid(x)` lose every digit of small losses on
/// one side. The gradient is `(1−z)p − z(1−p)` with `1−p = σ(−x)`, which `p − z` equals but for cancellation.
public record SigmoidCrossEntropy() implements ElementwiseLoss {
    static final LossInfo INFO = new LossInfo(
            "sigmoid_cross_entropy",
            "Sigmoid cross-entropy",
            "Sigmoid CE",
            "max(x,0) \u2212 x·z + ln(1+e^\u2212|x|)",
            List.of());

    private static final Kernels KERNELS = Kernels.lookup();

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return Map.of();
    }

    @Override
    public Chunk terms(Chunk logits, Chunk labels, DType dtype) {
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
        int n = logits.length();
        if (dtype == DType.FLOAT32) {
            var out = new float[n];
            KERNELS.sigmoid(Inputs.floats(logits), out, 0, n);
            return Chunk.of(out);
        }
        var out = new double[n];
        KERNELS.sigmoid(Inputs.doubles(logits), out, 0, n);
        return Chunk.of(out);
    }

    @Override
    public Chunk floors(Chunk labels, DType dtype) {
        var out = new double[labels.length()];
        Arrays.setAll(out, i -> floor(labels.get(i)));
        return Chunk.of(out).as(dtype);
    }

    /// The binary entropy of z: what remains at x = logit(z). 0 for hard labels, none outside [0,1].
    private static double floor(double z) {
        if (Double.isNaN(z)) {
            return z;
        }
        if (z < 0 || z > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return z == 0 || z == 1 ? 0 : -(z * Functions.log(z) + (1 - z) * Functions.log1p(-z));
    }

    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        double[] z = {cell.label()};
        return x -> {
            var out = new double[1];
            KERNELS.sigmoidCrossEntropy(new double[] {x}, z, out, 0, 1);
            return out[0];
        };
    }

    @Override
    public double floor(CellContext cell) {
        return floor(cell.label());
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var number = new Decimals(digits);
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
        var result = new LineWriter().sign("= ").result(number.text(valueAt(cell, x)));
        return new Explanation(List.of(symbols.line(), numbers.line(), result.line()));
    }
}
