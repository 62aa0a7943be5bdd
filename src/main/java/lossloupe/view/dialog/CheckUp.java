package lossloupe.view.dialog;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import lossloupe.app.Frame;
import lossloupe.app.Notice;
import lossloupe.app.Panel;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Doctor;
import lossloupe.doctor.Finding;
import lossloupe.doctor.Patient;
import lossloupe.doctor.Severity;
import lossloupe.document.Document;
import lossloupe.view.Ui;

/// The doctor looks at what was imported, without being asked, and speaks up only where something is wrong.
final class CheckUp {
    /// Between the first numbers of a document and the last pixels of its picture.
    private static final Duration UNTIL_DRAWN = Duration.millis(300);

    private CheckUp() {}

    /// Begins once the window shows what was imported: to draw it comes first, and takes all processors.
    ///
    /// @param evaluation what the window has computed of it is not computed again
    static void start(Ui ui, Evaluation evaluation) {
        var examples = evaluation.document().examples();
        ui.model().frameProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Frame> frame, Frame before, Frame now) {
                if (now.evaluation().document().examples().equals(examples)) {
                    frame.removeListener(this);
                    var pause = new PauseTransition(UNTIL_DRAWN);
                    pause.setOnFinished(e -> examine(ui, evaluation));
                    pause.play();
                } else if (!ui.model().document().examples().equals(examples)) {
                    frame.removeListener(this);
                }
            }
        });
    }

    private static void examine(Ui ui, Evaluation evaluation) {
        var patient = new Patient(evaluation, Patient.Expect.AS_CHOSEN);
        ui.model()
                .jobs()
                .start(
                        "doctor.running",
                        "",
                        p -> Doctor.examine(patient),
                        found -> say(ui, evaluation.document(), found),
                        failed -> {});
    }

    /// Of a document that has changed meanwhile nothing is said, nor to who is with the doctor already.
    private static void say(Ui ui, Document document, List<Finding> found) {
        boolean grave = !found.isEmpty() && found.getFirst().isAbove(Severity.NOTE);
        boolean isOpen = ui.model().view().panel() == Panel.DOCTOR;
        if (grave && !isOpen && ui.model().document().examples().equals(document.examples())) {
            var title = ui.texts().now("doctor." + found.getFirst().id() + ".title");
            ui.model().say(Notice.info("notice.doctor", title).opening(Panel.DOCTOR));
        }
    }
}
