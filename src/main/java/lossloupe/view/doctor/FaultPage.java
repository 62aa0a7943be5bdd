package lossloupe.view.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Fault;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.History;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Faults to be made: each button makes one, as a step that can be undone, and is marked while that step stands. A quiz
/// makes one unseen, and the buttons become answers; what would give it away asks [#askingProperty].
final class FaultPage extends VBox {
    private static final long MOST_CELLS = 2_000_000;
    private static final PseudoClass MADE = PseudoClass.getPseudoClass("made");

    private final Ui ui;
    private final Label question = new Label();
    private final Button quiz = new Button();
    private final FlowPane buttons = new FlowPane();
    private final Random random = new Random();
    private final List<Made> made = new ArrayList<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private @Nullable Evaluation now;
    private @Nullable Made hidden;
    private @Nullable State shown;

    /// A fault and the document that it left.
    private record Made(Fault fault, Document document) {
        /// Whether a step of the history is this one, in whatever layout it is now read.
        boolean stands(History history) {
            return history.entries().subList(0, history.current() + 1).stream()
                    .map(History.Entry::document)
                    .anyMatch(d -> d.equals(document.withSetup(
                            document.setup().withFormat(d.setup().format()))));
        }
    }

    private record State(List<Fault> offered, List<Fault> made, boolean isAsking) {}

    FaultPage(Ui ui) {
        this.ui = ui;
        getStyleClass().add("doctor-page");
        question.getStyleClass().add("doctor-verdict");
        question.setWrapText(true);
        quiz.getStyleClass().add("chip");
        quiz.setId("doctor-quiz");
        quiz.setMinWidth(USE_PREF_SIZE);
        quiz.textProperty().bind(asking.flatMap(is -> ui.texts().of(is ? "doctor.giveUp" : "doctor.quiz")));
        quiz.setOnAction(e -> quizPressed());
        buttons.getStyleClass().add("fault-buttons");
        var top = new HBox(12, question, quiz);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(top, buttons);
    }

    /// Whether a hidden fault is asked for.
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    void show(Frame frame) {
        now = frame.evaluation();
        var history = ui.model().store().historyProperty().get();
        made.removeIf(m -> !m.stands(history));
        if (hidden != null && !made.contains(hidden)) {
            ask(null);
        }
        if (!state(now).equals(shown)) {
            fill();
        }
    }

    void retold() {
        fill();
    }

    private State state(Evaluation evaluation) {
        boolean isAsking = hidden != null;
        return new State(
                isAsking ? List.of(Fault.values()) : applying(evaluation),
                isAsking ? List.of() : made.stream().map(Made::fault).distinct().toList(),
                isAsking);
    }

    private List<Fault> applying(Evaluation evaluation) {
        var document = evaluation.document();
        if (document.shape().size() > MOST_CELLS) {
            return List.of();
        }
        return Arrays.stream(Fault.values())
                .filter(f -> f.appliesTo(document, evaluation.overlap())
                        || made.stream().anyMatch(m -> m.fault() == f))
                .toList();
    }

    private void fill() {
        var evaluation = now;
        if (evaluation == null) {
            return;
        }
        var state = state(evaluation);
        shown = state;
        if (state.made().isEmpty()) {
            say(state.isAsking() ? "doctor.which" : "doctor.faults");
        } else {
            say("doctor.made", state.made().stream().map(this::name).collect(Collectors.joining(" · ")));
        }
        quiz.setDisable(state.offered().isEmpty());
        buttons.getChildren()
                .setAll(state.offered().stream()
                        .map(f -> button(f, state.made().contains(f)))
                        .toList());
    }

    private String name(Fault fault) {
        return ui.texts().now("fault." + fault.id());
    }

    private Button button(Fault fault, boolean isMade) {
        var button = new Button((isMade ? "✓ " : "") + name(fault));
        button.getStyleClass().add("chip");
        button.pseudoClassStateChanged(MADE, isMade);
        button.setId("fault-" + fault.id());
        button.setOnAction(e -> press(fault));
        return button;
    }

    private void press(Fault fault) {
        var asked = hidden;
        if (asked != null) {
            reveal(asked.fault() == fault ? "doctor.right" : "doctor.wrong");
        } else if (!made.isEmpty()
                && made.getLast().fault() == fault
                && made.getLast().document().equals(ui.model().document())) {
            ui.model().store().undo();
        } else {
            make(fault);
        }
    }

    private void quizPressed() {
        var evaluation = now;
        if (hidden != null) {
            reveal("doctor.revealed");
        } else if (evaluation != null) {
            var faults = new ArrayList<>(applying(evaluation));
            Collections.shuffle(faults, random);
            if (faults.stream().anyMatch(this::make)) {
                ask(made.getLast());
            }
            fill();
        }
    }

    /// Ends the quiz with its answer.
    void reveal(String key) {
        var asked = hidden;
        if (asked != null) {
            ask(null);
            fill();
            say(key, name(asked.fault()));
        }
    }

    private void ask(@Nullable Made fault) {
        hidden = fault;
        asking.set(fault != null);
    }

    /// Makes a fault, and says whether that changed anything. The history must not give a hidden one away.
    private boolean make(Fault fault) {
        var before = ui.model().document();
        ui.model().editInSight(new Edit.Replace(fault.in(before), "edit.fault"));
        var after = ui.model().document();
        return !after.equals(before) && made.add(new Made(fault, after));
    }

    private void say(String key, Object... args) {
        question.setText(ui.texts().now(key, args));
    }
}
