package lossloupe.view.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.equality.Lens;
import lossloupe.view.Numbers;
import lossloupe.view.SteadyLabel;
import lossloupe.view.Tip;
import lossloupe.view.Ui;

/// What narrower number formats would make of the selected cell: its logit and label rounded, and probability and loss
/// of both sides with every step of their formulas rounded.
final class LensSection extends VBox {
    private static final List<String> SHOWN = Lens.NARROWER;
    private static final int DIGITS = 6;
    private static final double WIDTH = 76;
    /// What the widest numbers take, beside whole names of rows in the narrowest window.
    private static final double LEAST_WIDTH = 60;

    /// A longer fibre is not computed step by step for every frame: its results are rounded.
    private static final int MOST_STEPS = 5_000;

    private static final List<String> MARKS = List.of("exact", "thin", "lost");

    private final Ui ui;
    private final List<Line> lines = new ArrayList<>();

    private record Item(Label label, Tip tip) {}

    private record Line(List<Item> items) {}

    LensSection(Ui ui) {
        this.ui = ui;
        getStyleClass().add("memory-table");
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(ui.texts().of("inspector.lens"));
        Tip.on(title, ui.texts().of("inspector.lens.how"));
        var grid = new GridPane();
        grid.getStyleClass().add("lens-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < SHOWN.size(); i++) {
            var column = new ColumnConstraints(LEAST_WIDTH, WIDTH, WIDTH);
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
            var head = new Label(SHOWN.get(i));
            head.getStyleClass().add("table-head");
            grid.add(head, i + 1, 0);
        }
        for (var name : List.of("x", "z", "p A", "L A", "p B", "L B")) {
            var label = new Label(name);
            label.getStyleClass().add("lens-value");
            label.setMinWidth(USE_PREF_SIZE);
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
        show(0, Lens.narrower(cell.logit()));
        show(1, Lens.narrower(cell.label()));
        int row = 2;
        for (var side : Side.values()) {
            var loss = cell.loss(side);
            var context = cell.context(side);
            double p = cell.probability(side, cell.cls());
            double term = cell.term(side);
            boolean isShort = context.size() <= MOST_STEPS;
            show(row++, isShort ? Lens.narrower(p, steps -> loss.probability(context, steps)) : Lens.narrower(p));
            show(row++, isShort ? Lens.narrower(term, steps -> loss.term(context, steps)) : Lens.narrower(term));
        }
    }

    private void show(int row, List<Lens> lenses) {
        for (int k = 0; k < SHOWN.size(); k++) {
            show(lines.get(row).items().get(k), lenses.get(k));
        }
    }

    private void show(Item item, Lens lens) {
        item.label().setText(text(lens.value()));
        mark(item.label(), lens.fate());
        var fate = ui.texts().now("inspector.lens." + lens.fate().name(), Numbers.exponential(lens.relative(), 1));
        item.tip().setText(Numbers.shortest(lens.value()) + "\n" + fate + "\n" + lens.bits());
    }

    /// Sets the style class of a fate, and touches nothing where it stays: that would cost a pass of CSS for each
    /// frame of a drag.
    private static void mark(Label label, Lens.Fate fate) {
        var wanted = switch (fate) {
            case EXACT -> "exact";
            case SUBNORMAL -> "thin";
            case VANISHED, OVERFLOWED, UNDEFINED -> "lost";
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
            return Numbers.exponential(value, 2);
        }
        int digits = DIGITS - 1 - (int) Math.floor(Math.log10(size));
        return Numbers.fixed(value, Math.clamp(digits, 0, DIGITS));
    }

    private static Item item() {
        var label = new SteadyLabel();
        label.getStyleClass().add("lens-value");
        return new Item(label, new Tip(label));
    }
}
