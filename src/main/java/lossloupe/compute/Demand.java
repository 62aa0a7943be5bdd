package lossloupe.compute;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Cells that are made when somebody first asks. They take over from the last result that had been asked, over some
/// that were not: during a drag not every result comes to be seen. What nobody looks at any more is forgotten after so
/// many edits, and no result keeps all its forerunners alive.
final class Demand<T> {
    /// How many results in a row may go unasked.
    static final int PATIENCE = 16;

    private @Nullable Function<List<Cells<T>>, Cells<T>> maker;
    private List<Cells<T>> formers;
    private final int unasked;
    private volatile @Nullable Cells<T> cells;

    /// What a result leaves to the next: its cells, or those it would have taken over from.
    private record Legacy<T>(List<Cells<T>> cells, int unasked) {}

    Demand(Function<List<Cells<T>>, Cells<T>> maker, List<Demand<T>> formers) {
        var left = formers.stream().map(Demand::legacy).toList();
        this.maker = maker;
        this.formers = left.stream().flatMap(l -> l.cells.stream()).distinct().toList();
        this.unasked = left.stream().mapToInt(l -> l.unasked).min().orElse(0);
    }

    Cells<T> cells() {
        var known = cells;
        return known != null ? known : make();
    }

    /// The cells if somebody has asked for them.
    @Nullable
    Cells<T> made() {
        return cells;
    }

    private synchronized Legacy<T> legacy() {
        var known = cells;
        if (known != null) {
            return new Legacy<>(List.of(known), 0);
        }
        return new Legacy<>(unasked < PATIENCE ? formers : List.of(), unasked + 1);
    }

    private synchronized Cells<T> make() {
        var known = cells;
        var open = maker;
        if (known == null && open != null) {
            known = open.apply(formers);
            cells = known;
            maker = null;
            formers = List.of();
        }
        if (known == null) {
            throw new IllegalStateException("a demand without cells and maker");
        }
        return known;
    }
}
