package lossloupe.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import lossloupe.io.ImportPlan.Said;
import org.jspecify.annotations.Nullable;

/// Whether a window can be opened at all, asked before the toolkit is: its own answer would be a stack trace. Only
/// Linux can lack a display or GTK.
final class DisplayCheck {
    private static final String GTK = "libgtk-3.so.0";

    private DisplayCheck() {}

    /// What is missing and how to get it, or null.
    static @Nullable Said missing(Map<String, String> environment, Properties properties) {
        boolean linux =
                properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = properties.getProperty("glass.platform", "").equalsIgnoreCase("headless");
        if (!linux || headless) {
            return null;
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Said.of("cli.noDisplay");
        }
        return hasLibrary(GTK) ? null : Said.of("cli.noGtk");
    }

    @SuppressWarnings("restricted") // looked up, never called
    private static boolean hasLibrary(String name) {
        try {
            // Not closed: the toolkit asks for it next, and GTK takes a tenth of a second to load.
            SymbolLookup.libraryLookup(name, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
