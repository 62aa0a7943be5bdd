package lossloupe.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import lossloupe.app.AppModel;
import lossloupe.document.Samples;
import lossloupe.export.data.TrackTable;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The context menus of tracks and charts.
class CopyMenuTest {
    private final Ui ui = OnFx.ui(Samples.seed());
    private final AppModel model = ui.model();
    private final Stage stage = OnFx.show(ui);

    @AfterEach
    void close() {
        OnFx.run(() -> {
            Clipboard.getSystemClipboard().clear();
            stage.close();
            model.close();
        });
    }

    /// The size that the region had then: the notice about the copy takes room.
    private Bounds choose(String selector, String item) {
        OnFx.await(model::isSettled);
        return OnFx.call(() -> {
            var region = (Region) stage.getScene().lookup(selector);
            assertNotNull(region, selector);
            region.fireEvent(
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 200, 200, false, null));
            var menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            menu.getItems().stream()
                    .filter(i -> item.equals(i.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
            return region.getLayoutBounds();
        });
    }

    @Test
    void numbersOfATrackGoToTheClipboard() {
        choose("#track-lossA", "copy-numbers");
        var evaluation = model.frame().evaluation();
        var expected = TrackTable.grid(evaluation, evaluation.a().terms(), 0);
        assertEquals(expected, OnFx.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void numbersOfTheCurveGoToTheClipboard() {
        choose("#loss-curve", "copy-numbers");
        var lines = OnFx.call(() -> Clipboard.getSystemClipboard().getString())
                .lines()
                .toList();
        assertEquals("logit\tA\tB", lines.getFirst());
        assertEquals(122, lines.size());
        assertTrue(lines.get(1).startsWith("-6.0\t"), lines.get(1));
    }

    @Test
    void aPictureOfATrackGoesToTheClipboardAtTwiceItsSize() {
        var size = choose("#track-lossA", "copy-picture");
        OnFx.await(() -> Clipboard.getSystemClipboard().hasImage());
        var image = OnFx.call(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(2 * size.getWidth(), image.getWidth(), 1);
        assertEquals(2 * size.getHeight(), image.getHeight(), 1);
        assertEquals(1, ui.looks().renderScaleProperty().get());
    }
}
