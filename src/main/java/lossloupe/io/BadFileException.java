package lossloupe.io;

import java.util.List;
import java.util.stream.Stream;

/// What was wrong with a file or pasted text, as the key of a sentence and what fills it in, so that the window and the
/// command line can say it in any language. The sentence does not name the file; whoever shows it does.
public final class BadFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> args;
    private final String fileName;

    /// @param fileName empty where no file is at fault
    public BadFileException(String key, List<Object> args, String fileName) {
        super((fileName.isEmpty() ? "" : fileName + ": ") + key + args);
        this.fileName = fileName;
        this.key = key;
        this.args = List.copyOf(args);
    }

    /// Numbers among `args` are turned into plain digits: a sentence about bytes is no place for grouping
    /// separators.
    public static BadFileException of(String key, Object... args) {
        return new BadFileException(
                key, Stream.of(args).<Object>map(String::valueOf).toList(), "");
    }

    /// The same about a named file, or about a member of one: `a.npz` around `x` gives `a.npz:x`.
    public BadFileException in(String name) {
        return new BadFileException(key, args, fileName.isEmpty() ? name : name + ":" + fileName);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    /// The file's name without folders, `bundle.npz:name` for an array within one, empty for pasted text.
    public String fileName() {
        return fileName;
    }
}
