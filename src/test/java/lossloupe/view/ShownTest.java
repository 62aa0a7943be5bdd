package lossloupe.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.Test;

class ShownTest {
    /// Whether it is collected between making a node and showing it is up to the collector; so it is asked to.
    @Test
    void aNodeHearsWhileItIsInASceneHoweverLateItCameThere() {
        var said = new SimpleStringProperty("before");
        var heard = new ArrayList<String>();
        var node = new Pane();
        said.when(Shown.in(node)).subscribe(text -> heard.add(text));
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        heard.clear();
        said.set("unseen");
        assertEquals(List.of(), heard);
        var root = new StackPane();
        OnFx.run(() -> {
            new Scene(root);
            root.getChildren().add(node);
        });
        heard.clear();
        OnFx.run(() -> said.set("seen"));
        assertEquals(List.of("seen"), heard);
        OnFx.run(() -> root.getChildren().clear());
        said.set("gone");
        assertEquals(List.of("seen"), heard);
    }
}
