package lossloupe.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Long work beside the window: reading and writing files. One at a time; the window shows what runs, how far it is,
/// and a button that cancels it.
public final class Jobs {
    /// What a job may say while it runs.
    public interface Progress {
        /// A fraction from 0 to 1.
        void at(double fraction);

        /// Throws [CancellationException] once a person has cancelled.
        void check();
    }

    /// Work that may fail.
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// A job as the window shows it. `titleKey` is a key of the bundles; `fraction` is negative while unknown.
    public record Running(String titleKey, String subject, double fraction, Runnable cancel) {}

    private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();

    public ReadOnlyObjectProperty<@Nullable Running> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Runs `work` on a thread of its own, then `done` or `failed` on the FX thread; neither where it was
    /// cancelled.
    public <T> void start(String titleKey, String subject, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var cancelled = new AtomicBoolean();
        var updates = new FxThread<Running>(running::set);
        running.set(new Running(titleKey, subject, -1, () -> cancelled.set(true)));
        DoubleConsumer tell =
                fraction -> updates.show(new Running(titleKey, subject, fraction, () -> cancelled.set(true)));
        Thread.ofPlatform().daemon().name("job").start(() -> run(work, progress(cancelled, tell), done, failed));
    }

    private <T> void run(Work<T> work, Progress progress, Consumer<T> done, Consumer<Exception> failed) {
        try {
            var result = work.run(progress);
            progress.check();
            FxThread.run(() -> {
                running.set(null);
                done.accept(result);
            });
        } catch (CancellationException e) {
            FxThread.run(() -> running.set(null));
        } catch (Exception e) {
            FxThread.run(() -> {
                running.set(null);
                failed.accept(e);
            });
        }
    }

    private static Progress progress(AtomicBoolean cancelled, DoubleConsumer tell) {
        return new Progress() {
            @Override
            public void at(double fraction) {
                check();
                tell.accept(fraction);
            }

            @Override
            public void check() {
                if (cancelled.get()) {
                    throw new CancellationException();
                }
            }
        };
    }
}
