package lossloupe.view.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.app.Preferences;
import lossloupe.app.Selection;
import lossloupe.app.Track;
import lossloupe.app.ViewHistory;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.tensor.DataFormat;
import lossloupe.view.AppWindow;
import lossloupe.view.Ui;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole window, shown where nobody sees it, used with the mouse.
class WindowTest {
    private final Ui ui;
    private final AppModel model;
    private final Stage stage;
    private final Scene scene;

    WindowTest() {
        ui = OnFx.ui(Samples.seed());
        model = ui.model();
        stage = OnFx.call(() -> {
            ui.model().preferences().motionProperty().set(Preferences.Motion.REDUCED);
            var window = AppWindow.whole(ui, 1440, 900);
            var shown = new Stage();
            shown.setScene(window.scene());
            shown.show();
            return shown;
        });
        scene = OnFx.call(stage::getScene);
        settle();
    }

    @AfterEach
    void close() {
        OnFx.run(() -> {
            stage.close();
            model.close();
        });
    }

    private void settle() {
        OnFx.await(model::isSettled);
    }

    private GridBody grid(Track track) {
        return (GridBody) node("#grid-" + track.id());
    }

    private Node node(String selector) {
        return OnFx.call(() -> {
            var found = scene.lookup(selector);
            assertNotNull(found, selector);
            return found;
        });
    }

    private Box cell(GridBody body, int cls, int position) {
        return OnFx.call(() -> {
            var place = body.place();
            assertNotNull(place);
            return place.cell(cls, position);
        });
    }

    private void on(Track track, int cls, int position, Consumer<Hand> does) {
        var body = grid(track);
        var box = cell(body, cls, position);
        OnFx.run(() -> does.accept(new Hand(Mouse.on(body), box.centerX(), box.centerY())));
        settle();
    }

