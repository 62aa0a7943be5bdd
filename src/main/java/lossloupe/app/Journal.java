package lossloupe.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import lossloupe.io.JournalFile;
import lossloupe.io.JournalState;
import lossloupe.io.NotWrittenException;
import org.jspecify.annotations.Nullable;

/// Keeps work that no file holds in a journal beside it, so that it outlives a killed process or a power cut. Every
/// change reaches the disk a twentieth of a second later; there is a journal only while something is unsaved.
///
/// The file beside it that is locked tells other windows that this one lives.
public final class Journal {
    static final String ENDING = ".journal";
    static final String LOCK = ".lock";

    /// A drag changes the document at every frame; a pause gathers what changes meanwhile.
    private static final long PAUSE_MILLIS = 50;

    private record Request(long number, Optional<JournalState> state) {}

    private final DocumentStore store;
    private final Path path;
    private final Path lockPath;
    private final LatestWorker<Request> worker;
    private final Consumer<NotWrittenException> failed;
    private final AtomicLong written = new AtomicLong();
    private long requested;
    private @Nullable JournalFile file;
    private @Nullable FileLock lock;
    private @Nullable Path replaced;
    private boolean closed;
    private boolean complained;

    /// Begins to listen; called on the FX thread.
    ///
    /// @param folder made where it is missing, once there is something to keep
    /// @param failed told once, from another thread, if work cannot be kept
    public Journal(DocumentStore store, Path folder, Consumer<NotWrittenException> failed) {
        this.store = store;
        this.failed = failed;
        var name = ProcessHandle.current().pid() + "-" + System.currentTimeMillis();
        this.path = folder.resolve(name + ENDING);
        this.lockPath = folder.resolve(name + LOCK);
        this.worker = new LatestWorker<>("journal", this::write);
        // Histories may be equal while one of them counts as saved: what matters is
        // that it was set.
        InvalidationListener listener = o -> {
            store.historyProperty().get();
            submit();
        };
        store.historyProperty().addListener(listener);
    }

    /// Whether everything that was unsaved at the last change now lies on the disk.
    public boolean isWritten() {
        return written.get() == requested;
    }

    /// Deletes `orphan` as soon as this journal holds what was restored from it.
    public void replacing(Path orphan) {
        synchronized (this) {
            replaced = orphan;
        }
        submit();
    }

    /// Ends the journal of a window that closes; what was to be kept has been saved or given up by then.
    public void close() {
        worker.close();
        synchronized (this) {
            closed = true;
            try {
                release();
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    private void submit() {
        requested++;
        var state = store.isEdited()
                ? Optional.of(
                        new JournalState(store.document(), store.fileProperty().get()))
                : Optional.<JournalState>empty();
        worker.submit(new Request(requested, state));
    }

    private void write(Request request) {
        synchronized (this) {
            if (closed) {
                return;
            }
            try {
                if (request.state().isPresent()) {
                    keep(request.state().get());
                } else {
                    drop();
                }
            } catch (IOException e) {
                complain(e);
            }
        }
        written.set(request.number());
        pause();
    }

    private void keep(JournalState state) throws IOException {
        if (file != null && !Files.exists(path)) {
            release(); // somebody took it away, or its whole folder
        }
        if (file == null) {
            Files.createDirectories(path.getParent());
            claim();
            file = new JournalFile(path, state);
        } else {
            file.append(state);
        }
        if (replaced != null) {
            Orphans.discard(replaced);
            replaced = null;
        }
    }

    private void claim() throws IOException {
        if (lock == null) {
            var channel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.lock();
        }
    }

    private void drop() throws IOException {
        if (file != null) {
            file.close();
            file = null;
            Files.deleteIfExists(path);
        }
    }

    private void release() throws IOException {
        drop();
        if (lock != null) {
            lock.channel().close();
            lock = null;
            Files.deleteIfExists(lockPath);
        }
    }

    private void complain(IOException cause) {
        if (!complained) {
            complained = true;
            failed.accept(NotWrittenException.of(path, cause));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
