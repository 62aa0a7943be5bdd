package lossloupe.view.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import lossloupe.document.Samples;
import lossloupe.paint.GridGeometry.Hit;
import lossloupe.view.Ui;
import lossloupe.view.dialog.OnFx;
import lossloupe.view.track.Mouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapePanelTest {
    private final Ui ui = OnFx.ui(Samples.seed());
    private final TapePanel panel = OnFx.call(() -> {
        var made = new TapePanel(ui);
        var scene = new Scene(made.node(), 1000, 340);
        ui.looks().dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        made.node().applyCss();
        made.node().layout();
        made.show(ui.model().frame());
        return made;
    });

    @AfterEach
    void close() {
        OnFx.run(() -> {
            panel.node().getScene().getWindow().hide();
            ui.model().close();
        });
    }

    private Node node(String selector) {
        return OnFx.call(() -> {
            var found = panel.node().lookup(selector);
            assertNotNull(found, selector);
            return found;
        });
    }

    /// Box 31 of channels_first is class index 2, position 7; so is box 30 of channels_last.
    @Test
    void aBoxIsTheSameCellInBothStrips() {
        var tape = node("#tape");
        double box = Math.min(26, OnFx.call(() -> ((Tape) tape).getWidth()) / 48);
        assertEquals(new Hit(2, 7), hoveredAt(tape, 31.5 * box, 30));
        assertEquals(new Hit(2, 7), hoveredAt(tape, 30.5 * box, 22 + 24 + 84 + 10));
        assertNull(hoveredAt(tape, 30.5 * box, 80));
    }

    /// In one go: the next pulse may hear of the pointer that another test left elsewhere.
    private @Nullable Hit hoveredAt(Node tape, double x, double y) {
        return OnFx.call(() -> {
            Mouse.on(tape).move(x, y);
            return ui.model().hoverProperty().get();
        });
    }

    @Test
    void theFilmIsSteppedAndCountsWrongCells() {
        OnFx.run(() -> ((ButtonBase) panel.node().lookup("#tape-film")).fire());
        var count = (Label) node("#film-count");
        assertEquals("Cells with a wrong value: 26 of 48", count.getText());
        OnFx.run(() -> ((ButtonBase) panel.node().lookup("#film-back")).fire());
        assertEquals("Cells with a wrong value: 26 of 47", count.getText());
    }
}
