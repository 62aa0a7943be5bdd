package lossloupe.view.inspector;

import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.compute.LossResult;
import lossloupe.reduce.Reduction;
import lossloupe.view.SetupChoice;
import lossloupe.view.Tip;
import lossloupe.view.Ui;

/// One reduction: its id, what it divides by, and for A and B its value over a bar, or an array as small bars. Pressing
/// it makes it the one that is shown largest.
final class ReductionRow extends Button {
    /// Arrays with more numbers are told by their shape alone.
    private static final int MOST_NUMBERS = 50_000;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double PADDING = 16;

    private final Words words;
    private final Reduction reduction;
    private final ReductionColumn a = new ReductionColumn(Side.A);
    private final ReductionColumn b = new ReductionColumn(Side.B);
    private String text = "";

    ReductionRow(Ui ui, Reduction reduction) {
        this.words = new Words(ui);
        this.reduction = reduction;
        getStyleClass().add("reduction-row");
        setId("reduction-" + reduction.id());
        var name = new Label(reduction.id());
        name.getStyleClass().add("reduction-id");
        name.setMinWidth(0);
        var family = Words.family(reduction);
        if (!family.isEmpty()) {
            Tip.on(this, ui.texts().of(family));
        }
        var columns = new HBox(a, b);
        columns.getStyleClass().add("reduction-line");
        for (var column : new ReductionColumn[] {a, b}) {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(0);
        }
        var lines = new VBox(name, columns);
        lines.getStyleClass().add("reduction-lines");
        lines.prefWidthProperty().bind(widthProperty().subtract(PADDING));
        lines.setMinWidth(0);
        setGraphic(lines);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        setOnAction(e -> SetupChoice.of(reduction).choose(ui.model()));
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
        if (reduction.isScalar()) {
            double valueA = resultA.reduced(reduction);
            double valueB = resultB.reduced(reduction);
            double greatest = Math.max(valueA, valueB);
            a.scalar(valueA, resultA.floor(reduction), greatest, divisor(resultA));
            b.scalar(valueB, resultB.floor(reduction), greatest, divisor(resultB));
            text = reduction.id() + "\t" + valueA + "\t" + valueB;
        } else {
            var numbersA = numbers(resultA);
            var numbersB = numbers(resultB);
            a.array(numbersA, shape(resultA));
            b.array(numbersB, shape(resultB));
            text = reduction.id() + "\t" + Arrays.toString(numbersA) + "\t" + Arrays.toString(numbersB);
        }
        boolean isCurrent = frame.evaluation().document().setup().reduction().equals(reduction.id());
        pseudoClassStateChanged(CURRENT, isCurrent);
        setAccessibleText(text.replace('\t', ' '));
    }

    private String divisor(LossResult result) {
        return words.divisor(result.divisor(reduction));
    }

    /// The numbers of an array; none where the reduction does not apply or the array is too long to be shown live.
    private double[] numbers(LossResult result) {
        return result.takes(reduction) && result.count() <= MOST_NUMBERS
                ? result.reducedArray(reduction)
                : new double[0];
    }

    private String shape(LossResult result) {
        return result.takes(reduction) ? Arrays.toString(result.reducedShape(reduction)) : "–";
    }
}
