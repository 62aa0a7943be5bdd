package lossloupe.compute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lossloupe.loss.CellContext;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.Loss;
import lossloupe.loss.LossInfo;
import lossloupe.reduce.Divisor;
import lossloupe.reduce.Output;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Axis;
import org.jspecify.annotations.Nullable;

/// One loss over one document. Values and sums are there once the engine has returned it; gradients, probabilities and
/// floors are computed chunk by chunk when they are asked for.
public final class LossResult implements Output {
    private final Rows rows;
    private final Weights weights;
    private final Computation computation;
    private final Computed computed;
    private final Field terms;
    private final Field output;
    private final Field floors;
    private final Field gradient;
    private final ReturnedGradient returnedGradient;
    private final Field probabilities;
    private final Field perPosition;
    private final Demand<Part> positionMeans;
    private final Reducer reducer;
    private final Reducer leastLosses;
    private final Floors reducedFloors;
    private final Cell<RowSums> termSums;
    private final Cell<Long> nonFiniteOutput;
    private final Cell<Double> targetWeight = new Cell<>(this::sumOfTargetWeights);

    LossResult(Loss loss, Rows rows, Weights weights, List<LossResult> formers) {
        this.rows = rows;
        this.computation = Computation.of(
                loss, rows, formers.stream().map(f -> f.computation).toList());
        this.computed = computation.computed();
        this.weights = weights instanceof WeightGrid && !weights.fits(this, axes()) ? Weights.NONE : weights;
        var dtype = computed.dtype();
        var returned = rows.shape().without(loss.dropped());
        this.terms = ChunkField.ofParts(rows.shape(), dtype, computed::terms);
        this.output = loss.dropped().isEmpty() ? terms : ChunkField.ofParts(returned, dtype, computed::output);
        this.floors =
                ChunkField.ofParts(returned, dtype, () -> computed.floors().cells());
        this.gradient = new ChunkField(rows.shape(), dtype, computed.gradient());
        this.returnedGradient = new ReturnedGradient(
                loss, gradient, new ChunkField(rows.shape(), dtype, computed.returnedGradient()), rows.labels());
        this.probabilities = new ChunkField(rows.shape(), dtype, computed.probabilities());
        this.positionMeans = new Demand<>(
                old -> PositionMeans.of(rows, computed.terms(), old),
                formers.stream().map(f -> f.positionMeans).toList());
        this.perPosition = dropped() == Axis.CLASS
                ? output
                : ChunkField.ofParts(rows.shape().without(Set.of(Axis.CLASS)), dtype, positionMeans::cells);
        this.reducer = new Reducer(
                new Elements(this, output),
                computed::output,
                dtype,
                this.weights,
                formers.stream().map(f -> f.reducer).toList());
        this.leastLosses = new Reducer(
                new Elements(this, floors),
                () -> computed.floors().cells(),
                dtype,
                this.weights,
                formers.stream().map(f -> f.leastLosses).toList());
        this.reducedFloors = new Floors(this, leastLosses);
        this.termSums = new Cell<>(() -> RowSums.of(computed.terms(), Part::digest));
        this.nonFiniteOutput = new Cell<>(() -> NonFinite.count(output));
    }

    Computation computation() {
        return computation;
    }

    public Loss loss() {
        return computed.loss();
    }

    public LossInfo info() {
        return loss().info();
    }

    /// Parameters that differ from their defaults.
    public Map<String, String> params() {
        return loss().params();
    }

    /// What each cell contributes: its loss, or its share of the loss of its fibre.
    public Field terms() {
        return terms;
    }

    /// What the loss returns where it drops one axis; null where it returns one value per cell or per region.
    public @Nullable FibreResult fibres() {
        var axis = dropped();
        return axis == null ? null : new FibreResult(axis, output);
    }

    /// Sigmoid or softmax of the logits, over the axis that the loss uses.
    public Field probabilities() {
        return probabilities;
    }

    /// Derivative of the *sum* of what the loss returns, without weights; [#gradientScale] leads to other
    /// reductions.
    public Field gradient() {
        return gradient;
    }

    /// What TensorFlow's op returns in place of [#gradient].
    public ReturnedGradient returnedGradient() {
        return returnedGradient;
    }

    @Override
    public double targetWeight() {
        return targetWeight.get();
    }

    @Override
    public boolean weighsTargets() {
        return loss() instanceof GroupedLoss grouped && grouped.weighsTargets();
    }

    private double sumOfTargetWeights() {
        var weights = computation.targetWeights();
        return weights == null
                ? count()
                : RowSums.of(weights, Part::digest).total().value();
    }

    /// Whether a reduction makes sense for what the loss returns and goes with the weights.
    public boolean takes(Reduction reduction) {
        return reduction.appliesTo(this) && weights.fits(this, reduction.weightedAxes(this));
    }

    /// The factors on what the loss returns; none where the document's vary along an axis that the loss drops, as a
    /// framework would refuse them.
    public Weights weights() {
        return weights;
    }

    /// The factor on a cell's loss.
    public double weight(int example, int cls, int position) {
        return weights.isNone() ? 1 : weights.over(this, axes()).at(example, cls, position);
    }

