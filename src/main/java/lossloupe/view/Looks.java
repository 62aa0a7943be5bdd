package lossloupe.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import lossloupe.app.Preferences;
import lossloupe.app.Surface;
import lossloupe.paint.GridGeometry;
import lossloupe.paint.Palette;

/// Light and dark: follows the desktop unless a person chose, publishes the palette to CSS as looked-up colours, and
/// loads the bundled faces.
public final class Looks {
    private static final List<String> FACES = List.of(
            "LossLoupeSans-Regular.otf",
            "LossLoupeSans-Medium.otf",
            "LossLoupeSans-SemiBold.otf",
            "LossLoupeSans-Bold.otf",
            "LossLoupeMono-Regular.ttf",
            "LossLoupeMono-Bold.ttf");
    private static final List<String> SHEETS =
            List.of("app.css", "tracks.css", "inspector.css", "dialogs.css", "equality.css", "doctor.css");

    private static final String JAPANESE = "japanese";

    private final Preferences preferences;
    private final ObjectBinding<Palette> palette;
    private final DoubleProperty renderScale = new SimpleDoubleProperty(1);

    public Looks(Preferences preferences) {
        this.preferences = preferences;
        loadFaces();
        var desktop = Platform.getPreferences().colorSchemeProperty();
        palette = Bindings.createObjectBinding(
                () -> Palette.of(mode(preferences.themeProperty().get(), desktop.get())),
                preferences.themeProperty(),
                desktop);
        palette.subscribe(now -> Application.setUserAgentStylesheet(
                now.mode() == Palette.Mode.LIGHT
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet()));
    }

    public ObjectBinding<Palette> paletteProperty() {
        return palette;
    }

    public Palette palette() {
        return palette.get();
    }

    /// Pixels that canvases draw per logical pixel on top of what the screen asks for; above 1 only where the
    /// window is taken as an enlarged picture.
    public DoubleProperty renderScaleProperty() {
        return renderScale;
    }

    /// Device pixels that `node` is drawn with per logical pixel: the screen's own scale times
    /// [#renderScaleProperty].
    public double deviceScale(Node node) {
        var scene = node.getScene();
        var window = scene == null ? null : scene.getWindow();
        return (window == null ? 1 : window.getOutputScaleX()) * renderScale.get();
    }

    /// The surface of a grid that `node` draws, in the colours of now.
    public Surface surface(GridGeometry grid, Node node) {
        return new Surface(grid, palette(), deviceScale(node));
    }

    /// Whether things may move by themselves; the desktop decides unless a person did.
    public boolean movesFreely() {
        return switch (preferences.motionProperty().get()) {
            case FULL -> true;
            case REDUCED -> false;
            case AUTO -> !Platform.getPreferences().isReducedMotion();
        };
    }

    /// Gives a scene the style sheets, now and whenever the theme or the language changes.
    public void dress(Scene scene) {
        palette.subscribe(now -> {
            var sheets = SHEETS.stream().map(Looks::address).toList();
            scene.getStylesheets().setAll(sheets);
            scene.getStylesheets().add(tokens(now));
            scene.setFill(color(now.background()));
            scene.getRoot().getStyleClass().removeAll("light", "dark");
            scene.getRoot().getStyleClass().add(now.mode() == Palette.Mode.LIGHT ? "light" : "dark");
        });
        preferences.localeProperty().subscribe(locale -> {
            scene.getRoot().getStyleClass().remove(JAPANESE);
            if (locale.getLanguage().equals(Locale.JAPANESE.getLanguage())) {
                scene.getRoot().getStyleClass().add(JAPANESE);
            }
        });
    }

    /// A packed colour as JavaFX's.
    public static Color color(int argb) {
        return Color.rgb(argb >>> 16 & 0xFF, argb >>> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    private static Palette.Mode mode(Preferences.Theme theme, ColorScheme desktop) {
        return switch (theme) {
            case LIGHT -> Palette.Mode.LIGHT;
            case DARK -> Palette.Mode.DARK;
            case AUTO -> desktop == ColorScheme.DARK ? Palette.Mode.DARK : Palette.Mode.LIGHT;
        };
    }

    /// The palette as a style sheet of looked-up colours: `-ll-ink` and so on.
    private static String tokens(Palette p) {
        var css = new StringBuilder(".root {");
        token(css, "bg", p.background());
        token(css, "panel", p.panel());
        token(css, "line", p.line());
        token(css, "ink", p.ink());
        token(css, "mute", p.mute());
        token(css, "faint", p.faint());
        token(css, "grid", p.grid());
        token(css, "a", p.lossA());
        token(css, "b", p.lossB());
        token(css, "chip", p.chip());
        token(css, "ok", p.ok());
        token(css, "warn", p.warn());
        token(css, "error", p.error());
        css.append('}');
        var bytes = css.toString().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static void token(StringBuilder css, String name, int argb) {
        css.append("-ll-%s:#%06X;".formatted(name, argb & 0xFFFFFF));
    }

    private static void loadFaces() {
        for (var face : FACES) {
            try (InputStream in = Objects.requireNonNull(Looks.class.getResourceAsStream("fonts/" + face))) {
                Font.loadFont(in, 12);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String address(String sheet) {
        return Objects.requireNonNull(Looks.class.getResource(sheet), sheet).toExternalForm();
    }
}
