package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Selection;
import lossloupe.tensor.Axis;
import lossloupe.view.Numbers;
import lossloupe.view.Presence;
import lossloupe.view.SteadyLabel;
import lossloupe.view.Ui;

/// The probabilities of all classes at the selected position under A and B, and their sums: the vector that softmax
/// shares and sigmoid does not. Of many classes the most probable ones are shown.
final class ProbabilityList extends VBox {
    private static final int MOST = 8;
    private static final double NAME = 62;
    private static final double COLUMN = 112;
    private final Ui ui;
    private final Label title = new Label();
    private final VBox rows = new VBox();
    private final Label sumName = new Label();
    private final Label sumA = new SteadyLabel();
    private final Label sumB = new SteadyLabel();
    private final Label note = new Label();

    ProbabilityList(Ui ui) {
        this.ui = ui;
        getStyleClass().add("probability-list");
        title.getStyleClass().add("section-title");
        rows.getStyleClass().add("probability-rows");
        sumName.setPrefWidth(NAME);
        sumName.setMinWidth(NAME);
        sumA.setPrefWidth(COLUMN);
        sumB.setPrefWidth(COLUMN);
        sumA.setId("sum-A");
        sumB.setId("sum-B");
        var sums = new HBox(8, sumName, sumA, sumB);
        sums.getStyleClass().add("probability-sums");
        sumName.textProperty().bind(ui.texts().of("inspector.sum"));
        note.getStyleClass().add("section-note");
        note.setWrapText(true);
        getChildren().setAll(title, rows, sums, note);
    }

    void show(CellReading cell) {
        title.setText(ui.texts().now("inspector.probabilitiesAt", Integer.toString(cell.position())));
        int n = cell.evaluation().document().classes().size();
        var shown = chosen(cell, n);
        resize(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            ((ProbabilityRow) rows.getChildren().get(i)).show(cell, shown.get(i));
        }
        sumA.setText(sum(cell, Side.A, n));
        sumB.setText(sum(cell, Side.B, n));
        var notes = notes(cell, n - shown.size());
        note.setText(String.join(" ", notes));
        Presence.set(note, !notes.isEmpty());
    }

    private void resize(int count) {
        var children = rows.getChildren();
        while (children.size() < count) {
            children.add(new ProbabilityRow(this::select));
        }
        children.remove(count, children.size());
    }

    private void select(int cls) {
        int position = ui.model().view().selection().position();
        ui.model().select(Selection.cell(cls, position));
    }

    private static List<Integer> chosen(CellReading cell, int n) {
        var all = IntStream.range(0, n).boxed().toList();
        if (n <= MOST) {
            return all;
        }
        var likely = new ArrayList<>(all);
        likely.remove(Integer.valueOf(cell.cls()));
        likely.sort(Comparator.comparingDouble(
                (Integer c) -> -Math.max(cell.probability(Side.A, c), cell.probability(Side.B, c))));
        var kept = new ArrayList<>(likely.subList(0, MOST - 1));
        kept.add(cell.cls());
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    private static String sum(CellReading cell, Side side, int n) {
        double sum = 0;
        for (int c = 0; c < n; c++) {
            sum += cell.probability(side, c);
        }
        return Numbers.fixed(sum, 3);
    }

    private List<String> notes(CellReading cell, int hidden) {
        var notes = new ArrayList<String>();
        if (hidden > 0) {
            notes.add(ui.texts().now("inspector.moreClasses", hidden));
        }
        for (var side : Side.values()) {
            if (cell.coupled(side) == Axis.POSITION) {
                notes.add(ui.texts().now("inspector.overPositions", side.name()));
            }
        }
        return notes;
    }
}
