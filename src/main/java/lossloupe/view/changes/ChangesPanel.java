package lossloupe.view.changes;

import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.app.FxThread;
import lossloupe.app.LatestWorker;
import lossloupe.app.Selection;
import lossloupe.compute.Changes;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.document.Document;
import lossloupe.view.Numbers;
import lossloupe.view.PanelView;
import lossloupe.view.Presence;
import lossloupe.view.TextColumn;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The document against what it was, live: how many labels and logits differ, in which classes, and what that did to
/// both losses. Both are evaluated with the losses that are chosen now.
public final class ChangesPanel implements PanelView {
    private static final int DIGITS = 6;

    /// A class by its number, or everything together.
    private record Row(@Nullable Integer cls, Changes.Part part) {}

    private record Asked(Document before, Evaluation now) {}

    private final Ui ui;
    private final VBox root = new VBox();
    private final Label sentence = new Label();
    private final Button go = new Button();
    private final TableView<Row> table = new TableView<>();
    private final LossEngine engine = new LossEngine();
    private final FxThread<Changes> door = new FxThread<>(this::fill);
    private final LatestWorker<Asked> worker = new LatestWorker<>("changes", this::compare);
    private @Nullable Evaluation former;
    private @Nullable Evaluation shown;
    private @Nullable Changes changes;

    public ChangesPanel(Ui ui) {
        this.ui = ui;
        sentence.getStyleClass().add("doctor-verdict");
        sentence.setId("changes-sentence");
        sentence.setWrapText(true);
        go.getStyleClass().add("chip");
        go.setId("changes-go");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.textProperty().bind(ui.texts().of("changes.go"));
        go.setOnAction(e -> select());
        table.setId("changes");
        var texts = ui.texts();
        var columns = table.getColumns();
        columns.add(TextColumn.of(texts, "changes.class", 150, this::name));
        columns.add(TextColumn.of(
                texts, "changes.labels", 110, r -> Numbers.counted(r.part().labels())));
        columns.add(TextColumn.of(
                texts, "changes.logits", 110, r -> Numbers.counted(r.part().logits())));
        columns.add(TextColumn.of(
                texts, "changes.move", 120, r -> Numbers.telling(r.part().meanMove(), DIGITS)));
        columns.add(TextColumn.of(texts, "changes.a", 250, r -> move(r.part().a())));
        columns.add(TextColumn.of(texts, "changes.b", 250, r -> move(r.part().b())));
        VBox.setVgrow(table, Priority.ALWAYS);
        var top = new HBox(12, sentence, go);
        top.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("doctor-panel");
        root.setMinSize(0, 0);
        root.getChildren().setAll(top, table);
        ui.model().referenceProperty().subscribe(r -> ask());
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        var before = shown;
        shown = frame.evaluation();
        if (before == null || !before.document().equals(shown.document())) {
            ask();
        }
    }

    @Override
    public void retold() {
        table.refresh();
        if (changes != null) {
            fill(changes);
        }
    }

    private void ask() {
        var evaluation = shown;
        if (evaluation != null) {
            worker.submit(new Asked(ui.model().referenceProperty().get(), evaluation));
        }
    }

    private void compare(Asked asked) {
        var before = asked.before().withSetup(asked.now().document().setup());
        former = engine.evaluate(before, former);
        door.show(Changes.between(former, asked.now()));
    }

    private void fill(Changes next) {
        changes = next;
        var rows = IntStream.range(0, next.classes().size())
                .mapToObj(c -> new Row(c, next.classes().get(c)))
                .toList();
        table.getItems().setAll(rows);
        table.getItems().add(new Row(null, next.all()));
        Presence.set(go, next.largest() != null);
        sentence.setText(words(next));
    }

    private String words(Changes next) {
        if (!next.sameShape()) {
            return ui.texts().now("changes.otherShape");
        }
        var most = next.largest();
        var labels = Numbers.counted(next.all().labels());
        return most == null
                ? ui.texts().now(next.all().labels() == 0 ? "changes.none" : "changes.labelsOnly", labels)
                : ui.texts()
                        .now(
                                "changes.sentence",
                                labels,
                                Numbers.counted(next.all().logits()),
                                Numbers.telling(most.before(), 3),
                                Numbers.telling(most.after(), 3));
    }

    private String name(Row row) {
        var cls = row.cls();
        var classes = ui.model().document().classes();
        return cls == null
                ? ui.texts().now("changes.all")
                : cls < classes.size() ? classes.get(cls).name() : Integer.toString(cls);
    }

    private static String move(Changes.Loss loss) {
        return Numbers.telling(loss.before(), DIGITS) + " → " + Numbers.telling(loss.after(), DIGITS);
    }

    /// Shows the logit that moved most.
    private void select() {
        var most = changes == null ? null : changes.largest();
        if (most != null) {
            ui.model().look(v -> v.at(most.example(), Selection.cell(most.cls(), most.position())));
        }
    }
}
