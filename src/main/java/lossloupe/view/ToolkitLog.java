package lossloupe.view;

import java.util.logging.Logger;

/// Keeps one line out of the log: JavaFX warns that its classes come from the class path, which is how this program is
/// meant to run. Every other message of the toolkit still shows.
final class ToolkitLog {
    /// Held, because the logging system forgets what it configured on a logger that nobody holds.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private ToolkitLog() {}

    static void expectClassPath() {
        JAVAFX.setFilter(
                line -> line.getMessage() == null || !line.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
