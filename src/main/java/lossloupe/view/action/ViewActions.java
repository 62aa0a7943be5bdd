package lossloupe.view.action;

import static javafx.scene.input.KeyCode.ADD;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.F11;
import static javafx.scene.input.KeyCode.G;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.NUMPAD0;
import static javafx.scene.input.KeyCode.PLUS;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SUBTRACT;
import static javafx.scene.input.KeyCode.T;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import lossloupe.app.AppModel;
import lossloupe.app.Preferences.Motion;
import lossloupe.app.Preferences.Theme;
import lossloupe.app.Track;
import lossloupe.app.ViewHistory;
import lossloupe.i18n.Strings;

/// What changes the look of things and nothing in the document.
final class ViewActions {
    private static final int DIGITS = 9;

    private final AppModel model;

    private ViewActions(AppModel model) {
        this.model = model;
    }

    static List<Action> of(AppModel model, Moves moves, Hooks hooks) {
        return new ViewActions(model).list(moves, hooks);
    }

    private List<Action> list(Moves moves, Hooks hooks) {
        var list = new ArrayList<Action>();
        list.add(Action.of(
                        "layout",
                        Group.VIEW,
                        () -> model.turn(model.document().setup().format().other()))
                .keys(Keys.plain(T)));
        list.add(Action.of("viewBack", Group.VIEW, () -> model.revisit(ViewHistory::earlier))
                .keys(Keys.alt(LEFT))
                .when(views(ViewHistory::hasEarlier)));
        list.add(Action.of("viewForward", Group.VIEW, () -> model.revisit(ViewHistory::later))
                .keys(Keys.alt(RIGHT))
                .when(views(ViewHistory::hasLater)));
        list.add(Action.of("zoomIn", Group.VIEW, moves::zoomIn)
                .keys(Keys.shortcutSign(EQUALS), Keys.shortcutSign(PLUS), Keys.shortcut(ADD)));
        list.add(Action.of("zoomOut", Group.VIEW, moves::zoomOut)
                .keys(Keys.shortcutSign(MINUS), Keys.shortcut(SUBTRACT)));
        list.add(Action.of("fit", Group.VIEW, moves::fit)
                .keys(Keys.plain(F), Keys.shortcut(DIGIT0), Keys.shortcut(NUMPAD0)));
        list.add(Action.of("gradient", Group.VIEW, this::toggleGradients)
                .keys(Keys.plain(G))
                .checked(shown(Track.GRADIENT_A)));
        list.add(Action.of("fullScreen", Group.VIEW, () -> toggleFullScreen(hooks))
                .keys(Keys.plain(F11)));
        list.addAll(tracks());
        for (var theme : Theme.values()) {
            list.add(choice("theme", theme, Group.THEME, model.preferences().themeProperty()));
        }
        for (var locale : Strings.LOCALES) {
            var property = model.preferences().localeProperty();
            list.add(Action.of("language." + locale.getLanguage(), Group.LANGUAGE, () -> property.set(locale))
                    .checked(Bindings.createBooleanBinding(
                            () -> Strings.of(property.get()).locale().equals(locale), property)));
        }
        for (var motion : Motion.values()) {
            list.add(choice("motion", motion, Group.MOTION, model.preferences().motionProperty()));
        }
        return list;
    }

    /// Beside a card's heading its tag says which loss is meant; in a list the name must.
    private static String nameKey(Track track) {
        return switch (track) {
            case PROBABILITIES_A, PROBABILITIES_B, GRADIENT_A, GRADIENT_B -> "action.track." + track.id();
            default -> "track." + track.id();
        };
    }

    /// Ctrl and a digit opens and closes the tracks in the order in which they stand.
    private List<Action> tracks() {
        var openable = Stream.of(Track.values()).filter(Track::isOpenable).toList();
        var list = new ArrayList<Action>();
        for (int i = 0; i < openable.size(); i++) {
            var track = openable.get(i);
            var action = Action.of("track." + track.id(), Group.TRACKS, () -> model.look(v -> v.toggled(track)))
                    .named(nameKey(track))
                    .inFamily("tracks")
                    .checked(shown(track));
            list.add(i < DIGITS ? action.keys(Keys.shortcut(KeyCode.valueOf("DIGIT" + (i + 1)))) : action);
        }
        return list;
    }

    private <E extends Enum<E>> Action choice(String family, E value, Group group, ObjectProperty<E> property) {
        var id = family + "." + value.name().toLowerCase(Locale.ROOT);
        return Action.of(id, group, () -> property.set(value))
                .checked(Bindings.createBooleanBinding(() -> property.get() == value, property));
    }

    private ObservableBooleanValue views(Predicate<ViewHistory> condition) {
        var views = model.viewHistoryProperty();
        return Bindings.createBooleanBinding(() -> condition.test(views.get()), views);
    }

    private ObservableBooleanValue shown(Track track) {
        return Bindings.createBooleanBinding(() -> model.view().shown().contains(track), model.viewProperty());
    }

    /// Both gradients open unless one of them is; then both close.
    private void toggleGradients() {
        boolean isOpen = model.view().shown().contains(Track.GRADIENT_A)
                || model.view().shown().contains(Track.GRADIENT_B);
        model.look(v -> {
            var next = v;
            for (var track : List.of(Track.GRADIENT_A, Track.GRADIENT_B)) {
                next = next.shown().contains(track) == isOpen ? next.toggled(track) : next;
            }
            return next;
        });
    }

    private static void toggleFullScreen(Hooks hooks) {
        var stage = hooks.stage();
        if (stage != null) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }
}