    /// Derivative of a reduction divided by that of the sum, where there are no weights.
    public double gradientScale(Reduction reduction) {
        return reduction.gradientScale(this, weights);
    }

    /// Derivative of a reduction by one logit, weights included; NaN where the reduction does not go with them.
    public double gradientOf(Reduction reduction, int example, int cls, int position) {
        return gradientOf(gradient, reduction, example, cls, position);
    }

    /// The same by another gradient of the sum, as [#returnedGradient] has one.
    public double gradientOf(Field ofSum, Reduction reduction, int example, int cls, int position) {
        var axes = reduction.weightedAxes(this);
        double derivative = weights.isNone()
                ? ofSum.get(example, cls, position)
                : weights.fits(this, axes)
                        ? computation.weighted(ofSum, weights.over(this, axes), example, cls, position)
                        : Double.NaN;
        return derivative * gradientScale(reduction);
    }

    @Override
    public List<Axis> axes() {
        return rows.document().layout().axes().stream()
                .filter(a -> !loss().dropped().contains(a))
                .toList();
    }

    @Override
    public int size(Axis axis) {
        return rows.shape().size(axis);
    }

    /// Sizes of what the loss returns, in memory order.
    public int[] elementwiseShape() {
        return axes().stream().mapToInt(this::size).toArray();
    }

    /// The value of a scalar reduction; NaN for one that returns an array.
    public double reduced(Reduction reduction) {
        return reducer.reduced(reduction);
    }

    /// The result of a reduction in memory order, one element for a scalar. Slow: it visits every element.
    public double[] reducedArray(Reduction reduction) {
        return reducer.array(reduction);
    }

    /// Sizes of [#reducedArray]; none for a scalar.
    public int[] reducedShape(Reduction reduction) {
        return reduction.axesLeft(this).stream().mapToInt(this::size).toArray();
    }

    /// What a reduction divides by.
    public Divisor divisor(Reduction reduction) {
        return reduction.divisor(this, weights);
    }

    /// The irreducible part of a reduction: its value if every cell or fibre had the least loss its labels allow.
    /// −infinity where it can be made as small as one likes, NaN where the least value is not known.
    public double floor(Reduction reduction) {
        return reducedFloors.of(reduction);
    }

    /// Whether negative weights make a reduction smaller where a cell gets worse.
    public boolean rewardsErrors(Reduction reduction) {
        return reducedFloors.rewards(reduction);
    }

    /// What the loss returns, in the shape of its values.
    Field output() {
        return output;
    }

    /// The least loss of each cell, or of each fibre where the loss drops an axis (in the shape of its values).
    public Field floors() {
        return floors;
    }

    /// Sum of the terms of each class over examples and positions.
    public double[] perClassSum() {
        return perClass(1);
    }

    /// Mean of the terms of each class over examples and positions.
    public double[] perClassMean() {
        return perClass((double) rows.shape().batch() * rows.shape().length());
    }

    private double[] perClass(double count) {
        var sums = termSums.get();
        return IntStream.range(0, sums.rowCount())
                .mapToDouble(c -> reducer.rounded(sums.row(c).value() / count))
                .toArray();
    }

    /// What a class has of the loss: the mean of its terms, or of a loss of regions the sum of its cells' shares.
    public double[] perClass() {
        return loss().isOfRegions() ? perClassSum() : perClassMean();
    }

    /// Mean of what the loss returns for each example; one number where examples are taken together.
    public double[] perExampleMean() {
        var sums = reducer.sums();
        double count = (double) count() / sums.exampleCount();
        return IntStream.range(0, sums.exampleCount())
                .mapToDouble(e -> reducer.rounded(sums.example(e).value() / count))
                .toArray();
    }

    /// One row per example: the loss of each position where the op drops classes, else the mean of the terms over
    /// classes.
    public Field perPosition() {
        return perPosition;
    }

    public NonFinite nonFinite() {
        return new NonFinite(rows.nonFiniteLabels(), rows.nonFiniteLogits(), nonFiniteOutput.get());
    }

    /// A cell with its fibre, for this loss' explanations and curves. Along positions that is the whole row.
    public CellContext cell(int example, int cls, int position) {
        var document = rows.document().example(example);
        if (dropped() == Axis.POSITION) {
            double[] x = document.logits().get(cls).toDoubles();
            double[] z = document.labels().get(cls).toDoubles();
            return new CellContext(x, z, position, computed.dtype());
        }
        double[] x =
                document.logits().stream().mapToDouble(p -> p.get(position)).toArray();
        double[] z =
                document.labels().stream().mapToDouble(p -> p.get(position)).toArray();
        var cell = new CellContext(x, z, cls, computed.dtype());
        return switch (computation) {
            case Regions regions -> cell.in(regions.context(cell, example));
            case Ranked ranked -> ranked.in(cell, example, cls, position);
            default -> cell;
        };
    }

    private @Nullable Axis dropped() {
        return loss() instanceof GroupedLoss grouped ? grouped.axis() : null;
    }
}
