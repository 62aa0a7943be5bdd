package lossloupe.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import lossloupe.kernel.Arithmetic;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Shape;

/// Softmax cross-entropy on class indices, as `torch.nn.functional.cross_entropy(x, y, weight, ignore_index,
/// label_smoothing)`. The index of a position is the class with the greatest label, the first of equals; a position
/// without a label, or whose index is `ignore_index`, is ignored and costs 0.
///
/// It is softmax cross-entropy against targets `(1−ε)·w_y·[c = y] + (ε/n)·w_c`, and computed as that. PyTorch's mean
/// divides by Σ w_y over the positions that count (losses.md §1.6).
///
/// @param classWeight none, or one weight per class
public record SparseSoftmaxCrossEntropy(int ignoreIndex, PerClass classWeight, double labelSmoothing)
        implements GroupedLoss {
    private static final Param IGNORE_INDEX = Param.number(
            "ignore_index", Param.Kind.INTEGER, "-100", Integer.MIN_VALUE, Integer.MAX_VALUE, 1, Param.Unit.NONE);
    private static final Param CLASS_WEIGHT = PerClass.param("class_weight");

    static final LossInfo INFO = new LossInfo(
            "sparse_softmax_cross_entropy",
            "Sparse softmax cross-entropy",
            "Sparse CE",
            "w_y·(ln Σ e^x \u2212 x_y)",
            List.of(IGNORE_INDEX, CLASS_WEIGHT, Smoothing.PARAM));

    /// The index of a position that is ignored.
    private static final int IGNORED = -1;

    private static final SoftmaxCrossEntropy SOFTMAX = new SoftmaxCrossEntropy(Axis.CLASS);

    static SparseSoftmaxCrossEntropy of(Params params) {
        return new SparseSoftmaxCrossEntropy(
                params.integer(IGNORE_INDEX), params.perClass(CLASS_WEIGHT), params.number(Smoothing.PARAM));
    }

    @Override
    public LossInfo info() {
        return INFO;
    }

    @Override
    public Map<String, String> params() {
        return new Params.Writer()
                .number(IGNORE_INDEX, ignoreIndex)
                .perClass(CLASS_WEIGHT, classWeight)
                .number(Smoothing.PARAM, labelSmoothing)
                .map();
    }

    @Override
    public void checkFits(Shape shape) {
        classWeight.checkFits(CLASS_WEIGHT, shape);
    }

    @Override
    public Axis axis() {
        return Axis.CLASS;
    }

    @Override
    public boolean takesIndices() {
        return true;
    }

    /// Class by class, so that each loop runs along one array.
    @Override
    public Chunk indices(List<Chunk> labels) {
        int n = labels.getFirst().length();
        var indices = new float[n];
        Arrays.fill(indices, IGNORED);
        if (labels.stream().anyMatch(z -> z.dtype() == DType.FLOAT64)) {
            var most = new double[n];
            for (int c = 0; c < labels.size(); c++) {
                raise(most, indices, Inputs.doubles(labels.get(c)), c);
            }
        } else {
            var most = new float[n];
            for (int c = 0; c < labels.size(); c++) {
                raise(most, indices, Inputs.floats(labels.get(c)), c);
            }
        }
        for (int i = 0; i < n; i++) {
            indices[i] = indices[i] == ignoreIndex ? IGNORED : indices[i];
        }
        return Chunk.of(indices);
    }

    /// Where a class has a greater label than those before it, the index is that class.
    private static void raise(double[] most, float[] indices, double[] z, int cls) {
        for (int i = 0; i < most.length; i++) {
            boolean isMore = z[i] > most[i];
            most[i] = isMore ? z[i] : most[i];
            indices[i] = isMore ? cls : indices[i];
        }
    }

    private static void raise(float[] most, float[] indices, float[] z, int cls) {
        for (int i = 0; i < most.length; i++) {
            boolean isMore = z[i] > most[i];
            most[i] = isMore ? z[i] : most[i];
            indices[i] = isMore ? cls : indices[i];
        }
    }

    /// Without weights and smoothing targets are 0 and 1, and their loop does not branch, so that the JVM makes
    /// vectors of it.
    @Override
    public Chunk target(Chunk indices, int cls, int classes) {
        var own = Inputs.floats(indices);
        if (classWeight.isNone() && labelSmoothing == 0) {
            var out = new float[own.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 - Math.min(Math.abs(own[i] - cls), 1);
            }
            return Chunk.of(out);
        }
        double rest = labelSmoothing / classes * classWeight.of(cls);
        double whole = (1 - labelSmoothing) * classWeight.of(cls) + rest;
        var out = new double[own.length];
        for (int i = 0; i < out.length; i++) {
            double counted = own[i] == IGNORED ? 0 : rest;
            out[i] = own[i] == cls ? whole : counted;
        }
        return Chunk.of(out);
    }

    @Override
    public boolean weighsTargets() {
        return true;
    }

    @Override
    public Chunk targetWeights(Chunk indices) {
        var out = new double[indices.length()];
        for (int i = 0; i < out.length; i++) {
            int y = (int) indices.get(i);
            out[i] = y == IGNORED ? 0 : classWeight.of(y);
        }
        return Chunk.of(out);
    }

    private CellContext onTargets(CellContext cell) {
        var labels = new ArrayList<Chunk>();
        for (int c = 0; c < cell.size(); c++) {
            labels.add(Chunk.of(new double[] {cell.label(c)}));
        }
        var targets = targets(labels);
        return cell.withLabels(IntStream.range(0, cell.size())
                .mapToDouble(c -> targets.get(c).get(0))
                .toArray());
    }

    @Override
    public GroupStats acrossClasses(List<Chunk> logits, DType dtype) {
        return SOFTMAX.acrossClasses(logits, dtype);
    }

    @Override
    public GroupStats alongPositions(Chunk logits, DType dtype) {
        return SOFTMAX.alongPositions(logits, dtype);
    }

    @Override
    public GroupStats merged(List<GroupStats> parts) {
        return SOFTMAX.merged(parts);
    }

    @Override
    public Chunk terms(Chunk logits, Chunk labels, GroupStats stats, DType dtype) {
        return SOFTMAX.terms(logits, labels, stats, dtype);
    }

    @Override
    public Chunk fibres(List<Chunk> terms, DType dtype) {
        return SOFTMAX.fibres(terms, dtype);
    }

    @Override
    public Chunk probabilities(Chunk logits, GroupStats stats, DType dtype) {
        return SOFTMAX.probabilities(logits, stats, dtype);
    }

    @Override
    public List<Chunk> gradientAcrossClasses(List<Chunk> logits, List<Chunk> labels, GroupStats stats, DType dtype) {
        return SOFTMAX.gradientAcrossClasses(logits, labels, stats, dtype);
    }

    @Override
    public Chunk gradientAlongPositions(
            Chunk logits, Chunk labelChunk, GroupStats stats, LabelStats labels, DType dtype) {
        return SOFTMAX.gradientAlongPositions(logits, labelChunk, stats, labels, dtype);
    }

    @Override
    public LabelStats labelStats(Chunk labels) {
        return SOFTMAX.labelStats(labels);
    }

    @Override
    public Chunk floors(List<Chunk> labels, DType dtype) {
        return SOFTMAX.floors(labels, dtype);
    }

    @Override
    public double floor(LabelStats labels) {
        return SOFTMAX.floor(labels);
    }

    @Override
    public double floor(CellContext cell) {
        return SOFTMAX.floor(onTargets(cell));
    }

    /// Only what the index asks for is computed: a class that does not count is not multiplied by 0.
    @Override
    public double term(CellContext cell, Arithmetic steps) {
        double z = steps.of(onTargets(cell).label());
        return z == 0 ? 0 : steps.times(z, Stepwise.Softmax.of(cell, steps).minusLogP(cell.logit(), steps));
    }

    @Override
    public double probability(CellContext cell, Arithmetic steps) {
        return SOFTMAX.probability(cell, steps);
    }

    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        return SOFTMAX.curve(onTargets(cell));
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        return SOFTMAX.explain(onTargets(cell), digits);
    }
}
