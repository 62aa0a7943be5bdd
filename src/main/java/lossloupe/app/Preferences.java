package lossloupe.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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

    /// Stands between files that were opened together.
    private static final String BETWEEN = "\t";

    /// The JDK tells of creating its folder, or of a home it may not write to; neither is news to a person. Held,
    /// because the logging system forgets what it configured on a logger that nobody holds.
    private static final Logger LOG = Logger.getLogger("java.util.prefs");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.AUTO);
    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(Locale.ENGLISH);
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.AUTO);
    private final ObjectProperty<List<List<Path>>> recentFiles = new SimpleObjectProperty<>(List.of());

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
        result.recentFiles.set(node.get("recent", "")
                .lines()
                .filter(s -> !s.isBlank())
                .map(Preferences::together)
                .toList());
        result.figureStyle.set(node.get("figureStyle", ""));
        result.theme.subscribe(v -> node.put("theme", v.name()));
        result.motion.subscribe(v -> node.put("motion", v.name()));
        result.locale.subscribe(v -> node.put("locale", v.toLanguageTag()));
        result.recentFiles.subscribe(v -> node.put("recent", lines(v)));
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

    /// Files that were opened together, the newest first.
    public ObjectProperty<List<List<Path>>> recentFilesProperty() {
        return recentFiles;
    }

    /// The style of the last figure, as a style file; empty where there was none.
    public ObjectProperty<String> figureStyleProperty() {
        return figureStyle;
    }

    public void addRecent(List<Path> files) {
        var absolute = files.stream().map(Path::toAbsolutePath).toList();
        recentFiles.set(Stream.concat(Stream.of(absolute), recentFiles.get().stream())
                .distinct()
                .limit(MOST_RECENT)
                .toList());
    }

    private static List<Path> together(String line) {
        return Stream.of(line.split(BETWEEN)).map(Path::of).toList();
    }

    /// As many of the newest as a preference may hold.
    private static String lines(List<List<Path>> recent) {
        var lines = new StringBuilder();
        for (var files : recent) {
            var line = files.stream().map(Path::toString).collect(Collectors.joining(BETWEEN));
            if (lines.length() + line.length() < java.util.prefs.Preferences.MAX_VALUE_LENGTH) {
                lines.append(line).append('\n');
            }
        }
        return lines.toString();
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name, E otherwise) {
        return Stream.of(type.getEnumConstants())
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
