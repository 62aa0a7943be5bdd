package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Cells by example, row (a class, or 0 where classes are taken together) and chunk of positions.
final class Cells<T> {
    /// How many cells there are along each axis.
    record Extent(int examples, int rows, int chunks) {}

    /// Something for each row.
    interface OfRow {
        Object[] at(int example, int row);
    }

    /// Something for each cell.
    interface OfCell<R> {
        R at(int example, int row, int chunk);
    }

    /// How cells are made.
    ///
    /// @param rowSources what a whole row depends on: where these are the same objects, so are those of every cell
    /// @param sources what a cell depends on
    /// @param formula computes a cell; the supplier holds on to the cell's sources and to nothing larger
    record Plan<T>(Extent extent, OfRow rowSources, OfCell<Object[]> sources, OfCell<Supplier<T>> formula) {}

    private final Extent extent;
    private final List<Row<T>> rows;

    private Cells(Extent extent, List<Row<T>> rows) {
        this.extent = extent;
        this.rows = rows;
    }

    /// Cells as planned, taking over from `formers`, of which one with a finished value is preferred.
    static <T> Cells<T> of(Plan<T> plan, List<Cells<T>> formers) {
        var extent = plan.extent;
        var rows = new ArrayList<Row<T>>(extent.examples * extent.rows);
        for (int e = 0; e < extent.examples; e++) {
            for (int row = 0; row < extent.rows; row++) {
                rows.add(row(plan, e, row, formers));
            }
        }
        return new Cells<>(extent, rows);
    }

    private static <T> Row<T> row(Plan<T> plan, int e, int row, List<Cells<T>> formers) {
        var sources = plan.rowSources.at(e, row);
        var old = new ArrayList<Row<T>>(formers.size());
        for (var former : formers) {
            var found = former.find(e, row);
            if (found != null) {
                old.add(found);
            }
        }
        // Only where there is one former: of several, a row may be finished in parts in each.
        if (old.size() == 1 && Cell.same(old.getFirst().sources(), sources)) {
            return old.getFirst();
        }
        var cells = new ArrayList<Cell<T>>(plan.extent.chunks);
        for (int k = 0; k < plan.extent.chunks; k++) {
            cells.add(cell(plan, e, row, k, old));
        }
        return new Row<>(sources, cells);
    }

    private static <T> Cell<T> cell(Plan<T> plan, int e, int row, int k, List<Row<T>> old) {
        var sources = plan.sources.at(e, row, k);
        Cell<T> best = null;
        for (var former : old) {
            var candidate = k < former.cells().size() ? former.cells().get(k) : null;
            if (candidate != null && (best == null || !best.isDone()) && candidate.isFrom(sources)) {
                best = candidate;
            }
        }
        return best != null ? best : new Cell<>(plan.formula.at(e, row, k), sources);
    }

    private @Nullable Row<T> find(int e, int row) {
        return e < extent.examples && row < extent.rows ? row(e, row) : null;
    }

    Extent extent() {
        return extent;
    }

    Row<T> row(int example, int row) {
        return rows.get(example * extent.rows + row);
    }

    Cell<T> at(int example, int row, int chunk) {
        return row(example, row).cells().get(chunk);
    }

    T get(int example, int row, int chunk) {
        return at(example, row, chunk).get();
    }

    /// All rows, examples outermost.
    List<Row<T>> rows() {
        return rows;
    }

    /// All cells, examples outermost.
    List<Cell<T>> all() {
        var all = new ArrayList<Cell<T>>(rows.size() * extent.chunks);
        rows.forEach(row -> all.addAll(row.cells()));
        return all;
    }
}
