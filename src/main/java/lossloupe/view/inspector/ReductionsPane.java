package lossloupe.view.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.reduce.Reduction;
import lossloupe.view.SystemClipboard;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Every reduction of both losses, live; to be copied as a table that a spreadsheet takes.
final class ReductionsPane extends VBox implements Page {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private final Ui ui;
    private final VBox rows = new VBox();
    private final Pouring pouring;
    private @Nullable Frame shown;

    ReductionsPane(Ui ui) {
        this.ui = ui;
        getStyleClass().add("reductions-pane");
        rows.getStyleClass().add("reduction-rows");
        var hint = new Label();
        hint.getStyleClass().add("section-note");
        hint.setWrapText(true);
        hint.textProperty().bind(ui.texts().of("reduction.hint"));
        pouring = new Pouring(ui);
        getChildren().setAll(pouring, head(), rows, hint);
        var copy = new MenuItem();
        copy.textProperty().bind(ui.texts().of("reduction.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(e -> copy());
        var menu = new ContextMenu(copy);
        setOnContextMenuRequested(e -> menu.show(this, e.getScreenX(), e.getScreenY()));
        setOnKeyPressed(e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
    }

    @Override
    public void show(Frame frame) {
        if (shown == null || shown.evaluation() != frame.evaluation()) {
            shown = frame;
            fill(frame);
        }
    }

    @Override
    public void retold() {
        var frame = shown;
        if (frame != null) {
            fill(frame);
        }
    }

    /// The table as text, one reduction per line.
    String text() {
        return rows().stream().map(ReductionRow::text).collect(Collectors.joining("\n", "reduction\tA\tB\n", "\n"));
    }

    private List<ReductionRow> rows() {
        return rows.getChildren().stream().map(ReductionRow.class::cast).toList();
    }

    private void fill(Frame frame) {
        var applying = Arrays.stream(Reduction.values())
                .filter(r ->
                        Side.A.result(frame).takes(r) || Side.B.result(frame).takes(r))
                .toList();
        if (!applying.equals(rows().stream().map(ReductionRow::reduction).toList())) {
            rows.getChildren()
                    .setAll(applying.stream().map(r -> new ReductionRow(ui, r)).toList());
        }
        rows().forEach(row -> row.show(frame));
        pouring.show(frame);
    }

    private void copy() {
        SystemClipboard.put(text());
        ui.model().say(lossloupe.app.Notice.info("reduction.copied"));
    }

    private static HBox head() {
        var head = new HBox(tag(Side.A), tag(Side.B));
        head.getStyleClass().addAll("reduction-head", "reduction-line");
        return head;
    }

    private static HBox tag(Side side) {
        var tag = new Label(side.name());
        tag.getStyleClass().addAll("tag", side.style("tag"));
        var box = new HBox(tag);
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
