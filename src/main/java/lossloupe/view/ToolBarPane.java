package lossloupe.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossloupe.app.AppModel;
import lossloupe.document.LabelMode;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Shape;
import lossloupe.view.action.Actions;
import org.jspecify.annotations.Nullable;

/// The one row of controls above everything. What does not fit in a narrow window stays reachable in the menu behind
/// the loupe.
public final class ToolBarPane extends HBox {
    private static final double ROOMY = 1400;
    private static final double NARROW = 1180;
    /// Below it only a key and the menu switch between overlapping and exclusive.
    private static final double LEAST_WITH_MODES = 990;

    private static final double LEAST_NAME = 60;
    private final Ui ui;
    private final AppModel model;
    private final Label name = new Label();
    private final Label edited = new Label();
    private final Segments<DataFormat> formats;
    private final Segments<LabelMode> modes;
    private final SetupMenus menus;
    private final ExamplePicker examples;
    private final List<Node> roomy;
    private final List<Node> steps;
    private final MenuButton export;
    private @Nullable Arrangement arrangement;

    /// What the row's arrangement depends on. Most edits change none of it, and to tell a label its own width again
    /// costs a layout of the window.
    private record Arrangement(String name, Shape shape, boolean isEdited, boolean isBatch, double width) {}

    public ToolBarPane(Ui ui, Actions actions) {
        this.ui = ui;
        this.model = ui.model();
        this.menus = new SetupMenus(ui);
        this.examples = new ExamplePicker(ui);
        getStyleClass().add("tool-row");
        setAlignment(Pos.CENTER_LEFT);
        // So that the row is given the width there is, and can tell that it must do with less.
        setMinWidth(0);
        formats = new Segments<>(List.of(DataFormat.values()), model::turn);
        modes = new Segments<>(List.of(LabelMode.values()), mode -> {
            if (mode != model.document().setup().labelMode()) {
                actions.byId("labelMode").run();
            }
        });
        nameParts();
        var open = iconButton(actions, "open", Icons.OPEN);
        var save = iconButton(actions, "save", Icons.SAVE);
        var firstRule = rule();
        var middleRule = rule();
        var lastRule = rule();
        export = exportButton(actions);
        getChildren().setAll(menuButton(actions), name, edited, open, save, firstRule);
        steps = List.of(iconButton(actions, "undo", Icons.UNDO), iconButton(actions, "redo", Icons.REDO));
        getChildren().addAll(steps);
        getChildren().addAll(middleRule, formats, modes, lastRule, menus.lossA(), menus.lossB(), gap());
        getChildren().addAll(examples, menus.reduction(), menus.dtype(), export);
        roomy = List.of(firstRule, middleRule, lastRule, save);
        model.store().documentProperty().subscribe(d -> show());
        model.store().historyProperty().subscribe(h -> show());
        model.store().fileProperty().subscribe(f -> show());
        ui.texts().stringsProperty().subscribe(s -> show());
        widthProperty().subscribe(w -> show());
    }

    private void nameParts() {
        modes.button(LabelMode.OVERLAPPING).textProperty().bind(ui.texts().of("toolbar.overlapping"));
        modes.button(LabelMode.EXCLUSIVE).textProperty().bind(ui.texts().of("toolbar.exclusive"));
        formats.setId("formats");
        modes.setId("label-modes");
        Tip.on(modes.button(LabelMode.OVERLAPPING), ui.texts().of("toolbar.overlapping.hint"));
        Tip.on(modes.button(LabelMode.EXCLUSIVE), ui.texts().of("toolbar.exclusive.hint"));
        name.getStyleClass().add("document-name");
        edited.getStyleClass().add("document-edited");
        edited.textProperty().bind(ui.texts().of("toolbar.edited"));
        edited.setMinWidth(Region.USE_PREF_SIZE);
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.setMinWidth(0);
        return gap;
    }

    private MenuButton exportButton(Actions actions) {
        var export = new MenuButton();
        export.textProperty().bind(ui.texts().of("toolbar.export"));
        export.getStyleClass().add("export-button");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setGraphic(Icons.EXPORT.node());
        export.accessibleTextProperty().bind(ui.texts().of("toolbar.export"));
        export.setId("tool-export");
        export.getItems().setAll(actions.items("export"));
        return export;
    }

    private MenuButton menuButton(Actions actions) {
        var button = new MenuButton();
        button.setGraphic(Icons.LOUPE.node());
        button.getStyleClass().addAll("icon-button", "app-menu");
        button.setId("app-menu");
        button.accessibleTextProperty().bind(ui.texts().of("toolbar.menu"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tip.on(button, ui.texts().of("toolbar.menu"));
        button.setOnShowing(e -> button.getItems().setAll(actions.menus()));
        return button;
    }

    private Button iconButton(Actions actions, String id, Icons icon) {
        var action = actions.byId(id);
        var button = new Button();
        button.setGraphic(icon.node());
        button.getStyleClass().add("icon-button");
        button.setId("tool-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty().bind(ui.texts().of("action." + id));
        button.disableProperty().bind(action.enabled().map(yes -> !yes));
        button.setOnAction(e -> action.run());
        Tip.on(button, ui.texts().of("action." + id));
        return button;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("tool-rule");
        return rule;
    }

    private void show() {
        var document = model.document();
        formats.show(document.setup().format());
        modes.show(document.setup().labelMode());
        var next = new Arrangement(
                ui.title(), document.shape(), model.store().isEdited(), examples.isVisible(), getWidth());
        if (!next.equals(arrangement)) {
            arrangement = next;
            arrange(next);
        }
    }

    private void arrange(Arrangement next) {
        name.setText(next.name());
        boolean wide = next.width() <= 0 || next.width() >= ROOMY + (next.isBatch() ? 120 : -60);
        boolean narrow = next.width() > 0 && next.width() < NARROW;
        boolean tight = narrow || (!wide && next.isBatch());
        for (var format : DataFormat.values()) {
            var symbols = new Layout(next.shape(), format).symbols();
            formats.button(format).setText(tight ? symbols : wide ? format.id() + "  " + symbols : format.id());
        }
        double most = narrow ? 96 : wide ? 220 : 130;
        name.setMaxWidth(most);
        // The name gives way before any button is pushed out of the window.
        name.setMinWidth(narrow ? 0 : LEAST_NAME);
        roomy.forEach(node -> Presence.set(node, !narrow));
        Presence.set(modes, next.width() <= 0 || next.width() >= LEAST_WITH_MODES + (next.isBatch() ? 34 : 0));
        examples.setTight(narrow);
        steps.forEach(node -> Presence.set(node, !narrow || !next.isBatch()));
        export.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        // Its room is kept, so that the first edit moves nothing; a narrow window has the mark in its title alone.
        edited.setManaged(!narrow);
        edited.setVisible(!narrow && next.isEdited());
    }
}
