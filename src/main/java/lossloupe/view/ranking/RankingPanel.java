package lossloupe.view.ranking;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.app.FxThread;
import lossloupe.app.LatestWorker;
import lossloupe.app.Selection;
import lossloupe.compute.Evaluation;
import lossloupe.compute.Ranking;
import lossloupe.compute.Ranking.By;
import lossloupe.compute.Ranking.Entry;
import lossloupe.compute.Ranking.Of;
import lossloupe.view.Numbers;
import lossloupe.view.PanelView;
import lossloupe.view.Segments;
import lossloupe.view.TextColumn;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Examples, classes or positions by loss, the worst first, live; a row that is chosen is shown in the tracks.
public final class RankingPanel implements PanelView {
    private static final int MOST = 200;
    private static final int DIGITS = 6;

    private final Ui ui;
    private final VBox root = new VBox();
    private final TableView<Entry> table = new TableView<>();
    private final Label count = new Label();
    private final FxThread<Ranking> door = new FxThread<>(this::fill);
    private final LatestWorker<Asked> worker =
            new LatestWorker<>("ranking", asked -> door.show(Ranking.of(asked.evaluation, asked.by, asked.of, MOST)));
    private By by = By.POSITIONS;
    private Of of = Of.A;
    private @Nullable Evaluation shown;
    private boolean isFilling;

    private record Asked(Evaluation evaluation, By by, Of of) {}

    public RankingPanel(Ui ui) {
        this.ui = ui;
        var what = new Segments<>(List.of(By.values()), this::rank);
        for (var each : By.values()) {
            what.button(each).textProperty().bind(ui.texts().of("ranking." + lower(each)));
            what.button(each).setId("rank-" + lower(each));
        }
        what.show(by);
        var loss = new Segments<>(List.of(Of.values()), this::rank);
        loss.button(Of.A).setText("A");
        loss.button(Of.B).setText("B");
        loss.button(Of.DIFFERENCE).setText("A − B");
        loss.show(of);
        count.getStyleClass().add("finding-evidence");
        var top = new HBox(12, what, loss, count);
        top.setAlignment(Pos.CENTER_LEFT);
        table.setId("ranking");
        columns();
        table.getSelectionModel().selectedItemProperty().subscribe(this::go);
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getStyleClass().add("doctor-panel");
        root.setMinSize(0, 0);
        root.getChildren().setAll(top, table);
    }

    private void columns() {
        var columns = table.getColumns();
        columns.add(number(
                "ranking.rank", 44, e -> Integer.toString(table.getItems().indexOf(e) + 1)));
        columns.add(TextColumn.of(ui.texts(), "ranking.place", 260, this::place));
        for (var each : Of.values()) {
            columns.add(number("ranking.mean." + lower(each), 150, e -> Numbers.telling(e.value(each), DIGITS)));
        }
    }

    private TableColumn<Entry, String> number(String key, double width, Function<Entry, String> text) {
        var column = TextColumn.of(ui.texts(), key, width, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String place(Entry entry) {
        var document = ui.model().document();
        if (entry.cls() >= 0) {
            return entry.cls() < document.classes().size()
                    ? document.classes().get(entry.cls()).name()
                    : Integer.toString(entry.cls());
        }
        var at = Integer.toString(entry.position());
        return entry.position() < 0
                ? ui.texts().now("ranking.ofExample", Integer.toString(entry.example()))
                : document.shape().batch() > 1
                        ? ui.texts().now("ranking.ofPosition", Integer.toString(entry.example()), at)
                        : ui.texts().now("ranking.position", at);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        var before = shown;
        boolean same =
                before != null && before.document().equals(frame.evaluation().document());
        shown = frame.evaluation();
        if (!same) {
            ask();
        }
    }

    @Override
    public void retold() {
        table.refresh();
    }

    private void rank(By next) {
        by = next;
        ask();
    }

    private void rank(Of next) {
        of = next;
        ask();
    }

    private void ask() {
        var evaluation = shown;
        if (evaluation != null) {
            worker.submit(new Asked(evaluation, by, of));
        }
    }

    /// The row that was chosen stays chosen where it is still there.
    private void fill(Ranking ranking) {
        isFilling = true;
        var chosen = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(ranking.entries());
        count.setText(ui.texts().now("ranking.count", ranking.entries().size()));
        if (chosen != null) {
            ranking.entries().stream().filter(chosen::isAt).findFirst().ifPresent(table.getSelectionModel()::select);
        }
        isFilling = false;
    }

    private void go(@Nullable Entry entry) {
        if (entry == null || isFilling) {
            return;
        }
        var shape = ui.model().document().shape();
        ui.model().look(v -> {
            var at = v.selection();
            int cls = entry.cls() < 0 ? at.cls() : entry.cls();
            int position = entry.position() < 0 ? at.position() : entry.position();
            var next = Selection.cell(cls, position).within(shape);
            return v.at(entry.example() < 0 ? v.example() : Math.min(entry.example(), shape.batch() - 1), next);
        });
    }
}
