package lossloupe.compute;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The cells of one row, chunk by chunk, with what was added up over them. A row is taken over whole where its sources,
/// planes or rows of other cells, are the same: an edit leaves most rows alone. In a row that changed, sources and
/// digests lie side by side in arrays, so that finding what stayed touches no cell.
final class Row<T> {
    private static final int NUMBERS = 4;

    private final Sources sources;
    private final Object[] cellSources;
    private final List<Cell<T>> cells;
    private volatile @Nullable Digests digests;
    private @Nullable Former former;

    /// Digests of the cells as numbers, and the whole.
    private record Digests(Chunked each, Digest whole) {}

    /// The numbers of one cell after the other.
    private static final class Chunked {
        private final double[] numbers;
        private final boolean[] nan;

        private Chunked(int cells) {
            numbers = new double[NUMBERS * cells];
            nan = new boolean[cells];
        }
    }

    /// What a row that it was made from knew of its cells.
    private record Former(List<? extends Cell<?>> cells, Chunked digests) {}

    /// A row of cells.
    ///
    /// @param sources of the whole row
    /// @param cellSources of each cell, one after the other
    /// @param old the row that cells were taken over from, if one
    Row(Sources sources, Object[] cellSources, List<Cell<T>> cells, @Nullable Row<T> old) {
        this.sources = sources;
        this.cellSources = cellSources;
        this.cells = cells;
        var known = old == null ? null : old.digests;
        this.former = old == null || known == null ? null : new Former(old.cells, known.each);
    }

    List<Cell<T>> cells() {
        return cells;
    }

    Sources sources() {
        return sources;
    }

    /// The cell at `k` if these are its sources.
    @Nullable
    Cell<T> cellFrom(Object[] wanted, int k) {
        int width = cellSources.length / cells.size();
        boolean is = k < cells.size() && width == wanted.length && Cell.same(cellSources, k * width, wanted);
        return is ? cells.get(k) : null;
    }

    /// What each cell depends on, one after the other. Not to be written to.
    Object[] cellSources() {
        return cellSources;
    }

    /// Digests of the cells, merged in the order of chunks; always asked with the same function.
    Digest digest(Function<T, Digest> of) {
        var known = digests;
        return known != null ? known.whole : digested(of);
    }

    private synchronized Digest digested(Function<T, Digest> of) {
        var each = new Chunked(cells.size());
        var whole = Digest.EMPTY;
        for (int k = 0; k < cells.size(); k++) {
            whole = whole.plus(digest(of, k, each));
        }
        digests = new Digests(each, whole);
        former = null;
        return whole;
    }

    @SuppressWarnings("ReferenceEquality")
    private Digest digest(Function<T, Digest> of, int k, Chunked each) {
        var from = former;
        boolean stayed = from != null && k < from.cells.size() && from.cells.get(k) == cells.get(k);
        if (stayed && from != null) {
            System.arraycopy(from.digests.numbers, NUMBERS * k, each.numbers, NUMBERS * k, NUMBERS);
            each.nan[k] = from.digests.nan[k];
        } else {
            var digest = of.apply(cells.get(k).get());
            each.numbers[NUMBERS * k] = digest.sum().high();
            each.numbers[NUMBERS * k + 1] = digest.sum().low();
            each.numbers[NUMBERS * k + 2] = digest.min();
            each.numbers[NUMBERS * k + 3] = digest.max();
            each.nan[k] = digest.hasNaN();
        }
        return Digest.of(each.numbers, NUMBERS * k, each.nan[k]);
    }
}
