package lossloupe.loss;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lossloupe.kernel.Arithmetic;
import lossloupe.kernel.Kernels;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Shape;

/// Softmax cross-entropy over classes, `Σ z·(ln Σ e^(x−m) − (x−m))` with m the greatest logit, or over positions, which
/// is the mistake that a wrong axis makes: it asks «where is this class?» instead of «which class is here?».
///
/// Trap: `(m + ln Σ) − x` loses the logarithm where |m| is large (all logits −1e30 must give ln n). Labels need not sum
/// to one; the value is the formula as written and the gradient its derivative, S·p − z with S = Σ z. TensorFlow's
/// fused op reports p − z instead.
///
/// @param axis CLASS or POSITION
/// @param labelSmoothing ε of `z·(1−ε) + ε/k`, k the cells of a fibre
/// @param positions cells of a fibre along positions, which a chunk does not tell; 0 where it is not needed
public record SoftmaxCrossEntropy(Axis axis, double labelSmoothing, int positions) implements GroupedLoss {
    private static final Param AXIS = Param.choice("axis", "class", "class", "position");

    static final LossInfo INFO = new LossInfo(
            "softmax_cross_entropy",
            "Softmax cross-entropy",
            "Softmax CE",
            "Σ z·(ln Σ e^x \u2212 x)",
            List.of(AXIS, Smoothing.PARAM));

    private static final Kernels KERNELS = Kernels.lookup();

    public SoftmaxCrossEntropy {
        if (axis == Axis.BATCH) {
            throw new IllegalArgumentException("a softmax runs over classes or positions, not over examples");
        }
    }

    public SoftmaxCrossEntropy(Axis axis) {
        this(axis, 0, 0);
    }

    static SoftmaxCrossEntropy of(Params params) {
        return new SoftmaxCrossEntropy(
                Axis.valueOf(params.text(AXIS).toUpperCase(Locale.ROOT)), params.number(Smoothing.PARAM), 0);
    }

    @Override
    public Loss fitted(Shape shape) {
        return axis == Axis.CLASS || labelSmoothing == 0
                ? this
                : new SoftmaxCrossEntropy(axis, labelSmoothing, shape.length());
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer()
                .text(AXIS, axis.name().toLowerCase(Locale.ROOT))
                .number(Smoothing.PARAM, labelSmoothing)
                .map();
    }

    @Override
    public Chunk target(Chunk labels, int cls, int classes) {
        return new Smoothing(labelSmoothing, axis == Axis.CLASS ? classes : positions).of(labels);
    }

    private CellContext onTargets(CellContext cell) {
        if (labelSmoothing == 0) {
            return cell;
        }
        var labels = IntStream.range(0, cell.size()).mapToDouble(cell::label).toArray();
        return cell.withLabels(new Smoothing(labelSmoothing, cell.size()).of(labels));
    }

    @Override
    public GroupStats acrossClasses(List<Chunk> logits, DType dtype) {
        int n = logits.getFirst().length();
        if (dtype == DType.FLOAT32) {
            var stats = new SoftmaxStats.Floats(new float[n], new float[n]);
            KERNELS.logSumExp(Inputs.floats(logits), stats.max, stats.logSum, 0, n);
            return stats;
        }
        var stats = new SoftmaxStats.Doubles(new double[n], new double[n]);
        KERNELS.logSumExp(Inputs.doubles(logits), stats.max, stats.logSum, 0, n);
        return stats;
    }

    @Override
    public GroupStats alongPositions(Chunk logits, DType dtype) {
        return SoftmaxRow.stats(KERNELS, logits, dtype);
    }

    @Override
    public GroupStats merged(List<GroupStats> parts) {
        var whole = (SoftmaxStats.Whole) parts.getFirst();
        for (var part : parts.subList(1, parts.size())) {
            whole = whole.merged((SoftmaxStats.Whole) part);
        }
        return whole;
    }

