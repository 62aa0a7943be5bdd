package lossloupe.app;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the operating system wants programs to keep what is neither a document nor a setting.
public final class StateFolder {
    private static final String NAME = "lossloupe";

    private StateFolder() {}

    /// The folder of this program, which need not be there yet; `-Dlossloupe.state=…` names another.
    public static Path path() {
        var given = System.getProperty("lossloupe.state");
        return given != null ? Path.of(given) : usual(System.getProperty("os.name", ""));
    }

    private static Path usual(String system) {
        var home = Path.of(System.getProperty("user.home", ""));
        var lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return or(System.getenv("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"))
                    .resolve(NAME);
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return or(System.getenv("XDG_STATE_HOME"), home.resolve(".local").resolve("state"))
                .resolve(NAME);
    }

    private static Path or(@Nullable String given, Path otherwise) {
        return given == null || given.isBlank() ? otherwise : Path.of(given);
    }
}
