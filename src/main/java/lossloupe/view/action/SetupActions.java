package lossloupe.view.action;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lossloupe.view.SetupChoice;
import lossloupe.view.Ui;
import lossloupe.view.dialog.LossPopover.Which;

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
        return Stream.of(
                        SetupChoice.losses(ui.texts(), Which.A).stream(),
                        SetupChoice.losses(ui.texts(), Which.B).stream(),
                        SetupChoice.reductions(ui.model().frame().evaluation().a())
                                .map(SetupChoice::of),
                        SetupChoice.dtypes().stream())
                .flatMap(choices -> choices)
                .map(choice -> action(ui, choice))
                .toList();
    }

    private static Action action(Ui ui, SetupChoice choice) {
        var id = "choose." + choice.menu() + "." + choice.name();
        return Action.of(id, Group.EDIT, () -> choice.choose(ui.model()))
                .named("palette." + choice.menu(), choice.name());
    }
}
