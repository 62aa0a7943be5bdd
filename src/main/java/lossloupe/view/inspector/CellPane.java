package lossloupe.view.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.loss.Explanation.Source;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The selected cell: its numbers, the formula that gives them, its curves, the vector it shares, its place in memory.
final class CellPane extends VBox implements Page {
    private final CellHeader header;
    private final CellTable table;
    private final FormulaBox formula;
    private final CurveSection curve;
    private final ProbabilityList probabilities;
    private final MemoryTable memory;
    private final LensSection lens;
    private @Nullable CellReading shown;

    CellPane(Ui ui, ObjectProperty<@Nullable Source> pointed) {
        getStyleClass().add("cell-pane");
        header = new CellHeader(ui);
        table = new CellTable(ui);
        formula = new FormulaBox(ui, pointed);
        curve = new CurveSection(ui);
        probabilities = new ProbabilityList(ui);
        memory = new MemoryTable(ui);
        lens = new LensSection(ui);
        getChildren().setAll(header, table, formula, curve, probabilities, memory, lens);
    }

    @Override
    public void show(Frame frame) {
        var cell = CellReading.of(frame);
        if (!cell.showsSame(shown)) {
            shown = cell;
            fill(cell);
        }
    }

    @Override
    public void retold() {
        var cell = shown;
        if (cell != null) {
            fill(cell);
        }
    }

    private void fill(CellReading cell) {
        header.show(cell);
        table.show(cell);
        formula.show(cell);
        curve.show(cell);
        probabilities.show(cell);
        memory.show(cell);
        lens.show(cell);
    }
}
