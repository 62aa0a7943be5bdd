package lossloupe.view.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lossloupe.app.Foresight;
import lossloupe.app.FxThread;
import lossloupe.app.LatestWorker;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.compute.Pass;
import lossloupe.doctor.Doctor;
import lossloupe.doctor.Finding;
import lossloupe.doctor.Patient;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.WindowLimits;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan;
import lossloupe.view.ArrayPicture;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// Shows what was read before it is taken: each array with its role and the meaning of its axes, why they were guessed
/// so, and the document that would come of it. Everything can be changed; nothing is kept before it is accepted.
final class ImportDialog {
    /// What came of building a plan, and for which: a document, of which the evaluation has been begun.
    private record Built(ImportPlan plan, @Nullable Evaluation evaluation, ImportPlan.@Nullable Said failure) {
        @Nullable
        Document document() {
            return evaluation == null ? null : evaluation.document();
        }
    }

    /// What the doctor sees at a glance of what would come of a plan.
    private record Seen(ImportPlan plan, List<Finding> findings) {}

    private static final double LEAST_SCROLL = 140;

    private final Ui ui;
    private final List<String> skipped;
    private final ObjectProperty<ImportPlan> plan;
    private final ObjectProperty<@Nullable Built> built = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Seen> seen = new SimpleObjectProperty<>();
    private final FxThread<Built> door = new FxThread<>(built::set);
    private final FxThread<Seen> doctor = new FxThread<>(seen::set);
    private final LatestWorker<ImportPlan> builder;
    private final LossSetup setup;
    private final Reading.Tasks tasks;
    private final Consumer<@Nullable String> reread;

    /// @param reread asked for another task of the file, or for all of them, in another card
    ImportDialog(Ui ui, Reading.Arrays arrays, Consumer<@Nullable String> reread) {
        this.tasks = arrays.tasks();
        this.reread = reread;
        this.ui = ui;
        this.skipped = arrays.skipped();
        this.plan = new SimpleObjectProperty<>(arrays.plan());
        this.setup = ui.model().document().setup();
        this.builder = new LatestWorker<>("import preview", this::preview);
    }

    /// @param accepted given the document, as far as it is evaluated, and how it was read, once a person takes it
    Card card(BiConsumer<Evaluation, ImportPlan> accepted) {
        var texts = ui.texts();
        var card = new Card("import", texts.of("import.title"));
        card.sentence(texts.of("import.sentence"));
        card.body(new ImportQuestions(ui, plan, tasks, task -> {
            builder.close();
            card.close();
            reread.accept(task);
        }));
        var items = new VBox(10);
        for (int i = 0; i < plan.get().items().size(); i++) {
            items.getChildren().add(new ImportItemPane(ui, plan, i));
        }
        var scroll = new ScrollPane(items);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        scroll.setMinHeight(LEAST_SCROLL);
        scroll.prefHeightProperty().bind(items.heightProperty().add(2));
        card.body(scroll).body(result()).problem(problem());
        card.cancel(texts.of("ask.cancel"), builder::close);
        var possible = Bindings.createBooleanBinding(() -> ready() != null, built, plan);
        card.accept(texts.of("import.accept"), possible, () -> {
            var evaluation = ready();
            if (evaluation != null) {
                builder.close();
                card.close();
                accepted.accept(evaluation, plan.get());
            }
        });
        plan.subscribe(builder::submit);
        return card;
    }

    /// The document of the plan now shown, or null while it is being built or cannot be.
    private @Nullable Evaluation ready() {
        var now = built.get();
        return now != null && now.plan().equals(plan.get()) ? now.evaluation() : null;
    }

    /// The document first, which can be taken as soon as it is there; then what the doctor sees of it. Meanwhile it
    /// is evaluated, so that the window has it at once.
    private void preview(ImportPlan wanted) {
        var made = build(wanted);
        door.show(made);
        var evaluation = made.evaluation();
        if (evaluation != null) {
            try {
                LossEngine.complete(evaluation, Pass.PLAIN.cancelledBy(builder::isSuperseded));
                doctor.show(new Seen(wanted, Doctor.glance(new Patient(evaluation, Patient.Expect.AS_CHOSEN))));
                Foresight.of(evaluation, 0);
            } catch (CancellationException e) {
                // Another plan is wanted, or the window goes on with what is finished.
            }
        }
    }

    private Built build(ImportPlan wanted) {
        var problem = wanted.problem();
        if (problem != null) {
            return new Built(wanted, null, problem);
        }
        if (wanted.classCount() > WindowLimits.MOST_CLASSES) {
            var many = ImportPlan.Said.of("import.problem.classes", wanted.classCount(), WindowLimits.MOST_CLASSES);
            return new Built(wanted, null, many);
        }
        try {
            return new Built(wanted, Evaluation.onDemand(wanted.toDocument(setup)), null);
        } catch (BadFileException e) {
            return new Built(wanted, null, new ImportPlan.Said(e.key(), e.args()));
        }
    }

    private Node result() {
        var shape = new Label();
        shape.setId("import-shape");
        shape.getStyleClass().add("mono");
        var picture = new ArrayPicture(ui.looks());
        var remarks = new Label();
        remarks.getStyleClass().add("remark");
        remarks.setWrapText(true);
        remarks.managedProperty().bind(remarks.textProperty().isNotEmpty());
        var hints = new Label();
        hints.setId("import-hints");
        hints.getStyleClass().addAll("remark", "import-hints");
        hints.setWrapText(true);
        hints.managedProperty().bind(hints.textProperty().isNotEmpty());
        var heading = Forms.label(ui.texts().of("import.result"), "field-name");
        Runnable update = () -> {
            var now = built.get();
            var document = now == null ? null : now.document();
            picture.labels(document, 0);
            shape.setText(document == null ? "" : shapeText(document));
            remarks.setText(remarks(plan.get()));
            hints.setText(hints());
        };
        built.subscribe(b -> update.run());
        seen.subscribe(s -> update.run());
        ui.texts().stringsProperty().when(Shown.in(shape)).subscribe(s -> update.run());
        var box = new VBox(8, heading, shape, picture, hints, remarks);
        box.getStyleClass().add("well");
        box.setMinHeight(VBox.USE_PREF_SIZE);
        return box;
    }

    private String shapeText(Document document) {
        return document.setup().format().id() + "  " + document.layout().symbols() + " = "
                + document.layout().text();
    }

    /// Nothing while another reading of the arrays is being built.
    private String hints() {
        var now = seen.get();
        return now == null || !now.plan().equals(plan.get())
                ? ""
                : now.findings().stream()
                        .map(f -> ui.texts().now("doctor." + f.id(), f.args().toArray()))
                        .collect(Collectors.joining("\n"));
    }

    private String remarks(ImportPlan of) {
        var lines = new ArrayList<String>();
        of.ambiguity().ifPresent(said -> lines.add(words(said)));
        of.remarks().forEach(said -> lines.add(words(said)));
        if (!skipped.isEmpty()) {
            lines.add(ui.texts().now("import.skipped", String.join(", ", skipped)));
        }
        return String.join("\n", lines);
    }

    private ObservableValue<String> problem() {
        return Bindings.createStringBinding(
                () -> {
                    var now = built.get();
                    var failure = now == null ? null : now.failure();
                    return failure == null ? "" : words(failure);
                },
                built,
                ui.texts().stringsProperty());
    }

    private String words(ImportPlan.Said said) {
        return ui.texts().now(said.key(), said.args().toArray());
    }
}
