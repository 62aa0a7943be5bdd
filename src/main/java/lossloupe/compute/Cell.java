package lossloupe.compute;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed at most once, together with the objects it is computed from. Two cells of one kind with the
/// same sources have the same value: that is all there is to incremental computation here.
final class Cell<T> {
    private final Object[] sources;
    private @Nullable Supplier<T> formula;
    private volatile @Nullable T value;

    /// @param formula must read nothing but the sources, and must not hold on to anything larger
    Cell(Supplier<T> formula, Object... sources) {
        this.formula = formula;
        this.sources = sources;
    }

    /// The value, computed by the first who asks, from whichever thread.
    T get() {
        T known = value;
        return known != null ? known : compute();
    }

    boolean isDone() {
        return value != null;
    }

    boolean isFrom(Object[] others) {
        return same(sources, others);
    }

    /// Identity is meant, not equality: the same object cannot have changed, and comparing costs nothing.
    @SuppressWarnings("ReferenceEquality")
    static boolean same(Object[] some, Object[] others) {
        if (some.length != others.length) {
            return false;
        }
        for (int i = 0; i < some.length; i++) {
            if (some[i] != others[i]) {
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
