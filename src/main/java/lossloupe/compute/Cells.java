package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cells by example, row (a class, or 0 where classes are taken together) and chunk of positions.
final class Cells<T> {
    /// Makes the cell of a place with its sources; it is dropped if a former cell has the same.
    interface Maker<T> {
        Cell<T> at(int example, int row, int chunk);
    }

    /// How many cells there are along each axis.
    record Extent(int examples, int rows, int chunks) {}

    private final Extent extent;
    private final List<Cell<T>> cells;

    private Cells(Extent extent, List<Cell<T>> cells) {
        this.extent = extent;
        this.cells = cells;
    }

    /// Cells as `maker` makes them, taking over from `formers`, of which the first with a finished value is preferred.
    static <T> Cells<T> of(Extent extent, Maker<T> maker, List<Cells<T>> formers) {
        var cells = new ArrayList<Cell<T>>(extent.examples * extent.rows * extent.chunks);
        for (int e = 0; e < extent.examples; e++) {
            for (int row = 0; row < extent.rows; row++) {
                for (int k = 0; k < extent.chunks; k++) {
                    cells.add(taken(maker.at(e, row, k), formers, e, row, k));
                }
            }
        }
        return new Cells<>(extent, cells);
    }

    private static <T> Cell<T> taken(Cell<T> fresh, List<Cells<T>> formers, int e, int row, int k) {
        var best = fresh;
        for (var former : formers) {
            var old = former.find(e, row, k);
            if (old != null && !best.isDone() && old.hasSourcesOf(fresh)) {
                best = old;
            }
        }
        return best;
    }

    private @Nullable Cell<T> find(int e, int row, int k) {
        boolean inside = e < extent.examples && row < extent.rows && k < extent.chunks;
        return inside ? at(e, row, k) : null;
    }

    Extent extent() {
        return extent;
    }

    Cell<T> at(int example, int row, int chunk) {
        return cells.get((example * extent.rows + row) * extent.chunks + chunk);
    }

    T get(int example, int row, int chunk) {
        return at(example, row, chunk).get();
    }

    /// All cells, examples outermost.
    List<Cell<T>> all() {
        return cells;
    }
}
