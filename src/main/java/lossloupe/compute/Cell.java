package lossloupe.compute;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed at most once, from objects that the [Row] of the cell names. Two cells of one kind with the
/// same sources have the same value: that is all there is to incremental computation here.
final class Cell<T> {
    private @Nullable Supplier<T> formula;
    private volatile @Nullable T value;

    /// A cell still to be computed.
    ///
    /// @param formula must read nothing but the cell's sources, and must not hold on to anything larger
    Cell(Supplier<T> formula) {
        this.formula = formula;
    }

    /// The value, computed by the first who asks, from whichever thread.
    T get() {
        T known = value;
        return known != null ? known : compute();
    }

    boolean isDone() {
        return value != null;
    }

    /// Whether `wanted` are the objects of `some` from `at` on. Identity is meant, not equality: the same object
    /// cannot have changed, and comparing costs nothing.
    @SuppressWarnings("ReferenceEquality")
    static boolean same(Object[] some, int at, Object[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (some[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private synchronized T compute() {
        T known = value;
        var open = formula;
        if (known == null && open != null) {
            known = open.get();
            value = known;
            formula = null;
        }
        if (known == null) {
            throw new IllegalStateException("a cell without value and formula");
        }
        return known;
    }
}
