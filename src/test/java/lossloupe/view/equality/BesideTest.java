package lossloupe.view.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.Test;

class BesideTest {
    /// A page of the lab was thousands of empty pixels high.
    @Test
    void isAsHighAsItsTextIsAtTheWidthItGets() {
        double[] heights = OnFx.call(() -> {
            var text = new Label("one word after the other ".repeat(20));
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            var right = new VBox(text);
            right.setMinWidth(0);
            right.setPrefWidth(0);
            HBox.setHgrow(right, Priority.ALWAYS);
            var left = new Region();
            left.setMinSize(400, 30);
            left.setPrefSize(400, 30);
            var row = new Beside();
            row.getChildren().setAll(left, right);
            var scene = new Scene(new VBox(row), 900, 600);
            scene.getRoot().applyCss();
            return new double[] {row.minHeight(900), row.prefHeight(900), text.prefHeight(500)};
        });
        assertEquals(heights[2], heights[1], 1);
        assertEquals(heights[1], heights[0], 1);
        assertTrue(heights[1] < 200, "some lines of text, not " + heights[1]);
    }
}
