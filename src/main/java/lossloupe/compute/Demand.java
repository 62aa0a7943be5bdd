package lossloupe.compute;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Cells that are made when somebody first asks. They take over from the result before only if that one had been asked:
/// so what nobody looks at any more is forgotten after one edit, and no result keeps all its forerunners alive.
final class Demand<T> {
    private @Nullable Function<List<Cells<T>>, Cells<T>> maker;
    private List<Cells<T>> formers;
    private volatile @Nullable Cells<T> cells;

    Demand(Function<List<Cells<T>>, Cells<T>> maker, List<Demand<T>> formers) {
        this.maker = maker;
        this.formers = formers.stream().flatMap(d -> d.made().stream()).toList();
    }

    Cells<T> cells() {
        var known = cells;
        return known != null ? known : make();
    }

    private List<Cells<T>> made() {
        var known = cells;
        return known == null ? List.of() : List.of(known);
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