    @Override
    public Chunk terms(Chunk logits, Chunk labels, GroupStats stats, DType dtype) {
        int n = logits.length();
        return switch ((SoftmaxStats) stats) {
            case SoftmaxStats.Doubles s -> {
                var out = new double[n];
                KERNELS.softmaxCrossEntropyTerms(
                        Inputs.doubles(logits), Inputs.doubles(labels), s.max, s.logSum, out, 0, n);
                yield Chunk.of(out);
            }
            case SoftmaxStats.Floats s -> {
                var out = new float[n];
                KERNELS.softmaxCrossEntropyTerms(
                        Inputs.floats(logits), Inputs.floats(labels), s.max, s.logSum, out, 0, n);
                yield Chunk.of(out);
            }
            case SoftmaxStats.Whole s -> SoftmaxRow.terms(KERNELS, logits, labels, s, dtype);
        };
    }

    @Override
    public Chunk probabilities(Chunk logits, GroupStats stats, DType dtype) {
        int n = logits.length();
        return switch ((SoftmaxStats) stats) {
            case SoftmaxStats.Doubles s -> {
                var out = new double[n];
                KERNELS.softmax(Inputs.doubles(logits), s.max, s.logSum, out, 0, n);
                yield Chunk.of(out);
            }
            case SoftmaxStats.Floats s -> {
                var out = new float[n];
                KERNELS.softmax(Inputs.floats(logits), s.max, s.logSum, out, 0, n);
                yield Chunk.of(out);
            }
            case SoftmaxStats.Whole s -> SoftmaxRow.probabilities(KERNELS, logits, s, dtype);
        };
    }

    @Override
    public Chunk fibres(List<Chunk> terms, DType dtype) {
        return Chunk.of(Inputs.sums(terms)).as(dtype);
    }

    @Override
    public List<Chunk> gradientAcrossClasses(List<Chunk> logits, List<Chunk> labels, GroupStats stats, DType dtype) {
        var p = logits.stream().map(x -> probabilities(x, stats, dtype)).toList();
        return SoftmaxGradient.acrossClasses(p, labels, dtype);
    }

    @Override
    public boolean takesTargetsForDistributions() {
        return true;
    }

    @Override
    public List<Chunk> returnedGradient(List<Chunk> logits, List<Chunk> labels, GroupStats stats, DType dtype) {
        var p = logits.stream().map(x -> probabilities(x, stats, dtype)).toList();
        return SoftmaxGradient.asReturned(p, labels, dtype);
    }

    @Override
    public Chunk gradientAlongPositions(
            Chunk logits, Chunk labelChunk, GroupStats stats, LabelStats labels, DType dtype) {
        var p = probabilities(logits, stats, dtype);
        return SoftmaxGradient.alongPositions(p, labelChunk, (SoftmaxStats.Whole) stats, labels, dtype);
    }

    @Override
    public LabelStats labelStats(Chunk labels) {
        return LabelStats.of(KERNELS, labels);
    }

    @Override
    public Chunk floors(List<Chunk> labels, DType dtype) {
        return Chunk.of(LabelStats.floors(labels)).as(dtype);
    }

    @Override
    public double floor(LabelStats labels) {
        return labels.floor();
    }

    @Override
    public double floor(CellContext cell) {
        return SoftmaxCell.of(onTargets(cell)).labels().floor();
    }

    @Override
    public double term(CellContext cell, Arithmetic steps) {
        double z = new Smoothing(labelSmoothing, cell.size()).of(cell.label(), steps);
        return steps.times(z, Stepwise.Softmax.of(cell, steps).minusLogP(cell.logit(), steps));
    }

    @Override
    public double probability(CellContext cell, Arithmetic steps) {
        return Stepwise.Softmax.of(cell, steps).probability(cell.logit(), steps);
    }

    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        return SoftmaxCell.of(onTargets(cell));
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        var own = onTargets(cell);
        return SoftmaxCell.of(own).explain(own, axis, new Decimals(digits));
    }
}
