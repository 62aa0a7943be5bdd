package lossloupe.view;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import lossloupe.app.AppModel;
import lossloupe.app.Jobs;
import lossloupe.app.Selection;
import lossloupe.compute.LossResult;
import lossloupe.compute.NonFinite;
import lossloupe.document.Document;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import org.jspecify.annotations.Nullable;

/// The last line: both reduced values with floor and excess in full digits, what is not finite, what runs, and the
/// shapes.
final class StatusLine extends HBox {
    static final double HEIGHT = 28;

    private static final double LAG_MILLIS = 100;
    private static final double LONG_MILLIS = 300;
    private final Ui ui;
    private final AppModel model;
    private final Circle dot = new Circle(3.5);
    private final Label a = new SteadyLabel();
    private final Label b = new SteadyLabel();
    private final Button nonFinite = new Button();
    private final Label shapes = new Label();
    private final HBox job = new HBox();
    private final Label jobName = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button();
    private List<Plane> namedLabels = List.of();
    private String labelType = "";
    private final PauseTransition lag = new PauseTransition(Duration.millis(LAG_MILLIS));
    private final PauseTransition longer = new PauseTransition(Duration.millis(LONG_MILLIS));

    StatusLine(Ui ui, Runnable showKeys) {
        this.ui = ui;
        this.model = ui.model();
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        dot.getStyleClass().add("status-dot");
        nonFinite.getStyleClass().addAll("status-link", "status-warning");
        nonFinite.setId("status-non-finite");
        nonFinite.setOnAction(e -> NonFinite.first(model.frame().evaluation())
                .ifPresent(cell -> model.look(v -> v.at(cell.example(), Selection.cell(cell.cls(), cell.position())))));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Button();
        keys.textProperty().bind(ui.texts().of("status.keys"));
        keys.getStyleClass().add("status-link");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setOnAction(e -> showKeys.run());
        job.getStyleClass().add("status-job");
        job.setAlignment(Pos.CENTER_LEFT);
        cancel.textProperty().bind(ui.texts().of("status.cancel"));
        cancel.getStyleClass().add("status-link");
        job.getChildren().setAll(jobName, progress, cancel);
        shapes.setMinWidth(0);
        getChildren().setAll(dot, a, b, nonFinite, job, gap, shapes, keys);
        model.frameProperty().subscribe(f -> show());
        model.store().documentProperty().subscribe(d -> lag.playFromStart());
        ui.texts().stringsProperty().subscribe(s -> show());
        model.jobs().runningProperty().subscribe(running -> show(running));
        lag.setOnFinished(e -> show());
        model.store().documentProperty().subscribe(d -> longer.playFromStart());
        longer.setOnFinished(e -> showComputing());
    }

    /// Says that numbers are being computed once that takes long. To cancel it is to take the change back.
    private void showComputing() {
        boolean busy = model.frame().revision() < model.store().revision();
        if (busy && model.jobs().runningProperty().get() == null) {
            show(new Jobs.Running("status.computing", "", -1, model.store()::undo));
        }
    }

    private void show() {
        var frame = model.frame();
        if (frame.revision() == model.store().revision()) {
            show(model.jobs().runningProperty().get());
        }
        var evaluation = frame.evaluation();
        var document = evaluation.document();
        var reduction = document.setup().shownReduction();
        a.setText(line("A", evaluation.a(), reduction));
        b.setText(line("B", evaluation.b(), reduction));
        boolean late = frame.revision() < model.store().revision() && lag.getStatus() == PauseTransition.Status.STOPPED;
        for (var label : new Label[] {a, b}) {
            label.setOpacity(late ? 0.45 : 1);
        }
        var broken = NonFinite.of(evaluation);
        long bad = broken.total();
        nonFinite.setText(
                bad > 0
                        ? ui.texts().now("status.nonFinite", broken.labels(), broken.logits(), broken.elementwise())
                        : "");
        Presence.set(nonFinite, bad > 0);
        dot.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("late"), late || bad > 0);
        var shape = document.layout().text();
        shapes.setText(ui.texts()
                .now(
                        "status.shapes",
                        shape,
                        labelType(document),
                        shape,
                        document.example(0).logits().getFirst().dtype().id()));
    }

    private String labelType(Document document) {
        var labels = document.example(0).labels();
        if (!labels.equals(namedLabels)) {
            namedLabels = labels;
            labelType = labelType(labels);
        }
        return labelType;
    }

    /// Labels that are 0 and 1 alone are kept in a byte each, whatever the file had.
    private static String labelType(List<Plane> labels) {
        var type = labels.getFirst().dtype();
        var extremes = new Extremes();
        for (var row : labels) {
            row.extremes(0, row.length(), extremes);
        }
        return type == DType.UINT8 && extremes.max() <= 1 ? "0/1" : type.id();
    }

    private String line(String tag, LossResult result, Reduction reduction) {
        double value = result.reduced(reduction);
        double floor = result.floor(reduction);
        if (!Double.isFinite(floor)) {
            return tag + " " + Numbers.telling(value, 6);
        }
        return ui.texts()
                .now(
                        "status.value",
                        tag,
                        Numbers.telling(value, 6),
                        floor == 0 ? "0" : Numbers.telling(floor, 6),
                        Numbers.telling(value - floor, 6));
    }

    private void show(Jobs.@Nullable Running running) {
        Presence.set(job, running != null);
        if (running != null) {
            jobName.setText(ui.texts().now(running.titleKey(), running.subject()));
            progress.setProgress(running.fraction());
            cancel.setOnAction(e -> running.cancel().run());
        }
    }
}
