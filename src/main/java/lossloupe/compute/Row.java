package lossloupe.compute;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The cells of one row, chunk by chunk, with what was added up over them. A row is taken over whole where its sources,
/// planes or rows of other cells, are the same: an edit leaves all rows but one alone.
final class Row<T> {
    private final Object[] sources;
    private final List<Cell<T>> cells;
    private volatile @Nullable Digest digest;

    Row(Object[] sources, List<Cell<T>> cells) {
        this.sources = sources;
        this.cells = cells;
    }

    List<Cell<T>> cells() {
        return cells;
    }

    Object[] sources() {
        return sources;
    }

    /// Digests of the cells, merged in the order of chunks; always asked with the same function.
    Digest digest(Function<T, Digest> of) {
        var known = digest;
        if (known == null) {
            known = Digest.EMPTY;
            for (var cell : cells) {
                known = known.plus(of.apply(cell.get()));
            }
            digest = known;
        }
        return known;
    }
}
