package lossloupe.view.dialog;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lossloupe.app.Notice;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.export.snippet.Framework;
import lossloupe.export.snippet.Snippet;
import lossloupe.export.snippet.SnippetData;
import lossloupe.view.SystemClipboard;
import lossloupe.view.Ui;

/// The numbers of the window as a program of another framework, to be read, copied or saved.
final class SnippetDialog {
    private static final int ROWS = 24;
    private static final int COLUMNS = 92;

    private final Ui ui;
    private final SnippetChoice choice;
    private final String name;
    private final Evaluation evaluation;
    private final TextArea code = new TextArea();

    /// Which of the two losses are written.
    private enum Losses {
        A,
        B,
        BOTH
    }

    /// What was chosen last; kept by whoever opens the dialog.
    static final class SnippetChoice {
        private final ObjectProperty<Framework> framework = new SimpleObjectProperty<>(Framework.NUMPY);
        private final ObjectProperty<Losses> losses = new SimpleObjectProperty<>(Losses.A);
    }

    /// @param name of the document, for a person
    SnippetDialog(Ui ui, SnippetChoice choice, String name) {
        this.ui = ui;
        this.choice = choice;
        this.name = name;
        this.evaluation = ui.model().frame().evaluation();
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /// @param saved given the snippet once a person wants it as a file
    Card card(Consumer<Snippet> saved) {
        var texts = ui.texts();
        var card = new Card("snippet", texts.of("snippet.dialog"));
        if (SnippetData.isLarge(evaluation.document())) {
            card.sentence(texts.of("snippet.large"));
        }
        code.setId("snippet-code");
        code.getStyleClass().add("snippet-code");
        code.setEditable(false);
        code.setPrefRowCount(ROWS);
        code.setPrefColumnCount(COLUMNS);
        code.accessibleTextProperty().bind(texts.of("snippet.dialog"));
        card.body(choices()).body(code);
        card.cancel(texts.of("ask.cancel"), () -> {});
        card.other("save", texts.of("snippet.save"), () -> {
            card.close();
            saved.accept(snippet());
        });
        card.accept(texts.of("snippet.copy"), () -> {
            card.close();
            copy();
        });
        write();
        return card;
    }

    private VBox choices() {
        var frameworks = Forms.segments(
                "framework", List.of(Framework.values()), f -> new SimpleObjectProperty<>(f.title()), choice.framework);
        choice.framework.addListener((o, was, is) -> write());
        choice.losses.addListener((o, was, is) -> write());
        var rows = new VBox(10, row("snippet.framework", frameworks));
        if (evaluation.a() != evaluation.b()) {
            var losses = Forms.segments("losses", List.of(Losses.values()), this::name, choice.losses);
            rows.getChildren().add(row("snippet.losses", losses));
        }
        return rows;
    }

    private ObservableValue<String> name(Losses which) {
        return switch (which) {
            case A -> new SimpleObjectProperty<>(evaluation.a().info().shortName());
            case B -> new SimpleObjectProperty<>(evaluation.b().info().shortName());
            case BOTH -> ui.texts().of("snippet.both");
        };
    }

    private HBox row(String key, Node control) {
        var label = Forms.label(ui.texts().of(key), "field-name");
        label.setMinWidth(96);
        var row = new HBox(8, label, control);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private Snippet snippet() {
        var document = evaluation.document().named(name);
        return new Snippet(
                choice.framework.get(), document, results(), Snippet.usual(document), SnippetData.fileName(name));
    }

    private List<LossResult> results() {
        if (evaluation.a() == evaluation.b()) {
            return List.of(evaluation.a());
        }
        return switch (choice.losses.get()) {
            case A -> List.of(evaluation.a());
            case B -> List.of(evaluation.b());
            case BOTH -> List.of(evaluation.a(), evaluation.b());
        };
    }

    private void write() {
        code.setText(snippet().text());
    }

    private void copy() {
        SystemClipboard.put(code.getText());
        ui.model().say(Notice.info("notice.codeCopied"));
    }
}
