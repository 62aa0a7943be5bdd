package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.view.Ui;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Classes and sizes are changed by edits, which undo.
class PopoverTest {
    private Ui ui;
    private VBox content;

    @BeforeEach
    void open() {
        ui = OnFx.ui(Samples.seed());
    }

    @Test
    void renamingByEnterIsOneEdit() {
        showClass(1);
        type("class-name", "  spike ");
        assertEquals(List.of("class 1", "spike", "class 3", "class n"), names());
        OnFx.run(() -> ui.model().store().undo());
        assertEquals("class 2", names().get(1));
    }

    @Test
    void anEmptyNameIsNotTaken() {
        showClass(0);
        type("class-name", "   ");
        assertEquals("class 1", names().getFirst());
        assertFalse(ui.model().store().isEdited());
    }

    @Test
    void aSwatchRecolours() {
        showClass(0);
        press("swatch-4");
        assertEquals(ClassInfo.defaultColour(4), document().classes().getFirst().rgb());
    }

    @Test
    void classesMoveAndTheButtonsFollow() {
        showClass(0);
        assertTrue(node("class-up").isDisabled());
        press("class-down");
        press("class-down");
        press("class-down");
        assertEquals(List.of("class 2", "class 3", "class n", "class 1"), names());
        assertTrue(node("class-down").isDisabled());
        assertEquals(1, document().example(0).labels().get(3).get(1), "its labels went along");
    }

    @Test
    void classesAreAddedBelowAndRemoved() {
        showClass(1);
        press("class-add");
        assertEquals(List.of("class 1", "class 2", "class 5", "class 3", "class n"), names());
        showClass(1);
        press("class-remove");
        assertEquals(List.of("class 1", "class 5", "class 3", "class n"), names());
    }

    @Test
    void sizesAreTyped() {
        showShape();
        type("shape-l", "20");
        type("shape-n", "2");
        type("shape-b", "3");
        assertEquals("[3, 2, 20]", document().layout().text());
        assertEquals(1, document().example(0).labels().get(0).get(1));
        press("shape-remove");
        assertEquals(2, document().shape().batch());
        press("shape-duplicate");
        assertEquals(3, document().shape().batch());
    }

    @Test
    void whatIsNoSizeIsSaidAndLeavesAll() {
        showShape();
        type("shape-l", "0");
        assertEquals("12", ((TextField) node("shape-l")).getText());
        assertTrue(((Label) node("problem")).getText().contains("0"));
        type("shape-n", "four");
        assertFalse(ui.model().store().isEdited());
        assertTrue(node("shape-remove").isDisabled(), "the last example stays");
    }

    @Test
    void largeBatchesOfRandomDataKeepTheirOtherExamples() {
        OnFx.run(() -> ui.model().open(Samples.random(Samples.Recipe.dummy(3), LossSetup.DEFAULT), null));
        var second = document().example(1).logits().get(0);
        showShape();
        type("shape-b", "5");
        assertTrue(second.sameValues(document().example(1).logits().get(0)));
    }

    private void showClass(int index) {
        OnFx.run(() -> {
            content = ClassPopover.content(ui, new PopOver(), index);
            new Scene(new StackPane(content), 400, 300);
        });
    }

    private void showShape() {
        OnFx.run(() -> {
            content = ShapePopover.content(ui);
            new Scene(new StackPane(content), 400, 300);
        });
    }

    private Node node(String id) {
        return content.lookup("#" + id);
    }

    private void press(String id) {
        OnFx.run(() -> ((ButtonBase) node(id)).fire());
    }

    private void type(String id, String text) {
        OnFx.run(() -> {
            var field = (TextField) node(id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private Document document() {
        return ui.model().document();
    }

    private List<String> names() {
        return document().classes().stream().map(ClassInfo::name).toList();
    }
}
