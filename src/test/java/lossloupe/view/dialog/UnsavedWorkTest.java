package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing is lost without having been asked for.
class UnsavedWorkTest {
    private final AtomicInteger proceeded = new AtomicInteger();
    private Ui ui;
    private Overlay overlay;
    private UnsavedWork unsaved;
    private Scene scene;
    private @Nullable Runnable afterSaving;

    @BeforeEach
    void open() {
        ui = OnFx.ui(Samples.seed());
        OnFx.run(() -> {
            overlay = new Overlay();
            scene = new Scene(new StackPane(new Button("below")), 600, 400);
            overlay.cover(scene);
            unsaved = new UnsavedWork(ui, overlay, then -> afterSaving = then);
        });
    }

    @Test
    void goesOnAtOnceWhereNothingIsUnsaved() {
        guard();
        assertEquals(1, proceeded.get());
        assertFalse(overlay.isOpen());
    }

    @Test
    void undoingEverythingLeavesNothingToSave() {
        edit();
        OnFx.run(() -> ui.model().store().undo());
        guard();
        assertEquals(1, proceeded.get());
    }

    @Test
    void discardingGoesOn() {
        edit();
        guard();
        assertEquals(0, proceeded.get());
        press("discard");
        assertEquals(1, proceeded.get());
        assertFalse(overlay.isOpen());
    }

    @Test
    void savingGoesOnOnlyOnceTheFileIsWritten() {
        edit();
        guard();
        press("accept");
        assertEquals(0, proceeded.get());
        assertNotNull(afterSaving);
        OnFx.run(afterSaving);
        assertEquals(1, proceeded.get());
    }

    @Test
    void cancellingAndEscapeStay() {
        edit();
        guard();
        press("cancel");
        guard();
        OnFx.run(() -> Event.fireEvent(
                overlay, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertFalse(overlay.isOpen());
        assertEquals(0, proceeded.get());
        assertTrue(ui.model().store().isEdited());
    }

    @Test
    void enterSaves() {
        edit();
        guard();
        OnFx.run(() -> Event.fireEvent(
                overlay, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertNotNull(afterSaving);
    }

    @Test
    void theFocusBeginsOnSaving() {
        edit();
        guard();
        assertEquals("accept", scene.getFocusOwner().getId());
    }

    private void edit() {
        OnFx.run(() -> ui.model().edit(new Edit.Values(Edit.Target.LOGITS, 0, 0, 0, 5.0)));
    }

    private void guard() {
        OnFx.run(() -> unsaved.guard(proceeded::incrementAndGet));
    }

    private void press(String id) {
        OnFx.run(() -> ((Button) overlay.lookup("#" + id)).fire());
    }
}
