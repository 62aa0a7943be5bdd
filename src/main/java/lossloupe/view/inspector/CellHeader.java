package lossloupe.view.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import lossloupe.paint.Argb;
import lossloupe.view.Looks;
import lossloupe.view.Ui;

/// Names the selected cell: the colour and name of its class, its position, its label.
final class CellHeader extends HBox {
    private static final double SWATCH = 11;
    private final Ui ui;
    private final Rectangle swatch = new Rectangle(SWATCH, SWATCH);
    private final Label name = new Label();
    private final Label label = new Label();

    CellHeader(Ui ui) {
        this.ui = ui;
        getStyleClass().add("cell-header");
        setAlignment(Pos.CENTER_LEFT);
        swatch.setArcWidth(6);
        swatch.setArcHeight(6);
        name.getStyleClass().add("cell-name");
        name.setMinWidth(0);
        label.getStyleClass().add("cell-label");
        label.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(swatch, name, gap, label);
    }

    void show(CellReading cell) {
        swatch.setFill(Looks.color(Argb.opaque(cell.info().rgb())));
        name.setText(ui.texts().now("inspector.cell", cell.info().name(), Integer.toString(cell.position())));
        label.setText("z = " + Words.brief(cell.label(), cell.labelType()));
    }
}
