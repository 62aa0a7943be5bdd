package lossloupe.compute;

import java.util.BitSet;
import java.util.function.IntFunction;
import lossloupe.tensor.Plane;

/// What a row of cells depends on: planes and rows of other cells, of which each of its cells sees the chunk or cell at
/// its own place, or other objects, which all its cells see.
final class Sources {
    private final Object[] objects;

    Sources(Object[] objects) {
        this.objects = objects;
    }

    int count() {
        return objects.length;
    }

    /// Whether all are the same objects.
    boolean areSame(Sources others) {
        return objects.length == others.objects.length && Cell.same(objects, 0, others.objects);
    }

    /// Which of the row's cells may see something else than with `others`, of which there are as many. An edit
    /// changes a few chunks of a plane, and to go through its spine takes a hundredth of asking each cell for its
    /// sources.
    ///
    /// @param cells how many the row has
    @SuppressWarnings("ReferenceEquality")
    BitSet changedSince(Sources others, int cells) {
        var changed = new BitSet(cells);
        for (int i = 0; i < objects.length; i++) {
            if (objects[i] != others.objects[i]) {
                mark(objects[i], others.objects[i], cells, changed);
            }
        }
        return changed;
    }

    private static void mark(Object now, Object before, int cells, BitSet changed) {
        if (now instanceof Plane a && before instanceof Plane b && a.chunkCount() == cells && b.chunkCount() == cells) {
            mark(a::chunk, b::chunk, cells, changed);
        } else if (now instanceof Row<?> a
                && before instanceof Row<?> b
                && a.cells().size() == cells
                && b.cells().size() == cells) {
            mark(a.cells()::get, b.cells()::get, cells, changed);
        } else {
            changed.set(0, cells);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static void mark(IntFunction<Object> now, IntFunction<Object> before, int cells, BitSet changed) {
        for (int k = 0; k < cells; k++) {
            if (now.apply(k) != before.apply(k)) {
                changed.set(k);
            }
        }
    }
}
