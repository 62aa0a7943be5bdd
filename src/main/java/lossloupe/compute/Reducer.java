package lossloupe.compute;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lossloupe.kernel.Sum;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;
import lossloupe.tensor.DType;

/// Reduces the output of a loss, or its floors. Without weights it adds up the sums that chunks already have.
final class Reducer {
    private final Elements elements;
    private final DType dtype;
    private final Weights weights;
    private final WeightedSums weighted;
    private final WeightedSums kerasWeighted;
    private final Demand<Sum> floatSums;
    private final Cell<RowSums> sums;
    private final Map<Reduction, Double> known = new ConcurrentHashMap<>();

    Reducer(Elements elements, Supplier<Cells<Part>> parts, DType dtype, Weights weights, List<Reducer> formers) {
        this.elements = elements;
        this.dtype = dtype;
        this.weights = weights;
        var output = elements.output();
        this.weighted = new WeightedSums(
                parts,
                () -> weights.over(output, output.axes()),
                formers.stream().map(f -> f.weighted).toList());
        // An array is read from the right, and what Keras multiplies lacks the last axis.
        this.kerasWeighted = weights instanceof WeightGrid
                ? weighted
                : new WeightedSums(parts, () -> weights.over(output, output.kerasAxes()), List.of());
        this.sums = new Cell<>(() -> RowSums.of(parts.get(), Part::digest));
        this.floatSums = new Demand<>(
                old -> floatSums(parts.get(), old),
                formers.stream().map(f -> f.floatSums).toList());
    }

    private static Cells<Sum> floatSums(Cells<Part> parts, List<Cells<Sum>> old) {
        var plan = new Cells.Plan<Sum>(
                parts.extent(),
                (e, row) -> new Object[] {parts.row(e, row)},
                (e, row, k) -> new Object[] {parts.at(e, row, k)},
                (e, row, k) -> asFloat(parts.at(e, row, k)));
        return Cells.of(plan, old);
    }

    private static Supplier<Sum> asFloat(Cell<Part> part) {
        return () -> part.get().sumAsFloat();
    }

    /// Sums without weights.
    RowSums sums() {
        return sums.get();
    }

    /// The value of a scalar reduction; NaN for one that returns an array, or that the weights do not go with.
    double reduced(Reduction reduction) {
        return known.computeIfAbsent(reduction, this::compute);
    }

    private double compute(Reduction reduction) {
        if (!reduction.isScalar() || !fits(reduction)) {
            return Double.NaN;
        }
        var divisor = reduction.divisor(elements.output(), weights);
        double sum = weights.isNone() ? sum(reduction) : weightedSum(reduction);
        return rounded(reduction.apply(sum, divisor));
    }

    private double sum(Reduction reduction) {
        if (reduction.isThroughFloat32()) {
            return RowSums.of(floatSums.cells(), Digest::ofSum).total().value();
        }
        return ofKeras(reduction, sums().total().value());
    }

    /// Keras has taken means over the last axis before it adds up.
    private double ofKeras(Reduction reduction, double sum) {
        var output = elements.output();
        return reduction.isOfKeras() ? sum * output.count(output.kerasAxes()) / output.count() : sum;
    }

    /// A document's weights may go with the loss and not with what Keras makes of it; an array that does not fit is
    /// an error of whoever gave it.
    private boolean fits(Reduction reduction) {
        return !(weights instanceof WeightGrid)
                || weights.fits(elements.output(), reduction.weightedAxes(elements.output()));
    }

    private double weightedSum(Reduction reduction) {
        if (reduction.isThroughFloat32()) {
            return weighted.totalAsFloat();
        }
        // Weights of Keras do not differ along the axis that is gone: they are the same factors before the mean.
        return reduction.isOfKeras() ? ofKeras(reduction, kerasWeighted.total()) : weighted.total();
    }

    /// The result of a reduction that returns an array, in memory order; one element for a scalar.
    double[] array(Reduction reduction) {
        if (reduction.isScalar()) {
            return new double[] {reduced(reduction)};
        }
        var result = elements.array(reduction, weights);
        for (int i = 0; i < result.length; i++) {
            result[i] = rounded(result[i]);
        }
        return result;
    }

    /// A document in float32 gets float32 numbers, whatever precision the sum was kept in.
    double rounded(double value) {
        return dtype == DType.FLOAT32 ? (float) value : value;
    }
}
