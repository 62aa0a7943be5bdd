package lossloupe.view.doctor;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Symptom;
import lossloupe.doctor.Symptom.Averaging;
import lossloupe.doctor.Symptoms;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.tensor.Plane;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// A value that training is stuck at is typed; causes whose value it is, for the labels at hand, come best match first.
final class SymptomPage extends VBox {
    private static final int MOST = 8;
    private static final int DIGITS = 6;

    private final Ui ui;
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Label hint = new Label();
    private final GridPane causes = new GridPane();
    private @Nullable Evaluation now;
    private @Nullable Symptoms symptoms;

    SymptomPage(Ui ui) {
        this.ui = ui;
        getStyleClass().add("doctor-page");
        var question = new Label();
        question.getStyleClass().add("doctor-verdict");
        question.textProperty().bind(ui.texts().of("doctor.stuck"));
        question.setLabelFor(field);
        field.setId("doctor-stuck");
        field.setPrefColumnCount(9);
        field.textProperty().subscribe(t -> fill());
        field.setPromptText(Numbers.telling(Math.log(2), DIGITS));
        hint.getStyleClass().add("finding-evidence");
        hint.setId("doctor-stuck-hint");
        hint.setWrapText(true);
        hint.managedProperty().bind(hint.visibleProperty());
        hint.visibleProperty().bind(field.textProperty().isEmpty());
        problem.getStyleClass().add("problem");
        var top = new HBox(10, question, field, problem);
        top.setAlignment(Pos.CENTER_LEFT);
        causes.getStyleClass().add("symptom-grid");
        getChildren().setAll(top, hint, causes);
    }

    void show(Frame frame) {
        var before = now;
        now = frame.evaluation();
        if (before == null || !sameCauses(before.document(), now.document())) {
            symptoms = null;
            fill();
        }
    }

    /// Without weights, causes follow from the labels alone, and dragging a logit asks for none anew.
    private static boolean sameCauses(Document some, Document other) {
        return some.equals(other)
                || (some.weights().isNone()
                        && other.weights().isNone()
                        && labels(some).equals(labels(other)));
    }

    private static List<List<Plane>> labels(Document document) {
        return document.examples().stream().map(Example::labels).toList();
    }

    void retold() {
        fill();
    }

    private void fill() {
        causes.getChildren().clear();
        problem.setText("");
        var evaluation = now;
        var typed = field.getText().strip();
        hint.setText(ui.texts().now("doctor.stuck.hint", Numbers.telling(Math.log(2), DIGITS)));
        if (evaluation == null || typed.isEmpty()) {
            return;
        }
        try {
            double plateau = Numbers.parse(typed);
            int point = typed.replace(',', '.').indexOf('.');
            var known = symptoms == null ? Symptoms.of(evaluation) : symptoms;
            symptoms = known;
            fill(known.nearest(plateau), plateau, point < 0 ? 0 : typed.length() - point - 1);
        } catch (NumberFormatException e) {
            problem.setText(ui.texts().now("notice.notANumber", typed));
        }
    }

    private void fill(List<Symptom> symptoms, double plateau, int decimals) {
        int row = 0;
        for (var symptom : symptoms.subList(0, Math.min(MOST, symptoms.size()))) {
            boolean hit = symptom.explains(plateau, decimals);
            var mark = new Label(hit ? "✓" : "");
            mark.getStyleClass().addAll("claim-mark", "is-exact");
            var value = new Label(Numbers.telling(symptom.value(), DIGITS));
            value.getStyleClass().addAll("number", "symptom-value");
            var cause = new Label(sentence(symptom));
            cause.setWrapText(true);
            cause.getStyleClass().add(hit ? "finding-title" : "finding-evidence");
            cause.setId("symptom-" + symptom.id());
            GridPane.setHgrow(cause, Priority.ALWAYS);
            mark.setMinWidth(16);
            value.setMinWidth(USE_PREF_SIZE);
            causes.addRow(row++, mark, value, cause);
        }
    }

    private String sentence(Symptom symptom) {
        var cause = ui.texts().now("symptom." + symptom.id(), symptom.args().toArray());
        return symptom.averaging() == Averaging.OF_MEANS ? ui.texts().now("symptom.meanOfMeans", cause) : cause;
    }
}
