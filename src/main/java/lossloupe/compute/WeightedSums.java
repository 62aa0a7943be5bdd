package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
import lossloupe.kernel.Kernels;
import lossloupe.kernel.Sum;
import lossloupe.reduce.Broadcast;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Plane;

/// Sums of loss times weight, chunk by chunk: an edit of either costs the chunks it touches. Added up in the one stated
/// order.
final class WeightedSums {
    private static final Kernels KERNELS = Kernels.lookup();

    private final Supplier<Cells<Part>> parts;
    private final Cell<Broadcast> factors;
    private final Demand<Sum> exact;
    private final Demand<Sum> asFloat;

    /// @param parts the output of a loss
    /// @param factors asked only where the weights fit the output
    WeightedSums(Supplier<Cells<Part>> parts, Supplier<Broadcast> factors, List<WeightedSums> formers) {
        this.parts = parts;
        this.factors = new Cell<>(factors);
        this.exact = new Demand<>(
                old -> cells(WeightedSums::exact, old),
                formers.stream().map(f -> f.exact).toList());
        this.asFloat = new Demand<>(
                old -> cells(WeightedSums::asFloat, old),
                formers.stream().map(f -> f.asFloat).toList());
    }

    double total() {
        return RowSums.of(exact.cells(), Digest::ofSum).total().value();
    }

    /// With values, weights and products rounded to float32, as `tf.losses` casts them.
    double totalAsFloat() {
        return RowSums.of(asFloat.cells(), Digest::ofSum).total().value();
    }

    private interface Product {
        double[] of(Chunk values, Chunk factors);
    }

    private Cells<Sum> cells(Product product, List<Cells<Sum>> old) {
        var values = parts.get();
        var weights = factors.get();
        var plan = new Cells.Plan<Sum>(
                values.extent(),
                (e, row) -> new Object[] {values.row(e, row), weights.row(e, row)},
                (e, row, k) -> new Object[] {values.at(e, row, k), chunk(weights.row(e, row), k)},
                (e, row, k) -> sum(product, values.at(e, row, k), chunk(weights.row(e, row), k)));
        return Cells.of(plan, old);
    }

    private static Supplier<Sum> sum(Product product, Cell<Part> part, Chunk factors) {
        return () -> {
            var products = product.of(part.get().values(), factors);
            return KERNELS.sum(products, 0, products.length);
        };
    }

    /// One factor for a whole row stands in its first chunk.
    private static Chunk chunk(Plane row, int k) {
        return row.chunk(Math.min(k, row.chunkCount() - 1));
    }

    private static double[] exact(Chunk values, Chunk factors) {
        var products = new double[values.length()];
        for (int i = 0; i < products.length; i++) {
            products[i] = values.get(i) * factor(factors, i);
        }
        return products;
    }

    private static double[] asFloat(Chunk values, Chunk factors) {
        var products = new double[values.length()];
        for (int i = 0; i < products.length; i++) {
            products[i] = (float) values.get(i) * (float) factor(factors, i);
        }
        return products;
    }

    private static double factor(Chunk factors, int i) {
        return factors.get(factors.length() == 1 ? 0 : i);
    }
}
