package lossloupe.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The door back to the FX thread, and the only class that may call `Platform.runLater`: a newer value takes the place
/// of one that has not been shown, and at most one call waits in the toolkit's queue.
public final class FxThread<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private final Consumer<T> show;

    public FxThread(Consumer<T> show) {
        this.show = show;
    }

    /// Shows `value` on the FX thread, soon, unless a newer one comes first.
    public void show(T value) {
        if (slot.getAndSet(value) == null) {
            Platform.runLater(this::drain);
        }
    }

    /// Runs a task on the FX thread, soon.
    public static void run(Runnable task) {
        Platform.runLater(task);
    }

    private void drain() {
        var value = slot.getAndSet(null);
        if (value != null) {
            show.accept(value);
        }
    }
}
