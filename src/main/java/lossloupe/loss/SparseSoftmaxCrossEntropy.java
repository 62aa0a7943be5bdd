package lossloupe.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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
    public boolean mixesLabels() {
        return true;
    }

    @Override
    public List<Chunk> targets(List<Chunk> labels) {
        var z = Inputs.doubles(labels);
        var out = new double[z.length][z[0].length];
        for (int i = 0; i < z[0].length; i++) {
            int y = index(z, i);
            for (int c = 0; y >= 0 && c < z.length; c++) {
                out[c][i] = target(c, y, z.length);
            }
        }
        return Arrays.stream(out).map(Chunk::of).toList();
    }

    @Override
    public boolean weighsTargets() {
        return true;
    }

    @Override
    public Chunk targetWeights(List<Chunk> labels) {
        var z = Inputs.doubles(labels);
        var out = new double[z[0].length];
        for (int i = 0; i < out.length; i++) {
            int y = index(z, i);
            out[i] = y < 0 ? 0 : classWeight.of(y);
        }
        return Chunk.of(out);
    }

    private double target(int cls, int y, int classes) {
        double own = cls == y ? (1 - labelSmoothing) * classWeight.of(y) : 0;
        return own + labelSmoothing / classes * classWeight.of(cls);
    }

    /// The class of a position, or −1 where it is ignored.
    private int index(double[][] z, int i) {
        int best = -1;
        double most = 0;
        for (int c = 0; c < z.length; c++) {
            if (z[c][i] > most) {
                most = z[c][i];
                best = c;
            }
        }
        return best == ignoreIndex ? -1 : best;
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

    @Override
    public DoubleUnaryOperator curve(CellContext cell) {
        return SOFTMAX.curve(onTargets(cell));
    }

    @Override
    public Explanation explain(CellContext cell, int digits) {
        return SOFTMAX.explain(onTargets(cell), digits);
    }
}
