package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private long entries() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void replacesTheFileAndLeavesNothingBeside() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old and longer");
        AtomicFile.write(file, out -> out.write('n'));
        assertEquals("n", Files.readString(file));
        assertEquals(1, entries());
    }

    @Test
    void aFailureLeavesTheOldFile() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("disk full");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(1, entries());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, out -> out.write('n'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("n", Files.readString(file));
    }

    @Test
    void aClosedStreamIsStillMovedIntoPlace() throws IOException {
        var file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> {
            out.write('n');
            out.close();
        });
        assertEquals("n", Files.readString(file));
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        assertThrows(IOException.class, () -> AtomicFile.write(folder, out -> out.write('n')));
        assertThrows(IOException.class, () -> AtomicFile.write(folder.resolve("no/a"), out -> out.write('n')));
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void aFailureNamesTheFileThatWasAskedFor() {
        var file = folder.resolve("no/a.txt");
        var missing = assertThrows(NoSuchFileException.class, () -> AtomicFile.write(file, out -> out.write('n')));
        assertEquals(file.toString(), missing.getFile());
        assertFalse(missing.getMessage().contains(".part"), missing.getMessage());
        var long255 = folder.resolve("a".repeat(255));
        var other = assertThrows(FileSystemException.class, () -> AtomicFile.write(long255, out -> out.write('n')));
        assertEquals(long255.toString(), other.getFile());
    }
}
