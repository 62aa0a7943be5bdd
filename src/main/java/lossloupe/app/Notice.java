package lossloupe.app;

import java.util.List;

/// One sentence to the person, by key and arguments.
public record Notice(Kind kind, String key, List<Object> args) {
    public enum Kind {
        INFO,
        ERROR
    }

    public static Notice info(String key, Object... args) {
        return new Notice(Kind.INFO, key, List.of(args));
    }

    public static Notice error(String key, Object... args) {
        return new Notice(Kind.ERROR, key, List.of(args));
    }
}
