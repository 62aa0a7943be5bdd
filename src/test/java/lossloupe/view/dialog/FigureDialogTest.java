package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import lossloupe.document.Samples;
import lossloupe.view.Ui;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What cannot be used is said of the field in which it stands.
class FigureDialogTest {
    private final Ui ui = OnFx.ui(Samples.seed());
    private final Card card = OnFx.call(() -> {
        var dialog = new FigureDialog(ui, new FigureChoice(), new StylePaths(() -> null, () -> null));
        var made = dialog.card((figure, file) -> {});
        new Scene(made, 900, 700);
        return made;
    });

    @AfterEach
    void close() {
        OnFx.run(() -> {
            card.cancel();
            ui.model().close();
        });
    }

    private Node node(String id) {
        return OnFx.call(() -> card.lookup(id));
    }

    private void type(String id, String text) {
        OnFx.run(() -> ((TextField) card.lookup(id)).setText(text));
    }

    private boolean isMarked(String id) {
        return node(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass("wrong"));
    }

    @Test
    void theFieldIsNamedAndMarkedAndNothingCanBeSaved() {
        assertFalse(node("#accept").isDisabled());
        type("#figure-dpi", "5");
        assertTrue(isMarked("#figure-dpi"));
        assertFalse(isMarked("#figure-text"), "which takes numbers of the same look");
        assertTrue(node("#accept").isDisabled());
        assertTrue(((Label) node("#problem")).getText().startsWith("dpi: 5 cannot be used here"));
        type("#loss-top", "much");
        assertTrue(isMarked("#figure-dpi"), "the first in the order of the form");
        type("#figure-dpi", "300");
        assertTrue(isMarked("#loss-top"));
        type("#loss-top", "");
        assertFalse(isMarked("#loss-top"));
        assertFalse(node("#accept").isDisabled());
        assertEquals("", ((Label) node("#problem")).getText());
    }
}
