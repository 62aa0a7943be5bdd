package lossloupe.view.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.app.Jobs;
import lossloupe.app.Notice;
import lossloupe.app.Track;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Doctor;
import lossloupe.doctor.Finding;
import lossloupe.doctor.Patient;
import lossloupe.doctor.Severity;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.view.Presence;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// What was found, ranked. Small data are examined with every edit; large ones when the page opens and when a person
/// asks, for that takes a second.
final class FindingsPage extends VBox {
    /// Cells that are examined within a frame.
    private static final long SMALL = 20_000;

    private static final double WIDE = 860;

    private final Ui ui;
    private final VBox rows = new VBox();
    private final Label verdict = new Label();
    private final Button again = new Button();
    private final OverlapBudget budget;
    private final DoneLine done;
    private final Outcomes outcomes = new Outcomes(this::known);
    private @Nullable Evaluation examined;
    private @Nullable Evaluation now;
    private List<Item> items = List.of();
    private final Map<String, FindingRow> shown = new LinkedHashMap<>();
    private Map<String, Means> then = Map.of();
    private final ObservableValue<Boolean> isWide = widthProperty().map(w -> w.doubleValue() >= WIDE);
    private boolean isRunning;

    /// A finding, what it was found in, its repair, what that would make, and which tracks it would change.
    record Item(
            Finding finding,
            Evaluation now,
            @Nullable Edit repair,
            @Nullable Evaluation then,
            Set<Track> changed) {
        static List<Item> of(Evaluation evaluation, Jobs.@Nullable Progress progress) {
            var patient = new Patient(evaluation, Patient.Expect.AS_CHOSEN);
            var findings = progress == null
                    ? Doctor.examine(patient)
                    : Doctor.examine(patient, () -> isCancelled(progress), progress::at);
            var items = new ArrayList<Item>();
            for (var finding : findings) {
                var repair = finding.repair();
                items.add(
                        repair == null
                                ? new Item(finding, evaluation, null, null, Set.of())
                                : repaired(finding, evaluation, repair.edit()));
            }
            return items;
        }

        private static Item repaired(Finding finding, Evaluation now, Edit repair) {
            var then = repair.apply(now.document()).withFittingLosses();
            var changed = ChangePicture.changed(now.document(), then);
            return new Item(finding, now, repair, Evaluation.onDemand(then), changed);
        }

        Document document() {
            return now.document();
        }

        private static boolean isCancelled(Jobs.Progress progress) {
            progress.check();
            return false;
        }
    }

    FindingsPage(Ui ui, FaultPage faults) {
        this.ui = ui;
        budget = new OverlapBudget(ui);
        done = new DoneLine(ui);
        getStyleClass().add("doctor-page");
        verdict.getStyleClass().add("doctor-verdict");
        verdict.setWrapText(true);
        again.getStyleClass().add("chip");
        again.setId("doctor-again");
        again.textProperty().bind(ui.texts().of("doctor.again"));
        again.setOnAction(e -> start());
        again.setMinWidth(USE_PREF_SIZE);
        rows.getStyleClass().add("doctor-rows");
        var top = new HBox(12, verdict, again);
        top.setAlignment(Pos.CENTER_LEFT);
        var content = List.of(budget, done, top, rows);
        var veil = veil(faults);
        getChildren().setAll(veil);
        getChildren().addAll(content);
        faults.askingProperty().subscribe(isAsking -> {
            Presence.set(veil, isAsking);
            content.forEach(c -> Presence.set(c, !isAsking));
        });
    }

    /// In place of findings while a quiz asks what they would tell.
    private HBox veil(FaultPage faults) {
        var why = new Label();
        why.getStyleClass().add("doctor-verdict");
        why.setWrapText(true);
        why.textProperty().bind(ui.texts().of("doctor.veiled"));
        var giveUp = new Button();
        giveUp.getStyleClass().add("chip");
        giveUp.setId("doctor-give-up");
        giveUp.setMinWidth(USE_PREF_SIZE);
        giveUp.textProperty().bind(ui.texts().of("doctor.giveUp"));
        giveUp.setOnAction(e -> faults.reveal("doctor.revealed"));
        var veil = new HBox(12, why, giveUp);
        veil.setId("doctor-veil");
        veil.setAlignment(Pos.CENTER_LEFT);
        return veil;
    }

    void show(Frame frame) {
        now = frame.evaluation();
        budget.show(frame.evaluation().overlap());
        done.show(frame.evaluation());
        var document = frame.evaluation().document();
        boolean small = document.shape().size() <= SMALL;
        Presence.set(again, !small);
        var before = examined;
        if (before != null && before.document().equals(document)) {
            return;
        }
        if (small) {
            take(frame.evaluation(), Item.of(frame.evaluation(), null));
        } else {
            // A repair of what it was changes another document: the one it was found for.
            rows.setDisable(true);
            if (examined == null || done.isOf(frame.evaluation())) {
                start();
            }
        }
    }

    void retold() {
        budget.retold();
        done.retold();
        fill();
    }

    private void start() {
        var asked = now;
        if (asked == null || isRunning) {
            return;
        }
        isRunning = true;
        ui.model()
                .jobs()
                .start(
                        "doctor.running",
                        "",
                        progress -> Item.of(asked, progress),
                        found -> {
                            isRunning = false;
                            take(asked, found);
                        },
                        failed -> {
                            isRunning = false;
                            ui.model().say(Notice.failed(failed));
                        });
    }

    private void take(Evaluation evaluation, List<Item> found) {
        examined = evaluation;
        items = found;
        rows.setDisable(!evaluation.document().equals(ui.model().document()));
        fill();
        outcomes.ask(evaluation, found);
    }

    private void known(Outcomes.Known known) {
        if (known.of().equals(examined)) {
            then = known.then();
            effects(then);
        }
    }

    private void fill() {
        long grave =
                items.stream().filter(i -> i.finding().isAbove(Severity.NOTE)).count();
        verdict.setText(examined == null ? "" : ui.texts().now(grave == 0 ? "doctor.clear" : "doctor.found", grave));
        shown.clear();
        items.forEach(i -> shown.put(i.finding().id(), new FindingRow(ui, i, isWide, this::apply)));
        rows.getChildren().setAll(shown.values());
        effects(Map.of());
    }

    /// What was known of the same finding before stays, dim, until it is known anew.
    private void effects(Map<String, Means> known) {
        var evaluation = examined;
        if (evaluation != null) {
            var before = Means.of(evaluation);
            shown.forEach((id, row) -> row.show(before, known.getOrDefault(id, then.get(id)), known.containsKey(id)));
        }
    }

    private void apply(Edit repair) {
        var evaluation = examined;
        if (evaluation != null) {
            done.make(repair, evaluation);
        }
    }
}
