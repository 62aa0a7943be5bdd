package lossloupe.view.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.app.Notice;
import lossloupe.view.Numbers;
import lossloupe.view.SteadyButton;
import lossloupe.view.SystemClipboard;
import lossloupe.view.Tip;
import lossloupe.view.Ui;

/// One of the two largest numbers of the window: a loss reduced, with the part of it that no logits can remove.
final class ScoreCard extends VBox {
    private static final int DIGITS = 4;
    private final Ui ui;
    private final Side side;
    private final Label caption = new Label();
    private final Button value = new SteadyButton();
    private final Tip digits = new Tip(value);
    private final SplitBar bar;
    private final Label floor = new Label();
    private final MovingNumber number;
    private double now;

    ScoreCard(Ui ui, Side side) {
        this.ui = ui;
        this.side = side;
        bar = new SplitBar(side);
        number = new MovingNumber(ui.looks(), DIGITS, value.textProperty());
        getStyleClass().add("score-card");
        setId("score-" + side.name());
        var tag = new Label(side.name());
        tag.getStyleClass().addAll("tag", side.style("tag"));
        caption.getStyleClass().add("score-caption");
        caption.setMinWidth(0);
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        var head = new HBox(6, tag, caption);
        head.setAlignment(Pos.CENTER_LEFT);
        value.getStyleClass().addAll("score-value", "number");
        value.setOnAction(e -> copy());
        floor.getStyleClass().add("score-floor");
        floor.setWrapText(true);
        floor.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, value, bar, floor);
    }

    void show(Frame frame) {
        var words = new Words(ui);
        var result = side.result(frame);
        var reduction = CellReading.shownReduction(frame);
        now = result.reduced(reduction);
        double least = result.floor(reduction);
        caption.setText(words.caption(reduction, result));
        number.show(now);
        bar.show(SplitBar.floorFraction(least, now), filled());
        floor.setText(words.floor(frame, result, reduction));
        digits.setText(ui.texts()
                .now("inspector.allDigits", caption.getText(), Numbers.shortest(now), Numbers.shortest(least)));
        value.setAccessibleText(ui.texts()
                .now("inspector.scoreSpoken", side.name(), caption.getText(), Numbers.shortest(now), floor.getText()));
    }

    private double filled() {
        return !Double.isFinite(now) ? Double.NaN : now == 0 ? 0 : 1;
    }

    private void copy() {
        SystemClipboard.put(Double.toString(now));
        ui.model().say(Notice.info("inspector.copied", Numbers.shortest(now)));
    }
}
