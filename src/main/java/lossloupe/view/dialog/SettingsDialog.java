package lossloupe.view.dialog;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import lossloupe.app.Preferences.Motion;
import lossloupe.app.Preferences.Theme;
import lossloupe.i18n.Strings;
import lossloupe.view.Ui;

/// Theme, language and motion. Each takes effect at once, so that there is nothing to accept.
public final class SettingsDialog {
    private SettingsDialog() {}

    /// The card.
    public static Card card(Ui ui) {
        var texts = ui.texts();
        var preferences = ui.model().preferences();
        var card = new Card("settings", texts.of("settings.title"));
        var grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(16);
        grid.getColumnConstraints().add(new ColumnConstraints(96));
        row(
                ui,
                grid,
                "menu.theme",
                Forms.segments(
                        "theme",
                        List.of(Theme.values()),
                        t -> texts.of("action.theme." + lower(t)),
                        preferences.themeProperty()));
        row(
                ui,
                grid,
                "menu.language",
                Forms.segments(
                        "language",
                        Strings.LOCALES,
                        l -> new SimpleStringProperty(l.getDisplayLanguage(l)),
                        preferences.localeProperty()));
        row(
                ui,
                grid,
                "menu.motion",
                Forms.segments(
                        "motion",
                        List.of(Motion.values()),
                        m -> texts.of("action.motion." + lower(m)),
                        preferences.motionProperty()));
        card.body(grid);
        card.cancel(texts.of("ask.close"), () -> {});
        return card.light();
    }

    private static void row(Ui ui, GridPane grid, String key, Node control) {
        var name = Forms.label(ui.texts().of(key), "field-name");
        name.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(grid.getRowCount(), name, control);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
