package lossloupe.view.track;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.paint.Ramp;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The colours of a grid track from end to end, with the numbers that they stand for.
final class ScaleBar extends HBox {
    private final Ui ui;
    private final Track track;
    private final Label low = end();
    private final Label high = end();
    private final Colours colours;

    /// What the picture of the colours depends on.
    private record Look(Scales scales, Palette palette, Ramp ramp, double renderScale) {
        ColorScale scale(Track track) {
            return scales.scale(track, palette, ramp);
        }
    }

    ScaleBar(Ui ui, Track track) {
        this.ui = ui;
        this.track = track;
        this.colours = new Colours(ui.looks(), track);
        getStyleClass().add("scale-bar");
        setAlignment(Pos.CENTER);
        HBox.setHgrow(colours, Priority.SOMETIMES);
        getChildren().setAll(low, colours, high);
    }

    /// Whether a track has colours that stand for numbers.
    static boolean isOf(Track track) {
        return track.isGrid() && track != Track.LABELS;
    }

    /// Shows the scale of a frame; an arrow where numbers lie beyond an end, in its colour.
    void show(Frame frame) {
        var look = new Look(
                frame.scales(),
                ui.looks().palette(),
                frame.view().ramp(),
                ui.looks().renderScaleProperty().get());
        var scale = look.scale(track);
        var range = Scales.field(track, frame.evaluation()).range();
        double span = scale.high() - scale.low();
        var most = (scale.low() < 0 ? "+" : "") + Numbers.onAxis(scale.high(), span);
        high.setText(most + (range.max() > scale.high() ? " ›" : ""));
        low.setText((range.min() < scale.low() ? "‹ " : "") + Numbers.onAxis(scale.low(), span));
        colours.show(look);
    }

    private static Label end() {
        var label = new Label();
        label.getStyleClass().add("track-unit");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// The colours without numbers, drawn anew only where they or their room changed: a drag holds them.
    private static final class Colours extends Region {
        private static final double WIDTH = 90;
        private static final double LEAST_WIDTH = 16;
        private static final double HEIGHT = 8;
        private static final double ROUND = 3;
        private final Track track;
        private final RenderCanvas canvas;
        private @Nullable Look look;

        Colours(Looks looks, Track track) {
            this.track = track;
            this.canvas = new RenderCanvas(looks);
            getChildren().add(canvas);
            setMinSize(LEAST_WIDTH, HEIGHT);
            setPrefSize(WIDTH, HEIGHT);
            setMaxSize(WIDTH, HEIGHT);
            widthProperty().subscribe(w -> paint());
        }

        void show(Look next) {
            if (!next.equals(look)) {
                look = next;
                paint();
            }
        }

        private void paint() {
            var now = look;
            double width = Math.floor(getWidth());
            if (now == null || width < LEAST_WIDTH) {
                return;
            }
            var scale = now.scale(track);
            var gc = canvas.begin(width, HEIGHT);
            gc.save();
            gc.beginPath();
            gc.moveTo(ROUND, 0);
            gc.arcTo(width, 0, width, HEIGHT, ROUND);
            gc.arcTo(width, HEIGHT, 0, HEIGHT, ROUND);
            gc.arcTo(0, HEIGHT, 0, 0, ROUND);
            gc.arcTo(0, 0, width, 0, ROUND);
            gc.closePath();
            gc.clip();
            for (int x = 0; x < width; x++) {
                gc.setFill(Looks.color(scale.colorAt(x / (width - 1))));
                gc.fillRect(x, 0, 1, HEIGHT);
            }
            gc.restore();
        }
    }
}
