package lossloupe.app;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One daemon thread with a slot for one request: a newer request takes the place of one that has not begun, so that a
/// drag can never build a backlog. A running one may ask [#isSuperseded] and stop early.
public final class LatestWorker<T> {
    private final Consumer<T> work;
    private final Object lock = new Object();
    private @Nullable T waiting;
    private boolean closed;

    public LatestWorker(String name, Consumer<T> work) {
        this.work = work;
        var thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// Overwrites the slot.
    public void submit(T request) {
        synchronized (lock) {
            waiting = request;
            lock.notifyAll();
        }
    }

    /// Whether nobody waits for the running request any more: a newer one does, or the worker is closed.
    public boolean isSuperseded() {
        synchronized (lock) {
            return waiting != null || closed;
        }
    }

    /// Ends the thread after what it is doing.
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private void run() {
        for (var request = next(); request != null; request = next()) {
            work.accept(request);
        }
    }

    private @Nullable T next() {
        synchronized (lock) {
            while (waiting == null && !closed) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    closed = true;
                }
            }
            var request = closed ? null : waiting;
            waiting = null;
            return request;
        }
    }
}
