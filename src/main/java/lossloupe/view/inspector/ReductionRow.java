package lossloupe.view.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.compute.LossResult;
import lossloupe.reduce.Reduction;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// One reduction: its id, what it divides by, and for A and B its value over a bar, or an array as small bars. Pressing it
/// makes it the one that is shown largest.
final class ReductionRow extends Button {
    private static final int DIGITS = 4;

    /// Arrays with more numbers are told by their shape alone.
    private static final int MOST_NUMBERS = 50_000;

    private static final double COLUMN = 92;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Words words;
    private final Reduction reduction;
    private final Label name = new Label();
    private final Label divisor = new Label();
    private final Column a = new Column(Side.A);
    private final Column b = new Column(Side.B);
    private String text = "";

    /// A value and its bar.
    private static final class Column extends VBox {
        private final Side side;
        private final Label value = new Label();
        private final SplitBar bar;
        private final Sparkline spark;

        Column(Side side) {
            this.side = side;
            bar = new SplitBar(side);
            spark = new Sparkline(side);
            getStyleClass().add("reduction-column");
            value.getStyleClass().addAll("reduction-value", "number");
            value.setMinWidth(0);
            setPrefWidth(COLUMN);
            setMinWidth(COLUMN);
            setMaxWidth(COLUMN);
            setAlignment(Pos.CENTER_LEFT);
        }

        void scalar(double now, double floor, double greatest) {
            value.setText(Numbers.fixed(now, DIGITS));
            bar.show(SplitBar.floorFraction(floor, now), greatest > 0 ? now / greatest : 0);
            getChildren().setAll(value, bar);
        }

        void array(LossResult result, Reduction reduction) {
            if (result.count() > MOST_NUMBERS) {
                words("[" + Long.toString(result.count()) + "]");
                return;
            }
            spark.show(result.reducedArray(reduction));
            getChildren().setAll(spark);
        }

        void words(String text) {
            value.setText(text);
            getChildren().setAll(value);
        }

        String styleOf(String stem) {
            return side.style(stem);
        }
    }

    ReductionRow(Ui ui, Reduction reduction) {
        this.words = new Words(ui);
        this.reduction = reduction;
        getStyleClass().add("reduction-row");
        setId("reduction-" + reduction.id());
        name.getStyleClass().add("reduction-id");
        name.setText(reduction.id());
        name.setMinWidth(0);
        divisor.getStyleClass().add("reduction-divisor");
        divisor.setMinWidth(0);
        a.getStyleClass().add(a.styleOf("column"));
        b.getStyleClass().add(b.styleOf("column"));
        var gap = new VBox(name, divisor);
        gap.setMinWidth(0);
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        var line = new HBox(8, gap, a, b);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty().subtract(16));
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        setOnAction(e -> new ReductionChoice(ui.model()).choose(reduction));
    }

    Reduction reduction() {
        return reduction;
    }

    /// `id TAB a TAB b`, every digit.
    String text() {
        return text;
    }

    void show(Frame frame) {
        var resultA = Side.A.result(frame);
        var resultB = Side.B.result(frame);
        boolean forA = reduction.appliesTo(resultA);
        boolean forB = reduction.appliesTo(resultB);
        var divisorA = forA ? words.divisor(resultA.divisor(reduction)) : "";
        var divisorB = forB ? words.divisor(resultB.divisor(reduction)) : "";
        divisor.setText(divisorA.equals(divisorB) ? divisorA : divisorA + " | " + divisorB.replace("÷ ", ""));
        if (reduction.isScalar()) {
            double valueA = resultA.reduced(reduction);
            double valueB = resultB.reduced(reduction);
            double greatest = Math.max(valueA, valueB);
            a.scalar(valueA, resultA.floor(reduction), greatest);
            b.scalar(valueB, resultB.floor(reduction), greatest);
            text = reduction.id() + "\t" + valueA + "\t" + valueB;
        } else {
            array(a, resultA, forA);
            array(b, resultB, forB);
            text = reduction.id() + "\t" + numbers(resultA, forA) + "\t" + numbers(resultB, forB);
        }
        boolean isCurrent =
                frame.evaluation().document().setup().reduction().equals(reduction.id());
        pseudoClassStateChanged(CURRENT, isCurrent);
        setAccessibleText(text.replace('\t', ' ') + " " + divisor.getText());
    }

    private void array(Column column, LossResult result, boolean applies) {
        if (applies) {
            column.array(result, reduction);
        } else {
            column.words("–");
        }
    }

    private String numbers(LossResult result, boolean applies) {
        return applies && result.count() <= MOST_NUMBERS
                ? java.util.Arrays.toString(result.reducedArray(reduction))
                : "";
    }
}
