package lossloupe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import lossloupe.app.AppModel;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.LossInfo;
import lossloupe.loss.Losses;
import lossloupe.loss.Param;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;

/// The menus that choose losses, reduction and arithmetic.
final class SetupMenus {
    private final Ui ui;
    private final AppModel model;
    private final MenuButton lossA;
    private final MenuButton lossB;
    private final MenuButton reduction;
    private final MenuButton dtype;

    SetupMenus(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        lossA = menu("A", "toolbar.lossA", () -> losses(LossSetup::a, LossSetup::withA, "edit.lossA"));
        lossB = menu("B", "toolbar.lossB", () -> losses(LossSetup::b, LossSetup::withB, "edit.lossB"));
        reduction = menu("", "toolbar.reduction", this::reductions);
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

    private interface With {
        LossSetup apply(LossSetup setup, LossChoice choice);
    }

    private List<MenuItem> losses(Function<LossSetup, LossChoice> now, With with, String editKey) {
        var items = new ArrayList<MenuItem>();
        for (var info : Losses.ALL) {
            for (var choice : choices(info)) {
                var item = new RadioMenuItem(name(choice, info.name()));
                item.setSelected(choice.equals(now.apply(model.document().setup())));
                item.setOnAction(e -> change(s -> with.apply(s, choice), editKey));
                items.add(item);
            }
        }
        return items;
    }

    /// A loss once per value of its parameters that are a choice: softmax over classes, and over positions.
    private static List<LossChoice> choices(LossInfo info) {
        var result = new ArrayList<LossChoice>();
        result.add(LossChoice.of(info.id()));
        for (Param param : info.params()) {
            for (var value : param.choices()) {
                if (!value.equals(param.defaultValue())) {
                    result.add(LossChoice.of(info.id()).with(param.id(), value));
                }
            }
        }
        return result;
    }

    private String name(LossChoice choice, String plain) {
        return choice.params().containsKey("axis") ? ui.texts().now("toolbar.wrongAxis", plain) : plain;
    }

    private List<MenuItem> reductions() {
        var items = new ArrayList<MenuItem>();
        var result = model.frame().evaluation().a();
        var family = "";
        for (var r : Reduction.values()) {
            if (!r.isScalar() || !r.appliesTo(result)) {
                continue;
            }
            var prefix = r.id().contains(".") ? r.id().substring(0, r.id().indexOf('.')) : "";
            if (!prefix.equals(family)) {
                items.add(new SeparatorMenuItem());
                family = prefix;
            }
            var item = new RadioMenuItem(r.id());
            item.setMnemonicParsing(false);
            item.setSelected(r.id().equals(model.document().setup().reduction()));
            item.setOnAction(e -> change(s -> s.withReduction(r.id()), "edit.reduction"));
            items.add(item);
        }
        return items;
    }

    private List<MenuItem> dtypes() {
        var items = new ArrayList<MenuItem>();
        for (var type : List.of(DType.FLOAT64, DType.FLOAT32)) {
            var item = new RadioMenuItem(type.id());
            item.setSelected(model.document().setup().dtype() == type);
            item.setOnAction(e -> change(s -> s.withDType(type), "edit.dtype"));
            items.add(item);
        }
        return items;
    }

    private void change(Function<LossSetup, LossSetup> change, String key) {
        var setup = model.document().setup();
        var next = change.apply(setup);
        if (!next.equals(setup)) {
            model.edit(new Edit.Setup(next, key));
        }
    }

    private void show() {
        var evaluation = model.frame().evaluation();
        var setup = evaluation.document().setup();
        var a = evaluation.a().info();
        var b = evaluation.b().info();
        lossA.setText(name(setup.a(), a.shortName()));
        lossB.setText(name(setup.b(), b.shortName()));
        reduction.setText(setup.reduction());
        dtype.setText(setup.dtype().id());
    }
}
