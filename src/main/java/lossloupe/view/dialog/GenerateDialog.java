package lossloupe.view.dialog;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.document.Document;
import lossloupe.view.ArrayPicture;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import lossloupe.view.dialog.GenerateForm.Entry;
import lossloupe.view.dialog.GenerateForm.Kind;

/// Asks what a new document is to hold: random numbers with a visible seed, nothing, or the example of the question.
/// The shape and the labels are shown while they are typed.
final class GenerateDialog {

    /// Documents above this are described but not drawn while typing.
    private static final double MOST_DRAWN = 200_000;

    /// Every field asks for the same width, so that rows share it evenly.
    private static final double EQUAL = 100;

    private final Ui ui;
    private final GenerateForm form;

    GenerateDialog(Ui ui, GenerateForm form) {
        this.ui = ui;
        this.form = form;
    }

    static GenerateForm form() {
        var random = new Random();
        return new GenerateForm(() -> random.nextInt(1_000_000));
    }

    /// @param accepted given what makes the document, once a person accepts
    Card card(Consumer<Supplier<Document>> accepted) {
        var texts = ui.texts();
        var card = new Card("generate", texts.of("generate.title"));
        var kinds = Forms.segments("kind", List.of(Kind.values()), k -> texts.of(k.nameKey()), form.kindProperty());
        var sizes = row(Entry.BATCH, Entry.CLASSES, Entry.LENGTH);
        var numbers = row(Entry.LOW, Entry.HIGH, Entry.POSITIVE);
        var dummy = Forms.button(texts.of("generate.dummy"), "dummy", form::fillDummy);
        dummy.getStyleClass().add("flat-link");
        var seed = seedRow();
        numbers.visibleProperty().bind(form.kindProperty().isEqualTo(Kind.RANDOM));
        seed.visibleProperty().bind(form.kindProperty().isEqualTo(Kind.RANDOM));
        sizes.visibleProperty().bind(form.kindProperty().isNotEqualTo(Kind.SEED_EXAMPLE));
        var fields = new VBox(12, sizes, numbers, seed);
        card.body(kinds).body(fields).body(dummy).body(previewBox()).problem(problem());
        var possible =
                Bindings.createBooleanBinding(() -> form.problemProperty().get().isEmpty(), form.problemProperty());
        card.cancel(texts.of("ask.cancel"), () -> {});
        card.accept(texts.of("generate.accept"), possible, () -> {
            var maker = form.maker(ui.model().document().setup());
            if (maker != null) {
                card.close();
                accepted.accept(maker);
            }
        });
        card.firstFocus(sizes.getChildren().getFirst().lookup("#" + Entry.BATCH.id()));
        return card;
    }

    private HBox row(Entry... entries) {
        var row = new HBox(12);
        for (var entry : entries) {
            var cell = entry(entry);
            HBox.setHgrow(cell, Priority.ALWAYS);
            row.getChildren().add(cell);
        }
        return row;
    }

    private VBox entry(Entry entry) {
        var name = Forms.label(ui.texts().of(entry.nameKey()), "field-name");
        var field = new TextField();
        field.setId(entry.id());
        field.setPrefColumnCount(8);
        field.textProperty().bindBidirectional(form.text(entry));
        name.setLabelFor(field);
        form.problemProperty()
                .subscribe(problem -> field.pseudoClassStateChanged(
                        Forms.WRONG, problem.map(p -> p.entry() == entry).orElse(false)));
        var cell = new VBox(4, name, field);
        cell.setPrefWidth(EQUAL);
        return cell;
    }

    private HBox seedRow() {
        var cell = entry(Entry.SEED);
        HBox.setHgrow(cell, Priority.ALWAYS);
        var again = Forms.button(ui.texts().of("generate.newSeed"), "newSeed", form::newSeed);
        var row = new HBox(12, cell, again);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private VBox previewBox() {
        var picture = new ArrayPicture(ui.looks());
        var shape = new Label();
        shape.getStyleClass().add("mono");
        shape.setId("shape");
        Runnable update = () -> preview(shape, picture);
        form.problemProperty().subscribe(p -> update.run());
        form.kindProperty().subscribe(k -> update.run());
        for (var entry : Entry.values()) {
            form.text(entry).subscribe(t -> update.run());
        }
        ui.texts().stringsProperty().when(Shown.in(shape)).subscribe(s -> update.run());
        var box = new VBox(8, shape, picture);
        box.getStyleClass().add("well");
        return box;
    }

    private void preview(Label words, ArrayPicture picture) {
        var setup = ui.model().document().setup();
        var layout = form.layout(setup);
        var maker = form.maker(setup);
        if (layout == null || maker == null) {
            return;
        }
        var shape = layout.symbols() + " = " + layout.text();
        words.setText(ui.texts()
                .now("generate.shape", shape, String.valueOf(layout.shape().size())));
        picture.labels(layout.shape().size() <= MOST_DRAWN ? maker.get() : null, 0);
    }

    private ObservableValue<String> problem() {
        return Bindings.createStringBinding(
                () -> form.problemProperty().get().map(this::words).orElse(""),
                form.problemProperty(),
                ui.texts().stringsProperty());
    }

    private String words(GenerateForm.Problem problem) {
        var args = problem.args().stream()
                .map(arg -> arg instanceof String key && key.startsWith("generate.")
                        ? ui.texts().now(key)
                        : arg);
        return ui.texts().now(problem.key(), args.toArray());
    }
}
