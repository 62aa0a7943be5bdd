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
    /// @param sources what a cell depends on: nothing but what [Sources] of the row show at its place
    /// @param formula computes a cell; the supplier holds on to the cell's sources and to nothing larger
    record Plan<T>(Extent extent, OfRow rowSources, OfCell<Object[]> sources, OfCell<Supplier<T>> formula) {}

    private final Extent extent;
    private final List<Row<T>> rows;
    private final List<Cell<T>> fresh;

    private Cells(Extent extent, List<Row<T>> rows, List<Cell<T>> fresh) {
        this.extent = extent;
        this.rows = rows;
        this.fresh = fresh;
    }

    /// Cells as planned, taking over from `formers`, of which one with a finished value is preferred.
    static <T> Cells<T> of(Plan<T> plan, List<Cells<T>> formers) {
        var extent = plan.extent;
        var rows = new ArrayList<Row<T>>(extent.examples * extent.rows);
        var fresh = new ArrayList<Cell<T>>();
        for (int e = 0; e < extent.examples; e++) {
            for (int row = 0; row < extent.rows; row++) {
                rows.add(row(plan, e, row, formers, fresh));
            }
        }
        return new Cells<>(extent, rows, fresh);
    }

    private static <T> Row<T> row(Plan<T> plan, int e, int row, List<Cells<T>> formers, List<Cell<T>> fresh) {
        var sources = new Sources(plan.rowSources.at(e, row));
        var old = new ArrayList<Row<T>>(formers.size());
        for (var former : formers) {
            var found = former.find(e, row);
            if (found != null) {
                old.add(found);
            }
        }
        // Only where there is one former: of several, a row may be finished in parts in each.
        var single = old.size() == 1 ? old.getFirst() : null;
        if (single != null && sources.areSame(single.sources())) {
            return single;
        }
        if (single != null
                && single.cells().size() == plan.extent.chunks
                && single.sources().count() == sources.count()) {
            return edited(plan, e, row, single, sources, fresh);
        }
        var cells = new ArrayList<Cell<T>>(plan.extent.chunks);
        var cellSources = new Object[plan.extent.chunks * plan.sources.at(e, row, 0).length];
        for (int k = 0; k < plan.extent.chunks; k++) {
            var wanted = plan.sources.at(e, row, k);
            System.arraycopy(wanted, 0, cellSources, k * wanted.length, wanted.length);
            var cell = taken(wanted, k, old);
            if (cell == null) {
                cell = new Cell<>(plan.formula.at(e, row, k));
                fresh.add(cell);
            }
            cells.add(cell);
        }
        return new Row<>(sources, cellSources, cells, single);
    }

    /// A row like `old`, but for the cells whose sources changed.
    private static <T> Row<T> edited(Plan<T> plan, int e, int row, Row<T> old, Sources sources, List<Cell<T>> fresh) {
        var cells = new ArrayList<>(old.cells());
        var cellSources = old.cellSources().clone();
        sources.changedSince(old.sources(), plan.extent.chunks).stream().forEach(k -> {
            var wanted = plan.sources.at(e, row, k);
            if (old.cellFrom(wanted, k) == null) {
                var cell = new Cell<>(plan.formula.at(e, row, k));
                fresh.add(cell);
                cells.set(k, cell);
                System.arraycopy(wanted, 0, cellSources, k * wanted.length, wanted.length);
            }
        });
        return new Row<>(sources, cellSources, cells, old);
    }

    private static <T> @Nullable Cell<T> taken(Object[] sources, int k, List<Row<T>> old) {
        Cell<T> best = null;
        for (var former : old) {
            if (best == null || !best.isDone()) {
                var candidate = former.cellFrom(sources, k);
                best = candidate == null ? best : candidate;
            }
        }
        return best;
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

    /// Cells that were not taken over.
    List<Cell<T>> fresh() {
        return fresh;
    }

    /// All cells, examples outermost.
    List<Cell<T>> all() {
        var all = new ArrayList<Cell<T>>(rows.size() * extent.chunks);
        rows.forEach(row -> all.addAll(row.cells()));
        return all;
    }
}
