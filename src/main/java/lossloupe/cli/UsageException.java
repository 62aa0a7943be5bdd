package lossloupe.cli;

import java.util.List;
import lossloupe.io.ImportPlan.Said;

/// Arguments that cannot be meant, though each is well-formed.
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Said said;

    UsageException(String key, Object... args) {
        super(key + List.of(args));
        this.said = Said.of(key, args);
    }

    Said said() {
        return said;
    }
}
