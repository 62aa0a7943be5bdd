package lossloupe.app;

import java.util.List;
import lossloupe.export.data.DataFile;
import lossloupe.io.NotWrittenException;
import org.jspecify.annotations.Nullable;

/// One sentence to the person, by key and arguments.
///
/// @param panel that says more, opened by a button; null where there is none
public record Notice(
        Kind kind, String key, List<Object> args, @Nullable Panel panel) {
    public enum Kind {
        INFO,
        ERROR
    }

    public static Notice info(String key, Object... args) {
        return new Notice(Kind.INFO, key, List.of(args), null);
    }

    /// With a button that opens a panel.
    public Notice opening(Panel more) {
        return new Notice(kind, key, args, more);
    }

    public static Notice error(String key, Object... args) {
        return new Notice(Kind.ERROR, key, List.of(args), null);
    }

    /// Why something did not work: by a sentence of its own where the cause has one.
    public static Notice failed(Exception cause) {
        return switch (cause) {
            case NotWrittenException why -> error(why.key(), why.args().toArray());
            case DataFile.NotWritable why -> error(why.key(), why.args().toArray());
            default -> error("notice.failed", String.valueOf(cause.getMessage()));
        };
    }
}
