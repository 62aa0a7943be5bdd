package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.view.Ui;
import org.junit.jupiter.api.Test;

/// The form of a loss's parameters edits the setup, and refuses what the loss cannot take.
class LossPopoverTest {
    private Ui ui;
    private VBox content;

    private void open(LossChoice a) {
        var seed = Samples.seed();
        ui = OnFx.ui(seed.withSetup(seed.setup().withA(a)));
        OnFx.run(() -> {
            content = LossPopover.content(ui, LossPopover.Which.A);
            new Scene(new StackPane(content));
        });
    }

    private void type(String id, String text) {
        OnFx.run(() -> {
            var field = (TextField) content.lookup("#" + id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private Map<String, String> params() {
        return OnFx.call(() -> ui.model().document().setup().a().params());
    }

    private String problem() {
        return OnFx.call(() -> ((Label) content.lookup("#problem")).getText());
    }

    @Test
    void aTypedWeightIsOneUndoableEdit() {
        open(LossSetup.DEFAULT.a());
        type("param-pos_weight", "2.5");
        assertEquals(Map.of("pos_weight", "2.5"), params());
        OnFx.run(() -> ui.model().store().undo());
        assertEquals(Map.of(), params());
        assertEquals("none", OnFx.call(() -> ((TextField) content.lookup("#param-pos_weight")).getText()));
    }

    @Test
    void openingSaysNothingAndAnEmptyFieldIsTheDefault() {
        open(LossChoice.of("sigmoid_focal"));
        assertEquals("", problem());
        type("param-gamma", "3");
        type("param-gamma", "");
        assertEquals(Map.of(), params());
        assertEquals("2", OnFx.call(() -> ((TextField) content.lookup("#param-gamma")).getText()));
    }

    @Test
    void oneWeightPerClassIsTakenAndAWrongCountIsSaid() {
        open(LossSetup.DEFAULT.a());
        type("param-pos_weight", "1,2,3,4");
        assertEquals("1,2,3,4", params().get("pos_weight"));
        type("param-pos_weight", "1,2,3");
        assertTrue(problem().startsWith("pos_weight has 3 numbers, but there are 4 classes"), problem());
        assertEquals("1,2,3,4", params().get("pos_weight"));
        assertEquals("1,2,3,4", OnFx.call(() -> ((TextField) content.lookup("#param-pos_weight")).getText()));
    }

    @Test
    void outOfRangeIsSaidAndNotTaken() {
        open(LossChoice.of("sigmoid_focal"));
        type("param-gamma", "-1");
        assertTrue(problem().contains("gamma"), problem());
        type("param-alpha", "none");
        assertEquals(Map.of("alpha", "none"), params());
        assertEquals("", problem());
    }

    @Test
    void aChoiceIsMadeAndTheDefaultIsOneClickAway() {
        open(LossChoice.of("soft_dice"));
        OnFx.run(() -> ((MenuButton) content.lookup("#param-sums_over"))
                .getItems()
                .get(1)
                .fire());
        assertEquals(Map.of("sums_over", "per_class"), params());
        OnFx.run(() -> ((Button) content.lookup("#reset-sums_over")).fire());
        assertEquals(Map.of(), params());
    }
}
