package lossloupe.view.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.view.Numbers;
import lossloupe.view.Tip;

/// One loss under one reduction: a number over its bar, or an array as small bars, and beside it what was divided by.
final class ReductionColumn extends VBox {
    private static final int DIGITS = 4;
    private final Label value = new Label();
    private final Label note = new Label();
    private final Tip digits = new Tip(this);
    private final SplitBar bar;
    private final Sparkline spark;
    private final HBox numbers;

    ReductionColumn(Side side) {
        bar = new SplitBar(side);
        spark = new Sparkline(side);
        getStyleClass().add("reduction-column");
        value.getStyleClass().addAll("reduction-value", "number");
        value.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("reduction-divisor");
        note.setMinWidth(0);
        // Rather the number alone than half a unit behind it; the tip has both.
        note.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        note.setEllipsisString("");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        numbers = new HBox(value, gap, note);
        numbers.getStyleClass().add("reduction-numbers");
        setMinWidth(0);
    }

    /// A single number; its bar is as long as it is part of `greatest`.
    void scalar(double now, double floor, double greatest, String divisor) {
        value.setText(Numbers.telling(now, DIGITS));
        note.setText(divisor);
        digits.setText(Numbers.shortest(now) + (divisor.isEmpty() ? "" : "  (" + divisor + ")"));
        bar.show(SplitBar.floorFraction(floor, now), greatest > 0 ? now / greatest : 0);
        show(bar);
    }

    /// An array, told by its shape alone where no numbers are given.
    void array(double[] values, String shape) {
        value.setText("");
        note.setText(shape);
        digits.setText(shape);
        spark.show(values);
        if (values.length == 0) {
            getChildren().setAll(numbers);
        } else {
            show(spark);
        }
    }

    private void show(Region picture) {
        if (!getChildren().contains(picture)) {
            getChildren().setAll(numbers, picture);
        }
    }
}
