package lossloupe.view.action;

import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.X;
import static javafx.scene.input.KeyCode.Y;
import static javafx.scene.input.KeyCode.Z;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.History;
import lossloupe.document.LabelMode;
import lossloupe.document.LossSetup;

/// What changes the document.
final class EditActions {
    private static final double SMALL = 0.1;
    private static final double LARGE = 1;

    /// `+` stands shifted on some keyboards and plain on others; the key is the same, so that Shift can mean
    /// «more».
    private static final List<KeyCode> UPWARDS = List.of(KeyCode.EQUALS, KeyCode.PLUS, KeyCode.ADD);

    private static final List<KeyCode> DOWNWARDS = List.of(KeyCode.MINUS, KeyCode.SUBTRACT);

    private final AppModel model;
    private final CellEdits cells;
    private final Random seeds = new Random();

    private EditActions(AppModel model, CellEdits cells) {
        this.model = model;
        this.cells = cells;
    }

    static List<Action> of(AppModel model, CellEdits cells, Hooks hooks) {
        return new EditActions(model, cells).list(hooks);
    }

    private List<Action> list(Hooks hooks) {
        var list = new ArrayList<Action>();
        var store = model.store();
        list.add(Action.of("undo", Group.EDIT, store::undo)
                .keys(Keys.shortcut(Z))
                .when(history(History::canUndo)));
        list.add(Action.of("redo", Group.EDIT, store::redo)
                .keys(Keys.shortcutShift(Z), Keys.shortcut(Y))
                .when(history(History::canRedo)));
        list.add(Action.of("toggleLabel", Group.EDIT, cells::toggleLabels).keys(Keys.plain(SPACE)));
        list.add(Action.of("eraseLabels", Group.EDIT, cells::eraseLabels)
                .keys(Keys.plain(DELETE), Keys.plain(BACK_SPACE)));
        list.add(Action.of("typeLogit", Group.EDIT, hooks::typeSelectedLogit).keys(Keys.plain(F2), Keys.plain(ENTER)));
        list.add(nudge("raise", SMALL, Keys.alt(UP), Keys::plain, UPWARDS).typed("+"));
        list.add(nudge("lower", -SMALL, Keys.alt(DOWN), Keys::plain, DOWNWARDS));
        list.add(nudge("raiseMore", LARGE, Keys.altShift(UP), Keys::shift, UPWARDS));
        list.add(nudge("lowerMore", -LARGE, Keys.altShift(DOWN), Keys::shift, DOWNWARDS));
        list.add(setup("swap", X, "edit.swap", LossSetup::swapped));
        // Twice as wide, or half: 1, 3, 7, 15 …
        list.add(Action.of(
                        "brushWider",
                        Group.EDIT,
                        () -> brush(2 * model.brushProperty().get() + 1))
                .keys(Keys.plain(KeyCode.CLOSE_BRACKET))
                .typed("]"));
        list.add(Action.of(
                        "brushNarrower",
                        Group.EDIT,
                        () -> brush(model.brushProperty().get() / 2))
                .keys(Keys.plain(KeyCode.OPEN_BRACKET))
                .typed("["));
        list.add(Action.of("labelMode", Group.EDIT, this::switchLabelMode).keys(Keys.plain(E)));
        list.add(preset("zero", LogitPresets::zero));
        list.add(preset("ideal6", d -> LogitPresets.ideal(d, 6)));
        list.add(preset("ideal20", d -> LogitPresets.ideal(d, 20)));
        list.add(Action.of("preset.random", Group.LOGITS, this::randomLogits));
        return list;
    }

    private void brush(int positions) {
        model.brush(positions);
        model.say(Notice.info("notice.brush", model.brushProperty().get()));
    }

    private Action nudge(
            String id,
            double delta,
            KeyCombination everywhere,
            Function<KeyCode, KeyCombination> how,
            List<KeyCode> codes) {
        var keys = new ArrayList<KeyCombination>();
        codes.forEach(code -> keys.add(how.apply(code)));
        keys.add(everywhere);
        return Action.of(id, Group.EDIT, () -> cells.nudge(delta)).keys(keys.toArray(new KeyCombination[0]));
    }

    private Action setup(String id, KeyCode code, String key, UnaryOperator<LossSetup> change) {
        return Action.of(
                        id,
                        Group.EDIT,
                        () -> model.edit(
                                new Edit.Setup(change.apply(model.document().setup()), key)))
                .keys(Keys.plain(code));
    }

    private Action preset(String id, UnaryOperator<Document> change) {
        return Action.of("preset." + id, Group.LOGITS, () -> replace(change.apply(model.document())));
    }

    private void randomLogits() {
        int seed = seeds.nextInt(1_000_000);
        replace(LogitPresets.random(model.document(), seed));
        model.say(Notice.info("notice.randomLogits", Integer.toString(seed)));
    }

    private void replace(Document document) {
        model.edit(new Edit.Replace(document, "edit.preset"));
    }

    private ObservableBooleanValue history(Predicate<History> condition) {
        return Bindings.createBooleanBinding(
                () -> condition.test(model.store().historyProperty().get()),
                model.store().historyProperty());
    }

    /// Exclusive rules what is painted from then on; what overlaps already is named, not changed.
    private void switchLabelMode() {
        var setup = model.document().setup();
        boolean isExclusive = setup.labelMode() == LabelMode.EXCLUSIVE;
        var next = isExclusive ? LabelMode.OVERLAPPING : LabelMode.EXCLUSIVE;
        model.edit(new Edit.Setup(setup.withLabelMode(next), "edit.labelMode"));
        long overlaps = model.frame().evaluation().overlap().overlaps();
        if (!isExclusive && overlaps > 0) {
            model.say(Notice.info("notice.overlapsStay", overlaps));
        }
    }
}
