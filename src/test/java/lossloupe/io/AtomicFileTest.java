package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static NotWrittenException refused(Path file) {
        return assertThrows(NotWrittenException.class, () -> AtomicFile.write(file, out -> out.write('n')));
    }

    @Test
    void aRefusalSaysWhatIsInTheWay() throws IOException {
        var vanished = refused(folder.resolve("no/a.txt"));
        assertEquals("write.noFolder", vanished.key());
        assertEquals(List.of("a.txt", folder.resolve("no").toString()), vanished.args());
        var file = Files.writeString(folder.resolve("file"), "");
        assertEquals("write.noDirectory", refused(file.resolve("a.txt")).key());
        var inner = Files.createDirectory(folder.resolve("inner"));
        var taken = refused(inner);
        assertEquals("write.isFolder", taken.key());
        assertEquals(List.of("inner", folder.toString()), taken.args());
        var long255 = refused(folder.resolve("a".repeat(255)));
        assertEquals("write.failed", long255.key());
        assertEquals("a".repeat(255), long255.args().getFirst());
    }

    @Test
    void aFullDiskIsKnownByItsWordsBelowAnyWrapping() {
        var wrapped = new IOException("I/O error writing PNG file!", new IOException("No space left on device"));
        var why = assertThrows(
                NotWrittenException.class,
                () -> AtomicFile.write(folder.resolve("a.png"), out -> {
                    throw wrapped;
                }));
        assertEquals("write.full", why.key());
        assertEquals(List.of("a.png", folder.toString()), why.args());
    }

    @Test
    void aFolderThatMayNotBeWrittenTo() throws IOException {
        var closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "root writes everywhere");
        assertEquals("write.permission", refused(closed.resolve("a.txt")).key());
    }
}
