package lossloupe.view.action;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import lossloupe.view.Ui;
import lossloupe.view.dialog.ClassPopover;
import lossloupe.view.dialog.ShapePopover;

/// What a click on the card of the labels opens, by key and menu.
final class PopoverActions {
    private static final double BESIDE_NAME = 60;

    private final Ui ui;
    private final Hooks hooks;

    private PopoverActions(Ui ui, Hooks hooks) {
        this.ui = ui;
        this.hooks = hooks;
    }

    static List<Action> of(Ui ui, Hooks hooks) {
        var actions = new PopoverActions(ui, hooks);
        return List.of(
                Action.of("editClass", Group.EDIT, actions::selectedClass).keys(Keys.plain(KeyCode.C)),
                Action.of("editShape", Group.EDIT, actions::shape).keys(Keys.shift(KeyCode.C)));
    }

    private void selectedClass() {
        var owner = find("#grid-labels");
        var middle = owner.localToScreen(BESIDE_NAME, owner.getLayoutBounds().getHeight() / 2);
        ClassPopover.show(ui, owner, ui.model().view().selection().cls(), middle.getX(), middle.getY());
    }

    private void shape() {
        ShapePopover.show(ui, find("#document-shape"));
    }

    /// A part of the labels' card, or, while that is closed, the whole window.
    private Node find(String part) {
        var found = hooks.scene().lookup(part);
        return found == null ? hooks.scene().getRoot() : found;
    }
}
