package lossloupe.view.dialog;

import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import lossloupe.app.FxThread;
import lossloupe.app.LatestWorker;
import lossloupe.export.figure.Figure;
import lossloupe.export.figure.FigureFile;
import lossloupe.export.figure.FigureInput;
import lossloupe.export.figure.FigureStyle;
import lossloupe.export.figure.StyleFile;
import lossloupe.io.BadFileException;
import lossloupe.paint.Pixels;
import lossloupe.view.CopyMenu;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// What a figure is to show and how large it is to be; beside it the figure itself, drawn by what writes it.
final class FigureDialog {
    private static final int PREVIEW_DPI = 144;
    private static final double PREVIEW_PIXELS = 1 << 23;
    private static final double PREVIEW_WIDTH = 430;
    private static final double PREVIEW_HEIGHT = 440;

    private final Ui ui;
    private final FigureInput input;
    private final FigureChoice choice;
    private final StylePaths paths;
    private final InvalidationListener redraw = o -> draw();
    private final ImageView preview = new ImageView();
    private final ObjectProperty<String> problem = new SimpleObjectProperty<>("");
    private final FxThread<Pixels> door = new FxThread<>(this::show);
    private final LatestWorker<Figure> worker = new LatestWorker<>("figure", figure -> door.show(figure.pixels()));

    /// @param paths where styles are read from and written to
    FigureDialog(Ui ui, FigureChoice choice, StylePaths paths) {
        this.ui = ui;
        this.choice = choice;
        this.paths = paths;
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
        card.body(new HBox(20, new FigureForm(ui, choice, problem, paths), paper));
        card.problem(problem);
        card.cancel(texts.of("ask.cancel"), this::close);
        // Style files that cannot be read are no reason: the fields are as they were.
        card.accept(texts.of("figure.save"), choice.wrongProperty().isNull(), () -> {
            var style = style();
            if (style != null) {
                card.close();
                close();
                ui.model().preferences().figureStyleProperty().set(StyleFile.text(style));
                accepted.accept(Figure.of(choice.kind.get(), input, style), choice.format.get());
            }
        });
        for (var changed : choice.drawn()) {
            changed.addListener(redraw);
        }
        draw();
        return card;
    }

    private @Nullable FigureStyle style() {
        try {
            problem.set("");
            return choice.style();
        } catch (BadFileException e) {
            problem.set(choice.problem(ui.texts(), e));
            return null;
        }
    }

    private void close() {
        for (var changed : choice.drawn()) {
            changed.removeListener(redraw);
        }
        worker.close();
    }

    private void draw() {
        var style = style();
        if (style != null) {
            var asked = Figure.of(choice.kind.get(), input, style);
            double finest = 72 * Math.sqrt(PREVIEW_PIXELS / (asked.width() * asked.height()));
            int dpi = Math.max(1, (int) Math.min(PREVIEW_DPI, finest));
            var figure = Figure.of(choice.kind.get(), input, style.at(dpi));
            choice.measured.set(
                    ui.texts().now("figure.measured", millimetres(figure.width()), millimetres(figure.height())));
            worker.submit(figure);
        }
    }

    private static String millimetres(double points) {
        return Long.toString(Math.round(points * 25.4 / 72));
    }

    private void show(Pixels pixels) {
        preview.setImage(CopyMenu.image(pixels));
    }
}
