package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// Means of terms over classes, position by position.
final class PositionMeans {
    private static final double[] NO_DOUBLES = {};

    private PositionMeans() {}

    static Cells<Part> of(Rows rows, Cells<Part> terms, List<Cells<Part>> formers) {
        var dtype = rows.dtype();
        var plan = new Cells.Plan<Part>(
                rows.acrossClasses(),
                (e, row) -> rows.eachClass(c -> terms.row(e, c)),
                (e, row, k) -> rows.eachClass(c -> terms.at(e, c, k)),
                (e, row, k) -> means(dtype, rows.listOfClasses(c -> terms.at(e, c, k))));
        return Cells.of(plan, formers);
    }

    private static Supplier<Part> means(DType dtype, List<Cell<Part>> terms) {
        return () -> Part.of(mean(terms).as(dtype));
    }

    private static Chunk mean(List<Cell<Part>> terms) {
        int n = terms.getFirst().get().values().length();
        var mean = new double[n];
        for (var term : terms) {
            var chunk = term.get().values();
            var values = chunk.asDoubles(chunk.dtype() == DType.FLOAT64 ? NO_DOUBLES : new double[n]);
            for (int i = 0; i < n; i++) {
                mean[i] += values[i];
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] /= terms.size();
        }
        return Chunk.of(mean);
    }
}