    private static void escape(Node target) {
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    /// A mouse over the middle of a cell.
    private record Hand(Mouse mouse, double x, double y) {}

    @Test
    void escapeClosesWhatIsSaid() {
        OnFx.run(() -> {
            model.say(Notice.error("notice.failed", "x"));
            escape(scene.getRoot());
        });
        assertFalse(node("#notice").isVisible());
    }

    @Test
    void whatIsSaidMovesNothing() {
        settle();
        var grid = grid(Track.LOGITS);
        var before = OnFx.call(() -> grid.localToScene(grid.getBoundsInLocal()));
        OnFx.run(() -> model.say(Notice.info("notice.failed", "x")));
        settle();
        assertTrue(node("#notice").isVisible());
        assertEquals(before, OnFx.call(() -> {
            scene.getRoot().layout();
            return grid.localToScene(grid.getBoundsInLocal());
        }));
    }

    private double logit(int cls, int position) {
        return model.document().example(0).logits().get(cls).get(position);
    }

    private double label(int cls, int position) {
        return model.document().example(0).labels().get(cls).get(position);
    }

    /// A scale that grew with one logit would change every cell in front of everybody.
    @Test
    void coloursKeepTheirScalesWhileALogitIsDragged() {
        var before = model.frame().scales();
        on(Track.LOGITS, 1, 3, hand -> hand.mouse().press(hand.x(), hand.y()).drag(hand.x(), hand.y() - 200));
        OnFx.await(model::isSettled);
        assertEquals(before, model.frame().scales());
        on(Track.LOGITS, 1, 3, hand -> hand.mouse().release(hand.x(), hand.y() - 200));
        OnFx.await(() -> model.isSettled() && !model.frame().scales().equals(before));
        assertTrue(model.frame().scales().lossA() > before.lossA());
    }

    @Test
    void draggingALogitMovesBothLossesAndIsOneStep() {
        var before = model.document();
        double lossBefore = model.frame().evaluation().a().terms().get(0, 1, 7);
        on(Track.LOGITS, 1, 7, hand -> {
            hand.mouse().press(hand.x(), hand.y());
            for (int i = 1; i <= 20; i++) {
                hand.mouse().drag(hand.x(), hand.y() - i);
            }
            hand.mouse().release(hand.x(), hand.y() - 20);
        });
        assertEquals(3.1, logit(1, 7), 1e-12);
        assertNotEquals(lossBefore, model.frame().evaluation().a().terms().get(0, 1, 7));
        OnFx.run(() -> model.store().undo());
        assertSame(before, model.document());
    }

    @Test
    void escapeTakesADragBack() {
        var before = model.document();
        on(Track.LOGITS, 1, 7, hand -> {
            hand.mouse().press(hand.x(), hand.y()).drag(hand.x(), hand.y() - 30);
            assertNotEquals(before, model.document());
            escape(grid(Track.LOGITS));
        });
        assertSame(before, model.document());
    }

    @Test
    void theWheelNudgesTheSelectedLogitAndItsStepsAreOneUndo() {
        on(Track.LOGITS, 0, 3, hand -> hand.mouse().click(hand.x(), hand.y()));
        var before = model.document();
        on(Track.LOGITS, 0, 3, hand -> {
            assertEquals(Selection.cell(0, 3), model.view().selection());
            hand.mouse().wheel(hand.x(), hand.y(), 40);
            hand.mouse().wheel(hand.x(), hand.y(), 40);
            hand.mouse().wheel(hand.x(), hand.y(), -40);
        });
        assertEquals(-0.5, logit(0, 3), 1e-12);
        OnFx.run(() -> model.store().undo());
        assertSame(before, model.document());
    }

    /// A wheel that scrolls must not change what comes under the pointer meanwhile.
    @Test
    void theWheelChangesNoLogitThatThePointerWasNotMovedTo() {
        var before = model.document();
        on(Track.LOGITS, 2, 2, hand -> hand.mouse().move(hand.x(), hand.y()));
        on(Track.LOGITS, 1, 7, hand -> {
            assertEquals(Selection.cell(1, 7), model.view().selection());
            hand.mouse().wheel(hand.x(), hand.y(), 40);
        });
        assertSame(before, model.document());
        on(Track.LOGITS, 1, 7, hand -> hand.mouse().move(hand.x(), hand.y()).wheel(hand.x(), hand.y(), 40));
        assertEquals(2.2, logit(1, 7), 1e-12);
    }

    @Test
    void aWiderBrushPaintsToBothSidesAndEndsWithTheRow() {
        OnFx.run(() -> model.brush(3));
        on(Track.LABELS, 0, 5, hand -> hand.mouse().click(hand.x(), hand.y()));
        assertEquals(1, label(0, 4));
        assertEquals(1, label(0, 6));
        assertEquals(0, label(0, 7));
        on(Track.LABELS, 0, 11, hand -> hand.mouse().click(hand.x(), hand.y()));
        assertEquals(1, label(0, 10));
        assertEquals(1, label(0, 11));
    }

    @Test
    void paintingGoesOnBeyondWhatIsSeen() {
        OnFx.run(() -> {
            model.open(Samples.random(new Samples.Recipe(1, 4, 500, -3, 3, 0, 1), LossSetup.DEFAULT), null);
            model.look(v -> v.withViewport(v.viewport().placed(100, 20)));
        });
        settle();
        var body = grid(Track.LABELS);
        var box = cell(body, 2, 115);
        OnFx.run(() -> Mouse.on(body).press(box.centerX(), box.centerY()).drag(box.centerX() + 600, box.centerY()));
        OnFx.await(() -> label(2, 140) == 1);
        OnFx.run(() -> Mouse.on(body).release(box.centerX() + 600, box.centerY()));
        settle();
        assertEquals(0, label(2, 114));
        assertTrue(model.view().viewport().from() > 110);
        double still = model.view().viewport().from();
        OnFx.run(() -> model.store().undo());
        settle();
        assertEquals(0, label(2, 115), "one step");
        assertEquals(still, model.view().viewport().from());
    }

    @Test
    void aDoubleClickTypesALogit() {
        on(
                Track.LOGITS,
                2,
                4,
                hand -> hand.mouse().click(hand.x(), hand.y()).twice().click(hand.x(), hand.y()));
        OnFx.run(() -> {
            var field = (TextField) scene.lookup(".cell-editor");
            assertNotNull(field);
            assertEquals("−1.9", field.getText());
            field.setText("4,25");
            field.getOnAction().handle(new javafx.event.ActionEvent());
        });
        assertEquals(4.25, logit(2, 4));
        assertEquals(null, OnFx.call(() -> scene.lookup(".cell-editor")));
    }

    @Test
    void paintsErasesAndFillsRuns() {
        on(Track.LABELS, 0, 4, hand -> {
            double width = cell(grid(Track.LABELS), 0, 4).width() + 2;
            hand.mouse()
                    .press(hand.x(), hand.y())
                    .drag(hand.x() + 3 * width, hand.y())
                    .release(hand.x(), hand.y());
        });
        assertEquals(1, label(0, 4));
        assertEquals(1, label(0, 7));
        assertEquals(0, label(0, 8));
        on(Track.LABELS, 0, 5, hand -> hand.mouse().withAlt().click(hand.x(), hand.y()));
        assertEquals(0, label(0, 5));
        on(Track.LABELS, 0, 10, hand -> hand.mouse().withShortcut().click(hand.x(), hand.y()));
        assertEquals(1, label(0, 8));
        assertEquals(1, label(0, 11));
        assertEquals(1, label(1, 7), "overlapping: other classes stay");
    }

    @Test
    void exclusivePaintingClearsTheOtherClasses() {
        OnFx.run(() -> model.edit(
                new Edit.Setup(model.document().setup().withLabelMode(LabelMode.EXCLUSIVE), "edit.labelMode")));
        settle();
        on(Track.LABELS, 0, 7, hand -> hand.mouse().click(hand.x(), hand.y()));
        assertEquals(1, label(0, 7));
        assertEquals(0, label(1, 7));
        assertEquals(0, label(2, 7));
    }

    @Test
    void theEndOfARunIsDraggedAndWhatItCoveredComesBack() {
        var body = grid(Track.LABELS);
        var last = cell(body, 1, 7);
        double edge = last.x() + last.width() + 1;
        double width = last.width() + 2;
        OnFx.run(() -> Mouse.on(body)
                .move(edge, last.centerY())
                .press(edge, last.centerY())
                .drag(edge + 3 * width, last.centerY())
                .drag(edge - 2 * width, last.centerY())
                .release(edge, last.centerY()));
        settle();
        assertEquals(1, label(1, 5));
        assertEquals(0, label(1, 6));
        assertEquals(0, label(1, 9));
        OnFx.run(() -> model.store().undo());
        assertEquals(1, label(1, 7));
        assertFalse(model.store().historyProperty().get().canUndo());
    }

    @Test
    void turningTheLayoutKeepsTheSelectionOnItsCellAndChangesNoNumber() {
        double a = model.frame().evaluation().a().perClassMean()[1];
        OnFx.run(() -> model.select(Selection.cell(2, 8)));
        var before = cell(grid(Track.LOGITS), 2, 8);
        OnFx.run(() -> model.turn(DataFormat.CHANNELS_LAST));
        settle();
        var after = cell(grid(Track.LOGITS), 2, 8);
        assertEquals(Selection.cell(2, 8), model.view().selection());
        assertTrue(after.y() > before.y(), "positions run down");
        assertEquals(a, model.frame().evaluation().a().perClassMean()[1]);
        on(Track.LOGITS, 3, 11, hand -> hand.mouse().press(hand.x(), hand.y()).drag(hand.x(), hand.y() - 10));
        assertEquals(3.1, logit(3, 11), 1e-12);
    }

    @Test
    void altAndArrowsGoThroughTheViews() {
        OnFx.run(() -> model.turn(DataFormat.CHANNELS_LAST));
        settle();
        OnFx.run(() -> model.revisit(ViewHistory::earlier));
        settle();
        assertEquals(DataFormat.CHANNELS_FIRST, model.document().setup().format());
        OnFx.run(() -> model.revisit(ViewHistory::later));
        assertEquals(DataFormat.CHANNELS_LAST, model.document().setup().format());
        assertFalse(model.store().isEdited());
    }

    /// As on a projector: nothing of the calm set lies below the window.
    @Test
    void theCalmSetFitsASmallWindow() {
        OnFx.run(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        settle();
        OnFx.await(() -> {
            var stack = (TrackStack) scene.lookup(".track-stack");
            var plan = stack == null ? null : stack.plan();
            return plan != null && plan.width() < 800 && plan.height() <= 700 - 52 - 28 - 40;
        });
        var cell = cell(grid(Track.LOSS_B), 0, 0);
        assertTrue(cell.height() >= 13, "numbers still fit: " + cell);
    }

    @Test
    void everyTrackOpensAndFoldsInBothLayouts() {
        for (var format : DataFormat.values()) {
            OnFx.run(() -> model.turn(format));
            for (var track : Track.values()) {
                if (track.isOpenable()) {
                    boolean was = model.view().shown().contains(track);
                    OnFx.run(() -> model.look(v -> v.toggled(track)));
                    settle();
                    assertEquals(!was, OnFx.call(() -> scene.lookup("#track-" + track.id()) != null), track.id());
                    OnFx.run(() -> model.look(v -> v.toggled(track)));
                }
            }
        }
    }

    @Test
    void hoveringWritesTheValueIntoEveryHeader() {
        var body = grid(Track.LOSS_A);
        var box = cell(body, 1, 8);
        var labels = OnFx.call(() -> {
            Mouse.on(body).move(box.centerX(), box.centerY());
            return scene.getRoot().lookupAll(".track-value").stream()
                    .map(n -> ((Label) n).getText())
                    .toList();
        });
        assertTrue(labels.contains("class 2, 8: 0.30"), labels.toString());
        assertTrue(labels.stream().anyMatch(t -> t.startsWith("class 2, 8: 0.85")), labels.toString());
    }

    @Test
    void controlAndWheelZoomsAtThePointerAndTheOverviewAppears() {
        OnFx.run(() ->
                model.open(Samples.random(new Samples.Recipe(1, 4, 50_000, -3, 3, 0.3, 1), LossSetup.DEFAULT), null));
        settle();
        assertFalse(OnFx.call(() -> scene.lookup("#overview").isVisible()));
        var body = grid(Track.LOSS_B);
        double middle =
                OnFx.call(() -> body.place().gridX() + body.place().grid().alongPx() / 2);
        OnFx.run(() -> Mouse.on(body).withShortcut().wheel(middle, 10, 400));
        settle();
        var view = model.view().viewport();
        assertTrue(view.span() < 25_000, view.toString());
        assertEquals(25_000, (view.from() + view.to()) / 2, 60);
        assertTrue(OnFx.call(() -> scene.lookup("#overview").isVisible()));
        assertNotNull(model.frame().picture(Track.LOSS_B));
    }

    @Test
    void anotherLanguageAndThemeComeAtOnce() {
        OnFx.run(() -> model.preferences().localeProperty().set(java.util.Locale.JAPANESE));
        var titles = OnFx.call(() -> scene.getRoot().lookupAll(".track-title").stream()
                .map(n -> ((Label) n).getText())
                .toList());
        assertTrue(titles.contains("ロジット"), titles.toString());
        OnFx.run(() -> model.preferences().themeProperty().set(Preferences.Theme.DARK));
        assertTrue(OnFx.call(() -> scene.getRoot().getStyleClass().contains("dark")));
    }

    @Test
    void aScreenReaderIsToldTheSelectedCell() {
        OnFx.run(() -> model.select(Selection.cell(1, 7)));
        var text = OnFx.call(() -> grid(Track.LABELS).getAccessibleText());
        assertTrue(text.startsWith("class 2, position 7, label 1"), text);
    }

    @Test
    void growingAndShrinkingWhileOtherThingsHappenLeavesTheWindowWhole() {
        Document seed = model.document();
        OnFx.run(() -> {
            model.select(Selection.cell(3, 11));
            model.edit(new lossloupe.document.ClassEdit.Remove(3));
            model.edit(new lossloupe.document.ShapeEdit.Length(5));
            model.edit(new lossloupe.document.ShapeEdit.BatchSize(3));
            model.look(v -> v.withExample(2));
            model.store().undo();
            model.store().undo();
        });
        settle();
        assertEquals(0, model.view().example());
        assertEquals(3, model.document().classes().size());
        OnFx.run(() -> model.store().undo());
        settle();
        assertSame(seed, model.document());
    }

    @Test
    void weightsArePaintedAndTyped() {
        OnFx.run(() -> model.look(v -> v.toggled(Track.WEIGHTS)));
        settle();
        on(Track.WEIGHTS, 1, 4, hand -> hand.mouse().press(hand.x(), hand.y()).release(hand.x(), hand.y()));
        assertEquals(0, model.document().weights().at(0, 1, 4));
        assertEquals(1, model.document().weights().at(0, 1, 5));
        assertEquals(0, model.frame().evaluation().a().weight(0, 1, 4));
        OnFx.run(() -> model.store().undo());
        settle();
        assertTrue(model.document().weights().isNone(), "one step");
        on(
                Track.WEIGHTS,
                2,
                3,
                hand -> hand.mouse()
                        .press(hand.x(), hand.y())
                        .release(hand.x(), hand.y())
                        .twice()
                        .press(hand.x(), hand.y()));
        assertTrue(model.document().weights().isNone(), "the first click of a double click is taken back");
        var field = (TextField) node(".cell-editor");
        OnFx.run(() -> {
            field.setText("2.5");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        settle();
        assertEquals(2.5, model.document().weights().at(0, 2, 3));
    }

    /// A batch puts the choice of an example into the row of tools, which is full without it.
    @Test
    void theToolsOfABatchFitIntoTheWindow() {
        var batch = Samples.random(new Samples.Recipe(8, 5, 600, -1, 1, .3, 2), LossSetup.DEFAULT);
        OnFx.run(() -> model.open(batch.named("epoch_020_batch.npz"), null));
        settle();
        for (int width : new int[] {1440, 1024, 1000, 980, 860}) {
            OnFx.run(() -> stage.setWidth(width));
            OnFx.await(() -> scene.getWidth() == width);
            OnFx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            var export = node(".export-button");
            double right = OnFx.call(
                    () -> export.localToScene(export.getBoundsInLocal()).getMaxX());
            assertTrue(right <= width, "ends at " + right + " of " + width);
        }
    }
}
