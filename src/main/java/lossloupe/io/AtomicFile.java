package lossloupe.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Writes a file whole or not at all: into a new file beside it, forced to the disk, then moved into place.
public final class AtomicFile {
    /// What fills the file.
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /// Replaces `file`, or the file that a link called `file` leads to; its permissions stay.
    ///
    /// @throws NotWrittenException where the folder cannot be written to, the disk is full or `writer` fails;
    /// `file` is then as it was
    public static void write(Path file, Writer writer) throws NotWrittenException {
        try {
            var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FileSystemException(file.toString(), null, "is a directory");
            }
            replace(target, file, writer);
        } catch (IOException e) {
            throw NotWrittenException.of(file, e);
        }
    }

    private static void replace(Path target, Path file, Writer writer) throws IOException {
        var temporary = newFileBeside(target);
        try {
            fill(temporary, writer);
            keepPermissions(target, temporary);
            move(temporary, target);
        } catch (IOException e) {
            throw NotWrittenException.of(file, e); // found out while the part that fills the disk is still there
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path temporary, Writer writer) throws IOException {
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            writer.write(out);
            out.flush();
            if (channel.isOpen()) {
                channel.force(true);
            }
        }
    }

    /// Not `createTempFile`, which hides the file from everyone but its owner.
    private static Path newFileBeside(Path target) throws IOException {
        for (int i = 0; ; i++) {
            var candidate = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + i + ".part");
            try {
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException e) {
                if (i == 99) {
                    throw e;
                }
            }
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        var from = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        var to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (Files.exists(target) && from != null && to != null) {
            to.setPermissions(from.readAttributes().permissions());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
