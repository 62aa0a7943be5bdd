package lossloupe.app;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What belongs to the person and not to a document: theme, language, motion, recent files. Kept by the operating
/// system's preferences.
public final class Preferences {
    /// Which theme to wear.
    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    /// Whether things may move by themselves.
    public enum Motion {
        AUTO,
        FULL,
        REDUCED
    }

    private static final int MOST_RECENT = 10;

    /// The JDK tells of creating its folder, or of a home it may not write to; neither is news to a person. Held,
    /// because the logging system forgets what it configured on a logger that nobody holds.
    private static final Logger LOG = Logger.getLogger("java.util.prefs");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.AUTO);
    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(Locale.ENGLISH);
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.AUTO);
    private final ObjectProperty<List<String>> recentFiles = new SimpleObjectProperty<>(List.of());

    private final ObjectProperty<String> figureStyle = new SimpleObjectProperty<>("");

    /// Preferences of this run only, as the command line and tests use them.
    public static Preferences fleeting() {
        return new Preferences();
    }

    /// The person's own; every change is kept.
    public static Preferences kept() {
        LOG.setLevel(Level.OFF);
        var node = java.util.prefs.Preferences.userRoot().node("lossloupe");
        var result = new Preferences();
        result.theme.set(value(Theme.class, node.get("theme", ""), Theme.AUTO));
        result.motion.set(value(Motion.class, node.get("motion", ""), Motion.AUTO));
        result.locale.set(
                Locale.forLanguageTag(node.get("locale", Locale.getDefault().toLanguageTag())));
        result.recentFiles.set(
                node.get("recent", "").lines().filter(s -> !s.isBlank()).toList());
        result.figureStyle.set(node.get("figureStyle", ""));
        result.theme.subscribe(v -> node.put("theme", v.name()));
        result.motion.subscribe(v -> node.put("motion", v.name()));
        result.locale.subscribe(v -> node.put("locale", v.toLanguageTag()));
        result.recentFiles.subscribe(v -> node.put("recent", String.join("\n", v)));
        result.figureStyle.subscribe(v -> node.put("figureStyle", v));
        return result;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    public ObjectProperty<Motion> motionProperty() {
        return motion;
    }

    /// Newest first.
    public ObjectProperty<List<String>> recentFilesProperty() {
        return recentFiles;
    }

    /// The style of the last figure, as a style file; empty where there was none.
    public ObjectProperty<String> figureStyleProperty() {
        return figureStyle;
    }

    public void addRecent(String path) {
        recentFiles.set(Stream.concat(Stream.of(path), recentFiles.get().stream())
                .distinct()
                .limit(MOST_RECENT)
                .toList());
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name, E otherwise) {
        return Stream.of(type.getEnumConstants())
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
