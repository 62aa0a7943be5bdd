package lossloupe.view.inspector;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import lossloupe.reduce.Reduction;
import lossloupe.view.Numbers;
import lossloupe.view.Presence;
import lossloupe.view.SteadyLabel;
import lossloupe.view.Tip;
import lossloupe.view.Ui;

/// Logit, probability, loss and gradient of the selected cell under both losses.
final class CellTable extends GridPane {
    private static final int DIGITS = 4;
    private final Ui ui;
    private final LogitField logit;
    private final Label logitAgain = value();
    private final Row probability;
    private final Row loss;
    private final Row gradient;
    private final Row scaled;
    private final Row returned;
    private final Label returnedName;
    private final Row weight;
    private final Label weightName;
    private final Label scaledName = new Label();
    private final Label nameA = new Label();
    private final Label nameB = new Label();

    /// One quantity under A and B, each with a tip of all digits.
    private record Row(Label a, Label b, Tip digitsA, Tip digitsB) {
        void show(double valueA, double valueB) {
            show(valueA, valueB, Numbers.fixed(Double.NaN, DIGITS));
        }

        /// @param ofNaN what stands where a value is NaN
        void show(double valueA, double valueB, String ofNaN) {
            a.setText(Double.isNaN(valueA) ? ofNaN : Numbers.telling(valueA, DIGITS));
            b.setText(Double.isNaN(valueB) ? ofNaN : Numbers.telling(valueB, DIGITS));
            digitsA.setText(Numbers.shortest(valueA));
            digitsB.setText(Numbers.shortest(valueB));
        }
    }

    CellTable(Ui ui) {
        this.ui = ui;
        logit = new LogitField(ui);
        getStyleClass().add("cell-table");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var values = new ColumnConstraints(72);
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, values, values);
        nameA.getStyleClass().add("table-head");
        nameB.getStyleClass().add("table-head");
        addRow(0, new Label(), nameA, nameB);
        addRow(1, name("inspector.logit"), logit, logitAgain);
        probability = row(2, name("inspector.probability"), "probability");
        loss = row(3, name("inspector.loss"), "loss");
        gradient = row(4, name("inspector.gradient"), "gradient");
        scaledName.getStyleClass().add("table-name");
        scaled = row(5, scaledName, "scaled");
        scaledName.getStyleClass().add("quiet");
        returnedName = name("inspector.returned");
        Tip.on(returnedName, ui.texts().of("inspector.returned.why"));
        returned = row(6, returnedName, "returned");
        weightName = name("inspector.weight");
        weight = row(7, weightName, "weight");
        for (var label : labels(returnedName, returned)) {
            label.getStyleClass().add("problem");
        }
        scaled.a().getStyleClass().add("quiet");
        scaled.b().getStyleClass().add("quiet");
    }

    void show(CellReading cell) {
        nameA.setText("A " + cell.result(Side.A).info().shortName());
        nameB.setText("B " + cell.result(Side.B).info().shortName());
        logit.show(cell);
        logitAgain.setText(Words.brief(cell.logit(), cell.logitType()));
        probability.show(cell.probability(Side.A, cell.cls()), cell.probability(Side.B, cell.cls()));
        loss.show(cell.term(Side.A), cell.term(Side.B));
        gradient.show(cell.gradient(Side.A), cell.gradient(Side.B));
        var reduction = cell.reduction();
        scaledName.setText(
                reduction == Reduction.MEAN
                        ? ui.texts().now("inspector.gradientOfMean")
                        : ui.texts().now("inspector.gradientOf", reduction.id()));
        scaled.show(cell.scaledGradient(Side.A), cell.scaledGradient(Side.B));
        showIfAny(returnedName, returned, cell.returnedGradient(Side.A), cell.returnedGradient(Side.B));
        showIfAny(weightName, weight, cell.weight(Side.A), cell.weight(Side.B));
    }

    /// A line that is there only where there is something to say of A or of B: where an op returns another
    /// gradient, or where there are weights.
    private static void showIfAny(Label name, Row row, double a, double b) {
        row.show(a, b, "");
        boolean isThere = !Double.isNaN(a) || !Double.isNaN(b);
        labels(name, row).forEach(label -> Presence.set(label, isThere));
    }

    private static List<Label> labels(Label name, Row row) {
        return List.of(name, row.a(), row.b());
    }

    private Row row(int index, Label name, String id) {
        var a = value();
        var b = value();
        a.setId(id + "-A");
        b.setId(id + "-B");
        var row = new Row(a, b, new Tip(a), new Tip(b));
        addRow(index, name, a, b);
        return row;
    }

    private Label name(String key) {
        var label = new Label();
        label.getStyleClass().add("table-name");
        label.textProperty().bind(ui.texts().of(key));
        label.setMinWidth(0);
        return label;
    }

    private static Label value() {
        var label = new SteadyLabel();
        label.getStyleClass().addAll("table-value", "number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
