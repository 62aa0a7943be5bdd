package lossloupe.view.action;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.PERIOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import lossloupe.app.AppModel;
import lossloupe.view.action.Moves.Direction;
import lossloupe.view.action.Moves.Reach;

/// Moving and stretching the selection, and going from example to example.
final class MoveActions {
    private static final int DIGITS = 9;

    private MoveActions() {}

    static List<Action> of(AppModel model, Moves moves) {
        var list = new ArrayList<Action>();
        for (var direction : Direction.values()) {
            var id = direction.name().toLowerCase(Locale.ROOT);
            var code = KeyCode.valueOf(direction.name());
            list.add(Action.of("move." + id, Group.NAVIGATE, () -> moves.step(direction, Reach.MOVE))
                    .keys(Keys.plain(code))
                    .inFamily("move"));
            list.add(Action.of("extend." + id, Group.NAVIGATE, () -> moves.step(direction, Reach.EXTEND))
                    .keys(Keys.shift(code))
                    .inFamily("extend"));
        }
        list.add(end("first", HOME, () -> moves.first(Reach.MOVE)));
        list.add(end("last", END, () -> moves.last(Reach.MOVE)));
        list.add(reach("extend.first", HOME, () -> moves.first(Reach.EXTEND)));
        list.add(reach("extend.last", END, () -> moves.last(Reach.EXTEND)));
        list.add(page("pageBack", PAGE_UP, () -> moves.page(-1, Reach.MOVE)));
        list.add(page("pageOn", PAGE_DOWN, () -> moves.page(1, Reach.MOVE)));
        list.add(reach("extend.pageBack", PAGE_UP, () -> moves.page(-1, Reach.EXTEND)));
        list.add(reach("extend.pageOn", PAGE_DOWN, () -> moves.page(1, Reach.EXTEND)));
        list.add(Action.of("selectAll", Group.NAVIGATE, moves::all).keys(Keys.shortcut(A)));
        list.add(Action.of("selectCell", Group.NAVIGATE, () -> calm(model, moves))
                .keys(Keys.plain(ESCAPE)));
        for (int i = 0; i < DIGITS; i++) {
            int cls = i;
            list.add(Action.of("class." + (i + 1), Group.NAVIGATE, () -> moves.pick(cls))
                    .named("action.class", i + 1)
                    .keys(
                            Keys.plain(KeyCode.valueOf("DIGIT" + (i + 1))),
                            Keys.plain(KeyCode.valueOf("NUMPAD" + (i + 1))))
                    .inFamily("class")
                    .when(bound(model, () -> cls < model.document().shape().classes())));
        }
        list.addAll(examples(model, moves));
        return list;
    }

    /// From example to example, and from one bad position to the next.
    private static List<Action> examples(AppModel model, Moves moves) {
        var worst = new WorstPositions(model);
        return List.of(
                example("previousExample", PAGE_UP, COMMA, () -> moves.example(-1))
                        .when(bound(model, () -> model.view().example() > 0)),
                example("nextExample", PAGE_DOWN, PERIOD, () -> moves.example(1))
                        .when(bound(
                                model,
                                () -> model.view().example()
                                        < model.document().shape().batch() - 1)),
                Action.of("nextWorst", Group.NAVIGATE, () -> worst.step(1)).keys(Keys.plain(KeyCode.N)),
                Action.of("previousWorst", Group.NAVIGATE, () -> worst.step(-1)).keys(Keys.plain(KeyCode.P)));
    }

    private static Action end(String id, KeyCode code, Runnable handler) {
        return Action.of(id, Group.NAVIGATE, handler).keys(Keys.plain(code)).inFamily("ends");
    }

    private static Action page(String id, KeyCode code, Runnable handler) {
        return Action.of(id, Group.NAVIGATE, handler).keys(Keys.plain(code)).inFamily("page");
    }

    private static Action reach(String id, KeyCode code, Runnable handler) {
        return Action.of(id, Group.NAVIGATE, handler).keys(Keys.shift(code)).inFamily("extend");
    }

    private static Action example(String id, KeyCode withShortcut, KeyCode plain, Runnable handler) {
        return Action.of(id, Group.NAVIGATE, handler).keys(Keys.shortcut(withShortcut), Keys.plain(plain));
    }

    private interface Condition {
        boolean holds();
    }

    private static ObservableBooleanValue bound(AppModel model, Condition condition) {
        return Bindings.createBooleanBinding(condition::holds, model.store().documentProperty(), model.viewProperty());
    }

    /// A message in the way goes first.
    private static void calm(AppModel model, Moves moves) {
        if (model.noticeProperty().get() != null) {
            model.noticeProperty().set(null);
        } else {
            moves.onlyCell();
        }
    }
}
