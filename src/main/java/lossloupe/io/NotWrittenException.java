package lossloupe.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a file was not written, as the key of a sentence that says what was found and what to do, and what fills it in.
/// What stood in its place is as it was.
public final class NotWrittenException extends IOException {
    private static final long serialVersionUID = 1;

    /// Less room than this is none: no file system gives away its last blocks.
    private static final long FULL_BYTES = 1 << 16;

    /// How systems say it where the room left does not: another's quota, or a network's disk.
    private static final List<String> FULL_WORDS = List.of("no space left", "not enough space", "quota");

    private final String key;
    private final transient List<Object> args;

    private NotWrittenException(String key, @Nullable IOException cause, String... args) {
        super(key + List.of(args), cause);
        this.key = key;
        this.args = List.of((Object[]) args);
    }

    /// For a reason that is known before anything is written.
    ///
    /// @param args after the name of the file
    public static NotWrittenException because(String key, Path file, String... args) {
        var all = Stream.concat(Stream.of(SourceFile.name(file)), Stream.of(args));
        return new NotWrittenException(key, null, all.toArray(String[]::new));
    }

    /// Finds the reason by what the folder of `file` is like now.
    public static NotWrittenException of(Path file, IOException cause) {
        if (cause instanceof NotWrittenException known) {
            return known;
        }
        var name = SourceFile.name(file);
        var folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        var place = folder.toString();
        if (Files.isDirectory(file)) {
            return new NotWrittenException("write.isFolder", cause, name, place);
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return new NotWrittenException("write.noDirectory", cause, name, there.getFile());
        }
        if (!Files.isDirectory(folder)) {
            var key = Files.exists(folder) ? "write.noDirectory" : "write.noFolder";
            return new NotWrittenException(key, cause, name, place);
        }
        if (isFull(folder, cause)) {
            return new NotWrittenException("write.full", cause, name, place);
        }
        if (cause instanceof AccessDeniedException || !Files.isWritable(folder)) {
            return new NotWrittenException("write.permission", cause, name, place);
        }
        var reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        var said = reason == null ? cause.getClass().getSimpleName() : reason;
        return new NotWrittenException("write.failed", cause, name, place, said);
    }

    private static boolean isFull(Path folder, IOException cause) {
        boolean said = Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
                .map(e -> String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(m -> FULL_WORDS.stream().anyMatch(m::contains));
        try {
            return said || Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
