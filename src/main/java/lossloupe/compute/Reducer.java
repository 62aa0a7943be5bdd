package lossloupe.compute;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lossloupe.kernel.Sum;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.Weights;
import lossloupe.tensor.DType;

/// Reduces the output of a loss, or its floors. Without weights it adds up the sums that chunks already have.
final class Reducer {
    private final Elements elements;
    private final DType dtype;
    private final Weights weights;
    private final Demand<Sum> floatSums;
    private final Cell<RowSums> sums;
    private final Map<Reduction, Double> known = new ConcurrentHashMap<>();

    Reducer(Elements elements, Supplier<Cells<Part>> parts, DType dtype, Weights weights, List<Reducer> formers) {
        this.elements = elements;
        this.dtype = dtype;
        this.weights = weights;
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

    /// The value of a scalar reduction; NaN for one that returns an array.
    double reduced(Reduction reduction) {
        return known.computeIfAbsent(reduction, this::compute);
    }

    private double compute(Reduction reduction) {
        if (!reduction.isScalar()) {
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
        double sum = sums().total().value();
        var output = elements.output();
        return reduction.isOfKeras() ? sum * output.count(output.kerasAxes()) / output.count() : sum;
    }

    private double weightedSum(Reduction reduction) {
        if (!reduction.isOfKeras()) {
            return elements.weightedSum(reduction, weights);
        }
        var sum = new CompensatedArray(1);
        for (double v : elements.array(Reduction.KERAS_NONE, weights)) {
            sum.add(0, v);
        }
        return sum.values()[0];
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
