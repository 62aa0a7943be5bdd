package lossloupe.view.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import lossloupe.app.AppModel;
import lossloupe.app.Preferences;
import lossloupe.app.Selection;
import lossloupe.app.Track;
import lossloupe.document.LabelMode;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.i18n.Strings;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Span;
import lossloupe.view.Ui;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every key does to the model what the cheat sheet says.
class ActionsTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger typed = new AtomicInteger();
    private TextField field;
    private Ui ui;
    private AppModel model;
    private Scene scene;
    private Actions actions;

    @BeforeEach
    void open() {
        ui = OnFx.ui(Samples.seed());
        model = ui.model();
        OnFx.run(() -> {
            field = new TextField();
            actions = new Actions(ui, typed::incrementAndGet, clock::get);
            scene = new Scene(new StackPane(field), 400, 300);
            actions.install(scene);
            scene.getRoot().setFocusTraversable(true);
            scene.getRoot().requestFocus();
        });
    }

    @Test
    void arrowsMoveAsThePictureLies() {
        press(KeyCode.RIGHT);
        assertEquals(Selection.cell(1, 8), model.view().selection());
        press(KeyCode.UP);
        assertEquals(Selection.cell(0, 8), model.view().selection());
        press(KeyCode.T);
        assertEquals(DataFormat.CHANNELS_LAST, model.document().setup().format());
        press(KeyCode.DOWN);
        assertEquals(Selection.cell(0, 9), model.view().selection());
        press(KeyCode.RIGHT);
        assertEquals(Selection.cell(1, 9), model.view().selection());
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        assertEquals(Selection.cell(0, 9), model.view().selection(), "the edge holds");
    }

    @Test
    void shiftExtendsTheBlockAndEscapeGivesItUp() {
        press(KeyCode.LEFT, "shift");
        press(KeyCode.DOWN, "shift");
        assertEquals(new Selection(2, 6, 1, 7), model.view().selection());
        press(KeyCode.ESCAPE);
        assertEquals(Selection.cell(2, 6), model.view().selection());
    }

    @Test
    void homeEndPagesAndDigitsJump() {
        press(KeyCode.HOME);
        assertEquals(0, model.view().selection().position());
        press(KeyCode.END);
        assertEquals(11, model.view().selection().position());
        press(KeyCode.DIGIT4);
        assertEquals(Selection.cell(3, 11), model.view().selection());
        press(KeyCode.DIGIT9);
        assertEquals(Selection.cell(3, 11), model.view().selection(), "there is no class 9");
        OnFx.run(() -> model.look(v -> v.withViewport(v.viewport().placed(0, 5))));
        press(KeyCode.HOME);
        press(KeyCode.PAGE_DOWN);
        assertEquals(4, model.view().selection().position());
        press(KeyCode.PAGE_DOWN);
        assertEquals(8, model.view().selection().position());
        assertTrue(model.view().viewport().to() >= 9, "the selection stays visible");
        press(KeyCode.PAGE_UP);
        assertEquals(4, model.view().selection().position());
    }

    @Test
    void worstPositionsAreWalkedOneByOne() {
        var walked = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            press(KeyCode.N);
            OnFx.await(model::isSettled); // the frame of the new selection
            walked.add(model.view().selection().position());
        }
        assertEquals(3, new HashSet<>(walked).size(), walked.toString());
        press(KeyCode.P);
        assertEquals(walked.get(1), model.view().selection().position());
    }

    @Test
    void selectAllTakesTheRowThenEverything() {
        press(KeyCode.A, "ctrl");
        assertEquals(new Span(0, 12), model.view().selection().span());
        assertEquals(new Span(1, 2), model.view().selection().classes());
        press(KeyCode.A, "ctrl");
        assertEquals(new Span(0, 4), model.view().selection().classes());
    }

    @Test
    void spaceTogglesTheLabelsOfTheBlockWhenItIsLetGo() {
        press(KeyCode.RIGHT, "shift");
        OnFx.run(() -> Event.fireEvent(scene, key(KeyEvent.KEY_PRESSED, KeyCode.SPACE)));
        assertEquals(0, label(1, 8), "not while it is held, for a held space bar pans");
        release(KeyCode.SPACE);
        assertEquals(1, label(1, 7));
        assertEquals(1, label(1, 8));
        press(KeyCode.SPACE);
        release(KeyCode.SPACE);
        assertEquals(0, label(1, 7));
        assertEquals(0, label(1, 8));
        press(KeyCode.Z, "ctrl");
        assertEquals(1, label(1, 8), "one step per press");
    }

    @Test
    void exclusiveLabelsPushTheOthersAside() {
        press(KeyCode.E);
        assertEquals(LabelMode.EXCLUSIVE, model.document().setup().labelMode());
        press(KeyCode.DIGIT1);
        press(KeyCode.SPACE);
        release(KeyCode.SPACE);
        assertEquals(1, label(0, 7));
        assertEquals(0, label(1, 7));
        assertEquals(0, label(2, 7));
    }

    @Test
    void deleteErasesLabels() {
        press(KeyCode.DELETE);
        assertEquals(0, label(1, 7));
    }

    @Test
    void nudgesWithinABurstAreOneUndoStep() {
        press(KeyCode.EQUALS);
        clock.addAndGet(SECOND / 2);
        press(KeyCode.PLUS);
        clock.addAndGet(SECOND / 2);
        press(KeyCode.EQUALS, "shift");
        assertEquals(3.3, logit(1, 7));
        press(KeyCode.Z, "ctrl");
        assertEquals(2.1, logit(1, 7));
        press(KeyCode.Y, "ctrl");
        assertEquals(3.3, logit(1, 7));
    }

    @Test
    void aPauseOrAnotherCellEndsABurst() {
        press(KeyCode.MINUS);
        clock.addAndGet(SECOND);
        press(KeyCode.MINUS);
        press(KeyCode.RIGHT);
        press(KeyCode.UP, "alt");
        assertEquals(1.9, logit(1, 7));
        assertEquals(0.4, logit(1, 8));
        press(KeyCode.Z, "ctrl");
        assertEquals(0.3, logit(1, 8));
        press(KeyCode.Z, "ctrl");
        assertEquals(2.0, logit(1, 7));
        press(KeyCode.Z, "ctrl", "shift");
        assertEquals(1.9, logit(1, 7));
    }

    @Test
    void plusIsHeardWhereverTheKeyboardHasIt() {
        OnFx.run(() -> Event.fireEvent(
                scene, new KeyEvent(KeyEvent.KEY_TYPED, "+", "", KeyCode.UNDEFINED, true, false, false, false)));
        assertEquals(2.2, logit(1, 7));
    }

    @Test
    void theSetupIsSwitchedByLetters() {
        press(KeyCode.X);
        assertEquals(LossSetup.DEFAULT.swapped(), model.document().setup());
        press(KeyCode.G);
        assertTrue(model.view().shown().contains(Track.GRADIENT_A));
        assertTrue(model.view().shown().contains(Track.GRADIENT_B));
        press(KeyCode.G);
        assertFalse(model.view().shown().contains(Track.GRADIENT_A));
        press(KeyCode.DIGIT1, "ctrl");
        assertFalse(model.view().shown().contains(Track.SERIES));
    }

    @Test
    void zoomKeepsTheSelectionAndFitShowsAll() {
        press(KeyCode.EQUALS, "ctrl");
        assertEquals(8, model.view().viewport().span(), 1e-9);
        press(KeyCode.MINUS, "ctrl");
        assertTrue(model.view().viewport().showsAll());
        press(KeyCode.EQUALS, "ctrl");
        press(KeyCode.F);
        assertTrue(model.view().viewport().showsAll());
    }

    @Test
    void examplesAreTurnedLikePages() {
        OnFx.run(() -> model.open(Samples.random(Samples.Recipe.dummy(7), LossSetup.DEFAULT), null));
        assertFalse(actions.byId("previousExample").isEnabled());
        press(KeyCode.PERIOD);
        assertEquals(1, model.view().example());
        assertFalse(actions.byId("nextExample").isEnabled());
        press(KeyCode.PAGE_UP, "ctrl");
        assertEquals(0, model.view().example());
    }

    @Test
    void presetsAreOneUndoStep() {
        OnFx.run(() -> actions.byId("preset.ideal6").run());
        assertEquals(6, logit(1, 7));
        assertEquals(-6, logit(1, 8));
        OnFx.run(() -> actions.byId("preset.ideal20").run());
        assertEquals(-20, logit(0, 0));
        OnFx.run(() -> actions.byId("preset.random").run());
        assertTrue(Math.abs(logit(0, 0)) <= 3);
        OnFx.run(() -> actions.byId("preset.zero").run());
        assertEquals(0, logit(1, 7));
        for (int i = 0; i < 4; i++) {
            press(KeyCode.Z, "ctrl");
        }
        assertEquals(2.1, logit(1, 7));
        assertFalse(actions.byId("undo").isEnabled());
        assertTrue(actions.byId("redo").isEnabled());
    }

    @Test
    void lettersAreLeftToATextField() {
        OnFx.run(field::requestFocus);
        press(KeyCode.T);
        press(KeyCode.Z, "ctrl");
        assertEquals(DataFormat.CHANNELS_FIRST, model.document().setup().format());
        press(KeyCode.F2);
        assertEquals(0, typed.get());
    }

    @Test
    void arrowsMoveTheCellWhileAButtonOfTheToolBarHasTheFocusAndWhatAListLeavesOver() {
        OnFx.run(() -> {
            var button = new MenuButton("tool");
            ((StackPane) scene.getRoot()).getChildren().add(0, button);
            button.requestFocus();
            Event.fireEvent(button, key(KeyEvent.KEY_PRESSED, KeyCode.RIGHT));
        });
        assertEquals(Selection.cell(1, 8), model.view().selection());
        OnFx.run(() -> {
            var list = new ListView<String>();
            ((StackPane) scene.getRoot()).getChildren().add(0, list);
            list.requestFocus();
            Event.fireEvent(scene, key(KeyEvent.KEY_PRESSED, KeyCode.HOME));
        });
        assertEquals(Selection.cell(1, 0), model.view().selection(), "what a list leaves over is ours");
    }

    @Test
    void theLogitIsTypedByEnterOrF2() {
        press(KeyCode.F2);
        press(KeyCode.ENTER);
        assertEquals(2, typed.get());
    }

    @Test
    void keysRestWhileACardIsOpenAndEscapeClosesIt() {
        press(KeyCode.SLASH, "shift");
        assertTrue(actions.overlay().isOpen());
        press(KeyCode.T);
        assertEquals(DataFormat.CHANNELS_FIRST, model.document().setup().format());
        OnFx.run(() -> Event.fireEvent(actions.overlay(), key(KeyEvent.KEY_PRESSED, KeyCode.ESCAPE)));
        assertFalse(actions.overlay().isOpen());
        press(KeyCode.P, "ctrl", "shift");
        assertEquals("palette", actions.overlay().top().getId());
    }

    @Test
    void preferencesAreChoices() {
        OnFx.run(() -> {
            actions.byId("theme.dark").run();
            actions.byId("language.ja").run();
            actions.byId("motion.reduced").run();
        });
        assertEquals(Preferences.Theme.DARK, model.preferences().themeProperty().get());
        assertEquals(Locale.JAPANESE, model.preferences().localeProperty().get());
        assertEquals(
                Preferences.Motion.REDUCED, model.preferences().motionProperty().get());
        assertTrue(actions.byId("language.ja").checked().get());
    }

    @Test
    void noKeyMeansTwoThingsAndNoIdIsUsedTwice() {
        var keys = new HashMap<String, String>();
        var ids = new HashSet<String>();
        for (var action : actions.all()) {
            assertTrue(ids.add(action.id()), action.id());
            for (var key : action.keys()) {
                var before = keys.put(key.getName(), action.id());
                assertEquals(null, before, key.getName() + " of " + action.id());
            }
        }
    }

    @Test
    void everyActionIsNamedInEveryLanguage() {
        for (var locale : Strings.LOCALES) {
            OnFx.run(() -> model.preferences().localeProperty().set(locale));
            for (var action : actions.all()) {
                assertFalse(OnFx.call(() -> action.name(ui.texts())).isBlank(), action.id());
            }
            OnFx.run(() -> CheatSheet.card(ui, actions.all()));
        }
    }

    @Test
    void theMenuHoldsWhatTheTableHolds() {
        OnFx.run(() -> {
            var ids = new HashSet<String>();
            collect(actions.menus(), ids);
            for (var id : List.of("open", "save", "undo", "layout", "preset.ideal20", "theme.dark", "keys", "quit")) {
                assertTrue(ids.contains("menu-" + id), id);
            }
            assertEquals(8, actions.items("export").size());
        });
    }

    @Test
    void bracketsMakeTheBrushWiderAndNarrower() {
        OnFx.run(() -> {
            actions.byId("brushWider").run();
            actions.byId("brushWider").run();
        });
        assertEquals(7, model.brushProperty().get());
        OnFx.run(() -> {
            actions.byId("brushNarrower").run();
            actions.byId("brushNarrower").run();
            actions.byId("brushNarrower").run();
        });
        assertEquals(1, model.brushProperty().get());
    }

    /// A loss, a reduction and the arithmetic are found by their names as any command is.
    @Test
    void whatTheMenusOfTheToolRowHoldIsFoundByName() {
        OnFx.run(() -> pick("loss b focal"));
        assertEquals("sigmoid_focal", model.document().setup().b().id());
        OnFx.run(() -> pick("float32"));
        assertEquals(lossloupe.tensor.DType.FLOAT32, model.document().setup().dtype());
        OnFx.run(() -> pick("reduction tf1.sum_over_batch"));
        assertEquals("tf1.SUM_OVER_BATCH_SIZE", model.document().setup().reduction());
        OnFx.run(() -> pick("reduction: none"));
        assertEquals("none", model.document().setup().reduction());
    }

    private void pick(String typed) {
        CommandPalette.matches(SetupActions.choices(ui), typed, ui.texts())
                .getFirst()
                .run();
    }

    @Test
    void thePaletteFindsByWordsOfEitherLanguage() {
        var found = OnFx.call(() -> CommandPalette.matches(actions.all(), "theme dark", ui.texts()));
        assertEquals(List.of("theme.dark"), found.stream().map(Action::id).toList());
        OnFx.run(() -> model.preferences().localeProperty().set(Locale.JAPANESE));
        found = OnFx.call(() -> CommandPalette.matches(actions.all(), "ダーク", ui.texts()));
        assertEquals(List.of("theme.dark"), found.stream().map(Action::id).toList());
    }

    private static void collect(List<MenuItem> items, HashSet<String> ids) {
        for (var item : items) {
            ids.add(String.valueOf(item.getId()));
            if (item instanceof Menu menu) {
                collect(menu.getItems(), ids);
            }
        }
    }

    private double logit(int cls, int position) {
        return model.document().example(0).logits().get(cls).get(position);
    }

    private double label(int cls, int position) {
        return model.document().example(0).labels().get(cls).get(position);
    }

    private void press(KeyCode code, String... modifiers) {
        OnFx.run(() -> Event.fireEvent(scene, key(KeyEvent.KEY_PRESSED, code, modifiers)));
    }

    private void release(KeyCode code) {
        OnFx.run(() -> Event.fireEvent(scene, key(KeyEvent.KEY_RELEASED, code)));
    }

    private static KeyEvent key(javafx.event.EventType<KeyEvent> type, KeyCode code, String... modifiers) {
        var with = List.of(modifiers);
        return new KeyEvent(
                type, "", "", code, with.contains("shift"), with.contains("ctrl"), with.contains("alt"), false);
    }
}
