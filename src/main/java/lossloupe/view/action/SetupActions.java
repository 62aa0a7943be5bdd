package lossloupe.view.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.view.Ui;

/// Losses, reduction and arithmetic without the mouse: the menus of the tool row by a key, and each of their entries by
/// its name in the command palette. And the formula that comes of them.
final class SetupActions {
    private SetupActions() {}

    /// The actions that open the menus.
    static List<Action> of(Hooks hooks) {
        return List.of(
                opening("lossA", hooks).keys(Keys.plain(KeyCode.A)),
                opening("lossB", hooks).keys(Keys.plain(KeyCode.B)),
                opening("reduction", hooks).keys(Keys.shift(KeyCode.R)),
                opening("dtype", hooks).keys(Keys.shift(KeyCode.D)),
                Action.of("formula", Group.VIEW, () -> formula(hooks.scene())).keys(Keys.plain(KeyCode.F1)));
    }

    /// Brings the formula into sight; where it is, that of the other loss.
    private static void formula(Scene scene) {
        if (scene.lookup("#formula-A") instanceof ToggleButton a
                && scene.lookup("#formula-B") instanceof ToggleButton b) {
            (a.isSelected() ? b : a).fire();
        } else if (scene.lookup("#tab-CELL") instanceof ToggleButton cell) {
            cell.fire();
        }
    }

    private static Action opening(String menu, Hooks hooks) {
        return Action.of("choose." + menu, Group.EDIT, () -> {
            if (hooks.scene().lookup("#toolbar-" + menu) instanceof MenuButton button) {
                button.show();
            }
        });
    }

    /// What the menus offer for the document shown now.
    static List<Action> choices(Ui ui) {
        var list = new ArrayList<Action>();
        for (var info : Losses.ALL) {
            var choice = LossChoice.of(info.id());
            list.add(choice(ui, "lossA", info.name(), s -> s.withA(choice)));
            list.add(choice(ui, "lossB", info.name(), s -> s.withB(choice)));
        }
        var result = ui.model().frame().evaluation().a();
        Stream.of(Reduction.values())
                .filter(r -> r.appliesTo(result))
                .forEach(r -> list.add(choice(ui, "reduction", r.id(), s -> s.withReduction(r.id()))));
        for (var type : List.of(DType.FLOAT64, DType.FLOAT32)) {
            list.add(choice(ui, "dtype", type.id(), s -> s.withDType(type)));
        }
        return list;
    }

    private static Action choice(Ui ui, String menu, String name, UnaryOperator<LossSetup> change) {
        var model = ui.model();
        Runnable edit =
                () -> model.edit(new Edit.Setup(change.apply(model.document().setup()), "edit." + menu));
        return Action.of("choose." + menu + "." + name, Group.EDIT, edit).named("palette." + menu, name);
    }
}
