package lossloupe.view.inspector;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lossloupe.view.AskedRoom;
import lossloupe.view.Numbers;
import lossloupe.view.SteadyLabel;
import lossloupe.view.Tip;
import org.jspecify.annotations.Nullable;

/// One class: its name and its probability under A and B as bars. Pressing it selects the class.
final class ProbabilityRow extends Button {
    private static final double NAME = 62;
    private static final double COLUMN = 112;
    private static final double BAR = 62;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label name = new Label();
    private final Region barA = bar(Side.A);
    private final Region barB = bar(Side.B);
    private final Label valueA = new SteadyLabel();
    private final Label valueB = new SteadyLabel();
    private final Tip digits = new Tip(this);
    private int cls;

    ProbabilityRow(IntConsumer chosen) {
        getStyleClass().add("probability-row");
        name.getStyleClass().add("table-name");
        name.setPrefWidth(NAME);
        name.setMinWidth(NAME);
        name.setMaxWidth(NAME);
        var line = new HBox(8, name, column(barA, valueA), column(barB, valueB));
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        setOnAction(e -> chosen.accept(cls));
    }

    void show(CellReading cell, int ofClass) {
        cls = ofClass;
        var text = cell.evaluation().document().classes().get(ofClass).name();
        double a = cell.probability(Side.A, ofClass);
        double b = cell.probability(Side.B, ofClass);
        name.setText(text);
        valueA.setText(Numbers.fixed(a, 2));
        valueB.setText(Numbers.fixed(b, 2));
        barA.setPrefWidth(width(a));
        barB.setPrefWidth(width(b));
        var spoken = text + ": A " + Numbers.shortest(a) + ", B " + Numbers.shortest(b);
        digits.setText(spoken);
        setAccessibleText(spoken);
        pseudoClassStateChanged(CURRENT, ofClass == cell.cls());
    }

    private static double width(double probability) {
        return Double.isFinite(probability) ? Math.clamp(probability, 0, 1) * BAR + 1 : 0;
    }

    private static Region bar(Side side) {
        var bar = new Region();
        bar.getStyleClass().addAll("probability-bar", side.style("bar"));
        bar.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(USE_PREF_SIZE);
        return bar;
    }

    private static HBox column(Region bar, Label value) {
        value.getStyleClass().addAll("probability-value", "number");
        value.setMinWidth(USE_PREF_SIZE);
        var box = new Column(bar, value);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(COLUMN);
        return box;
    }

    /// As wide as it is told to be: where a bar grows, nothing around the column moves.
    private static final class Column extends HBox {
        private final @Nullable AskedRoom asked = new AskedRoom();

        Column(Region bar, Label value) {
            super(6, bar, value);
        }

        @Override
        public void requestLayout() {
            if (asked != null && asked.isAsBefore(COLUMN, computePrefHeight(COLUMN))) {
                setNeedsLayout(true);
            } else {
                super.requestLayout();
            }
        }
    }
}
