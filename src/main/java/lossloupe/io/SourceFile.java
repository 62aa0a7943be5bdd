package lossloupe.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opening a file, and the sentences for when that already fails.
final class SourceFile {
    /// Reading of any kind.
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException, BadFileException;
    }

    private SourceFile() {}

    /// Checks that `file` can be read, reads it, and puts its name to whatever went wrong.
    static <T> T reading(Path file, Reading<T> reading) throws BadFileException {
        var name = name(file);
        try {
            check(file);
            return reading.read();
        } catch (BadFileException e) {
            throw e.in(name);
        } catch (NoSuchFileException e) {
            throw BadFileException.of("error.file.missing").in(name);
        } catch (AccessDeniedException e) {
            throw BadFileException.of("error.file.permission").in(name);
        } catch (IOException e) {
            throw BadFileException.of("error.file.read", reason(e)).in(name);
        }
    }

    private static void check(Path file) throws IOException, BadFileException {
        if (!Files.exists(file)) {
            var folder = file.toAbsolutePath().getParent();
            boolean folderThere = folder == null || Files.isDirectory(folder);
            throw BadFileException.of(
                    folderThere ? "error.file.missing" : "error.file.folderMissing", String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw BadFileException.of("error.file.directory");
        }
        if (!Files.isReadable(file)) {
            throw BadFileException.of("error.file.permission");
        }
        if (Files.isRegularFile(file) && Files.size(file) == 0) {
            throw BadFileException.of("error.file.empty");
        }
    }

    static String reason(IOException e) {
        return NpyHeaderText.shortened(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    static String name(Path file) {
        var name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// The name without its ending.
    static String stem(Path file) {
        var name = name(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
