package lossloupe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import lossloupe.app.AppModel;
import lossloupe.document.LossChoice;
import lossloupe.loss.LossInfo;
import lossloupe.loss.Losses;
import lossloupe.view.dialog.LossPopover;
import lossloupe.view.dialog.LossPopover.Which;

/// The menus that choose losses, reduction and arithmetic.
final class SetupMenus {
    /// What the shortest name needs.
    private static final double SHORT = 61;

    private static final double LONG = 168;

    private final Ui ui;
    private final AppModel model;
    private final MenuButton lossA;
    private final MenuButton lossB;
    private final MenuButton reduction;
    private final MenuButton dtype;

    SetupMenus(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        lossA = menu("A", "toolbar.lossA", () -> losses(Which.A));
        lossB = menu("B", "toolbar.lossB", () -> losses(Which.B));
        reduction = menu("", "toolbar.reduction", this::reductions);
        // Some names are longer than there is room for.
        reduction.setMinWidth(SHORT);
        reduction.setMaxWidth(LONG);
        Tip.on(reduction, reduction.textProperty());
        dtype = menu("", "toolbar.dtype", this::dtypes);
        model.frameProperty().subscribe(f -> show());
        ui.texts().stringsProperty().subscribe(s -> show());
    }

    MenuButton lossA() {
        return lossA;
    }

    MenuButton lossB() {
        return lossB;
    }

    MenuButton reduction() {
        return reduction;
    }

    MenuButton dtype() {
        return dtype;
    }

    private MenuButton menu(String tag, String key, Supplier<List<MenuItem>> items) {
        var button = new MenuButton();
        button.getStyleClass().add("setup-menu");
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty().bind(ui.texts().of(key));
        if (!tag.isEmpty()) {
            var label = new Label(tag);
            label.getStyleClass().addAll("tag", tag.equals("A") ? "tag-a" : "tag-b");
            button.setGraphic(label);
        } else {
            button.getStyleClass().add("quiet");
        }
        // Filled when opened: what applies depends on the document. One item beforehand lets the button open at all.
        button.getItems().setAll(new MenuItem());
        button.setOnShowing(e -> button.getItems().setAll(items.get()));
        return button;
    }

    private List<MenuItem> losses(Which which) {
        var items = new ArrayList<MenuItem>();
        SetupChoice.losses(ui.texts(), which).forEach(choice -> items.add(item(choice)));
        if (!Losses.info(which.of(model.document().setup()).id()).params().isEmpty()) {
            var params = new MenuItem();
            params.textProperty().bind(ui.texts().of("loss.params"));
            params.setId("loss-params");
            params.setOnAction(e -> LossPopover.show(ui, which == Which.A ? lossA : lossB, which));
            items.add(new SeparatorMenuItem());
            items.add(params);
        }
        return items;
    }

    private List<MenuItem> reductions() {
        var items = new ArrayList<MenuItem>();
        var family = "";
        for (var r : SetupChoice.reductions(model.frame().evaluation().a()).toList()) {
            if (!r.family().equals(family)) {
                family = r.family();
                var about = new MenuItem(ui.texts().now("reduction.family." + family));
                about.setMnemonicParsing(false);
                about.setDisable(true);
                about.getStyleClass().add("caption");
                items.add(about);
            }
            items.add(item(SetupChoice.of(r)));
        }
        return items;
    }

    private List<MenuItem> dtypes() {
        return SetupChoice.dtypes().stream().map(this::item).toList();
    }

    private MenuItem item(SetupChoice choice) {
        var item = new RadioMenuItem(choice.name());
        item.setMnemonicParsing(false);
        item.setSelected(choice.isChosen().test(model.document().setup()));
        item.setOnAction(e -> choice.choose(model));
        return item;
    }

    /// With a mark where parameters differ from their defaults, so that no number is read for the plain loss.
    private String named(LossChoice choice, LossInfo info) {
        boolean isPlain = choice.without("axis").params().isEmpty();
        return SetupChoice.name(ui.texts(), choice, info.shortName()) + (isPlain ? "" : " *");
    }

    private void show() {
        var evaluation = model.frame().evaluation();
        var setup = evaluation.document().setup();
        var a = evaluation.a().info();
        var b = evaluation.b().info();
        lossA.setText(named(setup.a(), a));
        lossB.setText(named(setup.b(), b));
        reduction.setText(setup.reduction());
        dtype.setText(setup.dtype().id());
    }
}
