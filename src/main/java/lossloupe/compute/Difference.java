package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// Terms of one loss minus those of another.
final class Difference {
    private static final double[] NO_DOUBLES = {};

    private Difference() {}

    static Demand<Chunk> demand(Rows rows, LossResult a, LossResult b, List<Demand<Chunk>> formers) {
        var left = a.computation().computed().terms();
        var right = b.computation().computed().terms();
        var dtype = rows.dtype();
        var plan = new Cells.Plan<Chunk>(
                rows.byClass(),
                (e, c) -> new Object[] {left.row(e, c), right.row(e, c)},
                (e, c, k) -> new Object[] {left.at(e, c, k), right.at(e, c, k)},
                (e, c, k) -> difference(left.at(e, c, k), right.at(e, c, k), dtype));
        return new Demand<>(old -> Cells.of(plan, old), formers);
    }

    private static Supplier<Chunk> difference(Cell<Part> a, Cell<Part> b, DType dtype) {
        return () -> minus(a.get().values(), b.get().values()).as(dtype);
    }

    private static Chunk minus(Chunk a, Chunk b) {
        int n = a.length();
        var x = a.asDoubles(scratch(a));
        var y = b.asDoubles(scratch(b));
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = x[i] - y[i];
        }
        return Chunk.of(out);
    }

    private static double[] scratch(Chunk chunk) {
        return chunk.dtype() == DType.FLOAT64 ? NO_DOUBLES : new double[chunk.length()];
    }
}
