package lossloupe.view;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// What is told where the pointer rests. A tooltip of JavaFX is a window with a scene, and styling the fifty of the
/// panes takes longer than a tenth of a second; each is made when the pointer first comes.
public final class Tip {
    private final StringProperty text = new SimpleStringProperty("");
    private final Node[] owners;
    private final EventHandler<MouseEvent> arrival = this::make;

    /// A tip over each of `owners`, which screen readers read as their help.
    public Tip(Node... owners) {
        this.owners = owners.clone();
        for (var owner : owners) {
            owner.accessibleHelpProperty().bind(text);
            owner.addEventFilter(MouseEvent.MOUSE_ENTERED, arrival);
        }
    }

    /// A tip that follows `text`, as one of the bundles in the language now chosen.
    public static void on(Node owner, ObservableValue<String> text) {
        new Tip(owner).text.bind(text);
    }

    public void setText(String now) {
        text.set(now);
    }

    private void make(MouseEvent event) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        for (var owner : owners) {
            owner.removeEventFilter(MouseEvent.MOUSE_ENTERED, arrival);
            Tooltip.install(owner, tooltip);
        }
    }
}
