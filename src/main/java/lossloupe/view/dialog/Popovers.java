package lossloupe.view.dialog;

import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lossloupe.view.Ui;
import org.controlsfx.control.PopOver;

/// Pop-overs in the theme. A pop-over is a window of its own, so that it has to be dressed itself.
final class Popovers {
    private Popovers() {}

    static PopOver create(Ui ui) {
        var popOver = new PopOver();
        popOver.setDetachable(false);
        popOver.setArrowSize(8);
        popOver.setCornerRadius(10);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setAnimated(ui.looks().movesFreely());
        popOver.setFadeInDuration(Duration.millis(100));
        popOver.setFadeOutDuration(Duration.millis(80));
        popOver.setAutoHide(true);
        popOver.setHideOnEscape(true);
        return popOver;
    }

    static void fill(Ui ui, PopOver popOver, VBox content) {
        popOver.setContentNode(new StackPane(content));
        ui.looks().dress(popOver.getScene());
        popOver.getScene().setFill(javafx.scene.paint.Color.TRANSPARENT);
    }
}
