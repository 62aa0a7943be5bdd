package lossloupe.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/// Journals whose process is gone.
public final class Orphans {
    private Orphans() {}

    /// Those in a folder, newest first; none where there is no such folder.
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(Journal.ENDING))
                    .filter(f -> !isOwned(f))
                    .sorted(Comparator.comparingLong(Orphans::lastModified).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Takes a journal away, with what belongs to it.
    public static void discard(Path journal) throws IOException {
        Files.deleteIfExists(journal);
        Files.deleteIfExists(lockOf(journal));
    }

    /// When its process last wrote to it, in milliseconds since 1970; 0 where that cannot be told.
    public static long lastModified(Path journal) {
        try {
            return Files.getLastModifiedTime(journal).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isOwned(Path journal) {
        var lock = lockOf(journal);
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException | OverlappingFileLockException e) {
            // Held by this very process, or not ours to touch.
            return true;
        }
    }

    private static Path lockOf(Path journal) {
        var name = String.valueOf(journal.getFileName());
        return journal.resolveSibling(name.substring(0, name.length() - Journal.ENDING.length()) + Journal.LOCK);
    }
}
