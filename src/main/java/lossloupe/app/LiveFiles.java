package lossloupe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lossloupe.document.Document;
import org.jspecify.annotations.Nullable;

/// Watches files that another program writes, and reads them again once they are whole. Looks at size and time several
/// times a second rather than asking the operating system to tell: that also sees files that are replaced, and network
/// folders, and is as quick everywhere.
///
/// A file counts as whole when it has rested for a moment and can be read; a file that cannot is waited for, and told
/// of only when it has rested long. Another shape may be half a table: it is waited for longer.
public final class LiveFiles {
    /// Makes a document of files as they now are.
    public interface Source {
        Document read() throws Exception;
    }

    /// What came of files that changed.
    public sealed interface Arrival {
        /// They are whole.
        record Fresh(Document document) implements Arrival {}

        /// They have rested for seconds and still cannot be read.
        record Broken(Exception cause) implements Arrival {}
    }

    private record Stamp(long size, long millis) {}

    /// What came of reading files that had these stamps afterwards.
    private record Found(Optional<List<Stamp>> stamps, Arrival arrival) {
        boolean isOf(Optional<List<Stamp>> others) {
            return stamps.equals(others);
        }
    }

    private static final long LOOK_MILLIS = 100;
    private static final long REST_MILLIS = 250;
    private static final long OTHER_SHAPE_MILLIS = 800;
    private static final long BROKEN_MILLIS = 3000;

    private final List<Path> files;
    private final Source source;
    private final Consumer<Arrival> arrived;
    private Document last;
    private @Nullable Found found;
    private volatile boolean stopped;

    /// Begins to watch.
    ///
    /// @param now what the files held when they were read first
    /// @param arrived told on the FX thread
    public LiveFiles(List<Path> files, Document now, Source source, Consumer<Arrival> arrived) {
        this.files = List.copyOf(files);
        this.last = now;
        this.source = source;
        this.arrived = arrived;
        var before = stamps();
        Thread.ofPlatform().daemon().name("live files").start(() -> watch(before));
    }

    /// Whether all of them can be found now.
    public boolean areThere() {
        return stamps().isPresent();
    }

    /// Watches no longer; nothing arrives after this was called on the FX thread.
    public void stop() {
        stopped = true;
    }

    private void watch(Optional<List<Stamp>> atFirst) {
        var known = atFirst;
        var seen = atFirst;
        long since = System.nanoTime();
        while (!stopped && rest()) {
            var now = stamps();
            if (!now.equals(seen)) {
                seen = now;
                since = System.nanoTime();
            } else if (now.isPresent() && !now.equals(known)) {
                long rested = (System.nanoTime() - since) / 1_000_000;
                if (rested >= REST_MILLIS && settle(now, rested)) {
                    known = now;
                }
            }
        }
    }

    /// Tells of files that are whole; false where it is better to look again.
    private boolean settle(Optional<List<Stamp>> now, long rested) {
        var found = read(now);
        return switch (found.arrival) {
            case Arrival.Fresh fresh -> {
                boolean whole = fresh.document.shape().equals(last.shape()) || rested >= OTHER_SHAPE_MILLIS;
                if (!whole || !found.isOf(now)) {
                    yield false;
                }
                last = fresh.document;
                tell(fresh);
                yield true;
            }
            case Arrival.Broken broken -> rested >= BROKEN_MILLIS && isBroken(now);
        };
    }

    /// What files of this size and time hold, read once.
    private Found read(Optional<List<Stamp>> now) {
        var known = found;
        if (known != null && known.isOf(now)) {
            return known;
        }
        Arrival arrival;
        try {
            arrival = new Arrival.Fresh(source.read());
        } catch (Exception e) {
            // A file that is being written may break any assumption of a reader.
            arrival = new Arrival.Broken(e);
        }
        var fresh = new Found(stamps(), arrival);
        found = fresh;
        return fresh;
    }

    /// Tells of files that cannot be read, unless they can after all: not every file system stamps what is written
    /// last.
    private boolean isBroken(Optional<List<Stamp>> now) {
        found = null;
        if (read(now).arrival instanceof Arrival.Broken broken) {
            tell(broken);
            return true;
        }
        return false;
    }

    private void tell(Arrival arrival) {
        FxThread.run(() -> {
            if (!stopped) {
                arrived.accept(arrival);
            }
        });
    }

    /// Empty while a file is missing, as between deleting and renaming.
    private Optional<List<Stamp>> stamps() {
        var all = new ArrayList<Stamp>();
        for (var file : files) {
            var stamp = stamp(file);
            if (stamp == null) {
                return Optional.empty();
            }
            all.add(stamp);
        }
        return Optional.of(all);
    }

    private static @Nullable Stamp stamp(Path file) {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
