package lossloupe.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import lossloupe.view.dialog.OnFx;
import lossloupe.view.track.Mouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TipTest {
    /// The key under which JavaFX keeps the tooltip of a node.
    private static final String KEY = "javafx.scene.control.Tooltip";

    @Test
    void isMadeWhenThePointerComes() {
        OnFx.run(() -> {
            var a = new Label();
            var b = new Label();
            var stage = new Stage();
            stage.setScene(new Scene(new HBox(a, b)));
            stage.show();
            var tip = new Tip(a, b);
            tip.setText("0.25");
            assertNull(installed(a));
            Mouse.on(a).enter(1, 1);
            assertEquals("0.25", text(a));
            assertEquals(installed(a), installed(b), "one tooltip for all that it is about");
            Mouse.on(b).enter(1, 1);
            assertEquals(installed(a), installed(b));
            tip.setText("0.5");
            assertEquals("0.5", text(b));
            stage.close();
        });
    }

    @Test
    void isReadOutWithoutThePointer() {
        OnFx.run(() -> {
            var owner = new Label();
            var words = new SimpleStringProperty("Undo");
            Tip.on(owner, words);
            words.set("元に戻す");
            assertEquals("元に戻す", owner.getAccessibleHelp());
        });
    }

    private static @Nullable Object installed(Node node) {
        return node.hasProperties() ? node.getProperties().get(KEY) : null;
    }

    private static String text(Node node) {
        return assertInstanceOf(Tooltip.class, installed(node)).getText();
    }
}
