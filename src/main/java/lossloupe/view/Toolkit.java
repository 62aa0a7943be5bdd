package lossloupe.view;

import java.util.logging.Logger;

/// What JavaFX must be told before it starts.
public final class Toolkit {
    /// Held, because the logging system forgets what it configured on a logger that nobody holds.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Toolkit() {}

    /// Must be called before any other class of JavaFX is used.
    public static void prepare() {
        expectClassPath();
        separateDamage();
    }

    /// Keeps one line out of the log: JavaFX warns that its classes come from the class path, which is how this
    /// program is meant to run. Every other message of the toolkit still shows.
    private static void expectClassPath() {
        JAVAFX.setFilter(
                line -> line.getMessage() == null || !line.getMessage().startsWith("Unsupported JavaFX configuration"));
    }

    /// The renderer gathers what changed in six rectangles and joins them when there are more: a dragged logit
    /// changes a strip in each track and numbers at the right, which joined are nearly the window.
    private static void separateDamage() {
        if (System.getProperty("prism.dirtyregioncount") == null) {
            System.setProperty("prism.dirtyregioncount", "15");
        }
    }
}
