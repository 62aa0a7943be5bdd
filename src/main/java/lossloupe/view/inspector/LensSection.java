package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.equality.Lens;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// What narrower number formats would make of the selected cell: its logit and label, and
/// probability and loss of both sides.
final class LensSection extends VBox {
    private static final List<String> SHOWN = Lens.NARROWER;
    private static final int DIGITS = 6;
    private static final List<String> MARKS = List.of("exact", "thin", "lost");

    private final Ui ui;
    private final List<Line> lines = new ArrayList<>();

    private record Item(Label label, Tooltip tip) {}

    private record Line(List<Item> items) {}

    LensSection(Ui ui) {
        this.ui = ui;
        getStyleClass().add("memory-table");
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(ui.texts().of("inspector.lens"));
        var grid = new GridPane();
        grid.getStyleClass().add("lens-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < SHOWN.size(); i++) {
            var column = new ColumnConstraints(76);
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            var head = new Label(SHOWN.get(i));
            head.getStyleClass().add("table-head");
            grid.add(head, i + 1, 0);
        }
        for (var name : List.of("x", "z", "p A", "L A", "p B", "L B")) {
            var label = new Label(name);
            label.getStyleClass().add("lens-value");
            var items = SHOWN.stream().map(f -> item()).toList();
            int row = lines.size() + 1;
            grid.add(label, 0, row);
            for (int i = 0; i < items.size(); i++) {
                grid.add(items.get(i).label(), i + 1, row);
                items.get(i).label().setId("lens-" + name.replace(" ", "") + "-" + SHOWN.get(i));
            }
            lines.add(new Line(items));
        }
        getChildren().setAll(title, grid);
    }

    void show(CellReading cell) {
        double[] values = {
            cell.logit(),
            cell.label(),
            cell.probability(Side.A, cell.cls()),
            cell.term(Side.A),
            cell.probability(Side.B, cell.cls()),
            cell.term(Side.B)
        };
        for (int i = 0; i < values.length; i++) {
            var lenses = Lens.narrower(values[i]);
            for (int k = 0; k < SHOWN.size(); k++) {
                show(lines.get(i).items().get(k), lenses.get(k));
            }
        }
    }

    private void show(Item item, Lens lens) {
        item.label().setText(text(lens.value()));
        mark(item.label(), lens.fate());
        var fate = ui.texts()
                .now("inspector.lens." + lens.fate().name(), String.format(Locale.ROOT, "%.1e", lens.relative()));
        item.tip().setText(Numbers.shortest(lens.value()) + "\n" + fate + "\n" + lens.bits());
    }

    /// Sets the style class of a fate, and touches nothing where it stays: that would cost a pass of CSS for each
    /// frame of a drag.
    private static void mark(Label label, Lens.Fate fate) {
        var wanted = switch (fate) {
            case EXACT -> "exact";
            case SUBNORMAL -> "thin";
            case VANISHED, OVERFLOWED -> "lost";
            case ROUNDED -> "";
        };
        var classes = label.getStyleClass();
        if (!wanted.isEmpty() && !classes.contains(wanted)) {
            classes.add(wanted);
        }
        MARKS.stream().filter(m -> !m.equals(wanted) && classes.contains(m)).forEach(classes::remove);
    }

    /// Six digits that count, without the zeros that say nothing.
    private static String text(double value) {
        if (!Double.isFinite(value) || (value == Math.rint(value) && Math.abs(value) < 1e6)) {
            return Numbers.shortest(value);
        }
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.2e", value).replace('-', '−');
        }
        int digits = DIGITS - 1 - (int) Math.floor(Math.log10(size));
        return Numbers.fixed(value, Math.clamp(digits, 0, DIGITS));
    }

    private static Item item() {
        var label = new Label();
        label.getStyleClass().add("lens-value");
        var tip = new Tooltip();
        label.setTooltip(tip);
        return new Item(label, tip);
    }
}
