package lossloupe.view.inspector;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.view.Tip;
import lossloupe.view.Ui;

/// Where the selected cell lies in the flat array, in either layout: the same cell, another index.
final class MemoryTable extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final Ui ui;
    private final Map<DataFormat, Line> lines = new EnumMap<>(DataFormat.class);

    private record Line(Label shape, Label index, Label strides, Tip bytes) {
        Line(Label shape, Label index, Label strides) {
            this(shape, index, strides, new Tip(shape, index, strides));
        }

        void mark(boolean isCurrent) {
            for (var label : new Label[] {shape, index, strides}) {
                label.pseudoClassStateChanged(CURRENT, isCurrent);
            }
        }
    }

    MemoryTable(Ui ui) {
        this.ui = ui;
        getStyleClass().add("memory-table");
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(ui.texts().of("inspector.memory"));
        var grid = new GridPane();
        grid.getStyleClass().add("cell-table");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(first, new ColumnConstraints(), new ColumnConstraints());
        for (var format : DataFormat.values()) {
            var line = new Line(label("memory-shape"), label("memory-index"), label("memory-strides"));
            line.index().setId("index-" + format.id());
            grid.addRow(lines.size(), line.shape(), line.index(), line.strides());
            lines.put(format, line);
        }
        getChildren().setAll(title, grid);
    }

    /// Characters of a shape that fit beside the name of its layout.
    private static final int LONGEST_SHAPE = 9;

    void show(CellReading cell) {
        var document = cell.evaluation().document();
        int bytes = cell.logitType().bytes();
        lines.forEach((format, line) -> {
            var layout = new Layout(document.shape(), format);
            long flat = layout.flat(cell.example(), cell.cls(), cell.position());
            // A long shape would push the index out; the status line and the menu of layouts show it too.
            line.shape()
                    .setText(layout.text().length() > LONGEST_SHAPE ? format.id() : format.id() + " " + layout.text());
            line.index().setText(ui.texts().now("inspector.index", Long.toString(flat)));
            line.strides().setText(ui.texts().now("inspector.strides", strides(layout, 1)));
            line.bytes()
                    .setText(ui.texts()
                            .now(
                                    "inspector.bytes",
                                    Long.toString(flat * bytes),
                                    strides(layout, bytes),
                                    layout.symbols()));
            line.mark(format == document.setup().format());
        });
    }

    private static String strides(Layout layout, int bytes) {
        return Arrays.stream(layout.strides())
                .mapToObj(s -> Long.toString(s * bytes))
                .collect(Collectors.joining(", "));
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(styleClass.equals("memory-shape") ? 0 : USE_PREF_SIZE);
        return label;
    }
}
