package lossloupe.view.dialog;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lossloupe.app.FxThread;
import lossloupe.app.LatestWorker;
import lossloupe.export.figure.Figure;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.figure.FigureInput;
import lossloupe.export.figure.FigureKind;
import lossloupe.export.figure.FigureSize;
import lossloupe.export.figure.FigureStyle;
import lossloupe.paint.Palette;
import lossloupe.paint.Pixels;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// What a figure is to show and how large it is to be; beside it the figure itself, drawn by what writes it.
final class FigureDialog {
    private static final int PREVIEW_DPI = 144;
    private static final double PREVIEW_WIDTH = 430;
    private static final double PREVIEW_HEIGHT = 440;
    private static final List<String> SIZES = List.of("85mm", "175mm", "slide", "square");

    private final Ui ui;
    private final FigureInput input;
    private final FigureChoice choice;
    private final ImageView preview = new ImageView();
    private final ObjectProperty<String> problem = new SimpleObjectProperty<>("");
    private final FxThread<Pixels> door = new FxThread<>(this::show);
    private final LatestWorker<Figure> worker = new LatestWorker<>("figure", figure -> door.show(figure.pixels()));

    /// What was chosen last; kept by whoever opens the dialog, so that the next figure of a series looks alike.
    static final class FigureChoice {
        private final ObjectProperty<FigureKind> kind = new SimpleObjectProperty<>(FigureKind.STACK);
        private final ObjectProperty<String> size = new SimpleObjectProperty<>("85mm");
        private final ObjectProperty<FigureFile> format = new SimpleObjectProperty<>(FigureFile.PDF);
        private final ObjectProperty<Palette.Mode> theme = new SimpleObjectProperty<>(Palette.Mode.LIGHT);
        private final ObjectProperty<String> title = new SimpleObjectProperty<>("");
    }

    FigureDialog(Ui ui, FigureChoice choice) {
        this.ui = ui;
        this.choice = choice;
        var view = ui.model().view();
        var selection = view.selection();
        this.input = new FigureInput(
                ui.model().frame().evaluation(),
                view.example(),
                selection.cls(),
                selection.position(),
                ui.texts().stringsProperty().getValue());
    }

    /// @param accepted given the figure and the kind of file, once a person accepts
    Card card(BiConsumer<Figure, FigureFile> accepted) {
        var texts = ui.texts();
        var card = new Card("figure", texts.of("figure.dialog"));
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        var paper = new StackPane(preview);
        paper.getStyleClass().add("figure-paper");
        paper.setMinSize(PREVIEW_WIDTH + 20, PREVIEW_HEIGHT + 20);
        card.body(new HBox(20, fields(), paper));
        card.problem(problem);
        card.cancel(texts.of("ask.cancel"), worker::close);
        card.accept(texts.of("figure.save"), () -> {
            var style = style();
            if (style != null) {
                card.close();
                worker.close();
                accepted.accept(Figure.of(choice.kind.get(), input, style), choice.format.get());
            }
        });
        draw();
        return card;
    }

    private VBox fields() {
        var texts = ui.texts();
        var grid = new GridPane();
        grid.getStyleClass().add("figure-fields");
        grid.setHgap(12);
        grid.setVgap(12);
        row(grid, "figure.kind", kinds());
        row(grid, "figure.size", sizes());
        row(
                grid,
                "figure.format",
                Forms.segments(
                        "format",
                        List.of(FigureFile.values()),
                        f -> new SimpleObjectProperty<>(f.name()),
                        choice.format));
        row(
                grid,
                "menu.theme",
                Forms.segments(
                        "figure-theme",
                        List.of(Palette.Mode.values()),
                        m -> texts.of("action.theme." + m.name().toLowerCase(Locale.ROOT)),
                        choice.theme));
        var title = new TextField();
        title.setId("figure-title");
        title.textProperty().bindBidirectional(choice.title);
        row(grid, "figure.title", title);
        for (var property : List.of(choice.kind, choice.size, choice.theme, choice.title)) {
            property.addListener((o, was, is) -> draw());
        }
        return new VBox(grid);
    }

    private VBox sizes() {
        var size = new TextField();
        size.setId("figure-size");
        size.textProperty().bindBidirectional(choice.size);
        var presets = new HBox(6);
        for (var preset : SIZES) {
            var button =
                    Forms.button(new SimpleObjectProperty<>(preset), "size-" + preset, () -> choice.size.set(preset));
            button.getStyleClass().add("chip");
            presets.getChildren().add(button);
        }
        return new VBox(6, size, presets);
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
        box.setMaxWidth(290);
        return box;
    }

    private void row(GridPane grid, String key, Node control) {
        grid.addRow(grid.getRowCount(), Forms.label(ui.texts().of(key), "field-name"), control);
    }

    private @Nullable FigureStyle style() {
        try {
            problem.set("");
            return FigureStyle.PAPER
                    .sized(FigureSize.of(choice.size.get()))
                    .in(choice.theme.get())
                    .titled(choice.title.get());
        } catch (IllegalArgumentException e) {
            problem.set(ui.texts().now("figure.badSize", choice.size.get()));
            return null;
        }
    }

    private void draw() {
        var style = style();
        if (style != null) {
            worker.submit(Figure.of(choice.kind.get(), input, style.at(PREVIEW_DPI)));
        }
    }

    private void show(Pixels pixels) {
        var buffer = new PixelBuffer<>(
                pixels.width(), pixels.height(), IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance());
        preview.setImage(new WritableImage(buffer));
    }
}
