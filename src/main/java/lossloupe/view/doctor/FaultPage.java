package lossloupe.view.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Fault;
import lossloupe.document.Edit;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Faults to be made: each button makes one, as a step that can be undone. A quiz makes one unseen, and the buttons
/// become answers.
final class FaultPage extends VBox {
    private static final long MOST_CELLS = 2_000_000;

    private final Ui ui;
    private final Label question = new Label();
    private final Button quiz = new Button();
    private final FlowPane buttons = new FlowPane();
    private final Random random = new Random();
    private @Nullable Evaluation now;
    private @Nullable Fault hidden;

    FaultPage(Ui ui) {
        this.ui = ui;
        getStyleClass().add("doctor-page");
        question.getStyleClass().add("doctor-verdict");
        question.setWrapText(true);
        quiz.getStyleClass().add("chip");
        quiz.setId("doctor-quiz");
        quiz.setMinWidth(USE_PREF_SIZE);
        quiz.textProperty().bind(ui.texts().of("doctor.quiz"));
        quiz.setOnAction(e -> hide());
        buttons.getStyleClass().add("fault-buttons");
        var top = new HBox(12, question, quiz);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(top, buttons);
    }

    void show(Frame frame) {
        var before = now;
        now = frame.evaluation();
        if (before == null || !applying(before).equals(applying(now))) {
            fill();
        }
    }

    void retold() {
        fill();
    }

    private static List<Fault> applying(Evaluation evaluation) {
        var document = evaluation.document();
        if (document.shape().size() > MOST_CELLS) {
            return List.of();
        }
        return Arrays.stream(Fault.values())
                .filter(f -> f.appliesTo(document, evaluation.overlap()))
                .toList();
    }

    private void fill() {
        var evaluation = now;
        if (evaluation == null) {
            return;
        }
        say(hidden == null ? "doctor.faults" : "doctor.which");
        var faults = new ArrayList<>(hidden == null ? applying(evaluation) : List.of(Fault.values()));
        quiz.setDisable(faults.isEmpty());
        buttons.getChildren().setAll(faults.stream().map(this::button).toList());
    }

    private Button button(Fault fault) {
        var button = new Button(ui.texts().now("fault." + fault.id()));
        button.getStyleClass().add("chip");
        button.setId("fault-" + fault.id());
        button.setOnAction(e -> press(fault));
        return button;
    }

    private void press(Fault fault) {
        var asked = hidden;
        if (asked == null) {
            make(fault);
            return;
        }
        hidden = null;
        fill();
        say(asked == fault ? "doctor.right" : "doctor.wrong", ui.texts().now("fault." + asked.id()));
    }

    private void hide() {
        var evaluation = now;
        if (evaluation != null) {
            var faults = applying(evaluation);
            var chosen = faults.get(random.nextInt(faults.size()));
            hidden = chosen;
            make(chosen);
            fill();
        }
    }

    /// The history must not give a hidden fault away.
    private void make(Fault fault) {
        ui.model().editInSight(new Edit.Replace(fault.in(ui.model().document()), "edit.fault"));
    }

    private void say(String key, Object... args) {
        question.setText(ui.texts().now(key, args));
    }
}
