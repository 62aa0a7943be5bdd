package lossloupe.view.dialog;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.figure.FigureKind;
import lossloupe.export.figure.Part;
import lossloupe.export.figure.StyleFile;
import lossloupe.io.BadFileException;
import lossloupe.io.NotWrittenException;
import lossloupe.paint.Palette;
import lossloupe.view.Ui;

/// The fields of a figure: what it shows, how it looks, and the styles kept in files.
final class FigureForm extends GridPane {
    private static final List<String> SIZES = List.of("85mm", "175mm", "slide", "square");
    private static final int NARROW = 64;
    private static final int WIDE = 290;

    private final Ui ui;
    private final FigureChoice choice;
    private final ObjectProperty<String> problem;

    FigureForm(Ui ui, FigureChoice choice, ObjectProperty<String> problem, StylePaths paths) {
        this.ui = ui;
        this.choice = choice;
        this.problem = problem;
        var texts = ui.texts();
        getStyleClass().add("figure-fields");
        setHgap(12);
        setVgap(10);
        row("figure.kind", kinds());
        row("figure.size", sizes());
        row(
                "figure.format",
                Forms.segments(
                        "format",
                        List.of(FigureFile.values()),
                        f -> new SimpleObjectProperty<>(f.name()),
                        choice.format));
        row(
                "menu.theme",
                Forms.segments(
                        "figure-theme",
                        List.of(Palette.Mode.values()),
                        m -> texts.of("action.theme." + m.name().toLowerCase(Locale.ROOT)),
                        choice.theme));
        row("figure.title", field("figure-title", choice.title));
        row(
                "figure.text",
                line(
                        narrow(field("figure-text", FigureChoice.Typed.TEXT)),
                        Forms.label(texts.of("figure.dpi"), "field-name"),
                        narrow(field("figure-dpi", FigureChoice.Typed.DPI))));
        row("figure.parts", parts());
        row("figure.ranges", ranges());
        row(
                "figure.style",
                line(
                        Forms.button(texts.of("figure.style.open"), "style-open", () -> open(paths)),
                        Forms.button(texts.of("figure.style.save"), "style-save", () -> save(paths))));
    }

    private void open(StylePaths paths) {
        var file = paths.toOpen().get();
        if (file == null) {
            return;
        }
        try {
            choice.show(StyleFile.read(file));
        } catch (BadFileException e) {
            problem.set(e.fileName() + ": " + ui.texts().now(e.key(), e.args().toArray()));
        } catch (IOException e) {
            problem.set(ui.texts().now("notice.failed", String.valueOf(e.getMessage())));
        }
    }

    private void save(StylePaths paths) {
        try {
            var style = choice.style();
            var file = paths.toSave().get();
            if (file != null) {
                StyleFile.write(style, file);
            }
        } catch (BadFileException e) {
            problem.set(choice.problem(ui.texts(), e));
        } catch (NotWrittenException e) {
            problem.set(ui.texts().now(e.key(), e.args().toArray()));
        }
    }

    private static TextField field(String id, ObjectProperty<String> typed) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(typed);
        return field;
    }

    /// A field that is marked where what stands in it cannot be used.
    private TextField field(String id, FigureChoice.Typed typed) {
        var field = field(id, choice.typed(typed));
        choice.wrongProperty().subscribe(wrong -> field.pseudoClassStateChanged(Forms.WRONG, wrong == typed));
        return field;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static TextField narrow(TextField field) {
        field.setPrefWidth(NARROW);
        return field;
    }

    private VBox sizes() {
        var presets = new HBox(6);
        for (var preset : SIZES) {
            var button =
                    Forms.button(new SimpleObjectProperty<>(preset), "size-" + preset, () -> choice.size.set(preset));
            button.getStyleClass().add("chip");
            presets.getChildren().add(button);
        }
        var measured = new Label();
        measured.setId("figure-measured");
        measured.textProperty().bind(choice.measured);
        return new VBox(6, line(field("figure-size", FigureChoice.Typed.SIZE), measured), presets);
    }

    private FlowPane parts() {
        var pane = new FlowPane(12, 6);
        pane.setPrefWrapLength(WIDE);
        for (var part : Part.values()) {
            var box = new CheckBox();
            box.setId("part-" + part.id());
            box.textProperty().bind(ui.texts().of("figure.part." + part.id()));
            box.selectedProperty().bindBidirectional(choice.part(part));
            pane.getChildren().add(box);
        }
        return pane;
    }

    private HBox ranges() {
        var row = new HBox(8);
        row.getChildren()
                .setAll(
                        range("figure.range.loss", field("loss-top", FigureChoice.Typed.LOSS_TOP)),
                        range("figure.range.gradient", field("gradient-top", FigureChoice.Typed.GRADIENT_TOP)),
                        range("figure.range.logit", field("logit-top", FigureChoice.Typed.LOGIT_TOP)));
        return row;
    }

    private VBox range(String key, TextField field) {
        field.promptTextProperty().bind(ui.texts().of("figure.range.data"));
        field.setPrefWidth(WIDE / 3.0 - 6);
        return new VBox(2, Forms.label(ui.texts().of(key), "field-name"), field);
    }

    private ChoiceBox<FigureKind> kinds() {
        var box = new ChoiceBox<FigureKind>();
        box.setId("figure-kind");
        box.getItems().setAll(FigureKind.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(FigureKind kind) {
                return ui.texts().now("figure." + kind.id() + ".about");
            }

            @Override
            public FigureKind fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        box.valueProperty().bindBidirectional(choice.kind);
        box.setMaxWidth(WIDE);
        return box;
    }

    private void row(String key, Node control) {
        addRow(getRowCount(), Forms.label(ui.texts().of(key), "field-name"), control);
    }
}
