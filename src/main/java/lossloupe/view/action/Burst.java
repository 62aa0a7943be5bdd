package lossloupe.view.action;

import java.util.function.LongSupplier;
import lossloupe.app.DocumentStore;
import org.jspecify.annotations.Nullable;

/// Makes one undo step of a key that is pressed again and again: presses on the same target within 600 ms of each other
/// share a stroke.
final class Burst {
    private static final long PAUSE_NANOS = 600_000_000L;

    private final DocumentStore store;
    private final LongSupplier nanos;
    private @Nullable Object target;
    private long last;
    private long stroke;

    Burst(DocumentStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    /// The stroke that an edit of `newTarget` belongs to, now.
    long stroke(Object newTarget) {
        long now = nanos.getAsLong();
        if (!newTarget.equals(target) || now - last > PAUSE_NANOS) {
            stroke = store.newStroke();
        }
        target = newTarget;
        last = now;
        return stroke;
    }
}
