package lossloupe.view.track;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import lossloupe.compute.Overlap;
import lossloupe.paint.Argb;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Extremes;
import lossloupe.view.Looks;
import lossloupe.view.Texts;

/// How many classes are active at each position, above or before the labels: overlaps tinted, gaps hatched.
final class CountStrip extends Strip<CountStrip.Count> {
    /// The least and the greatest number of active classes of a stretch.
    record Count(int least, int most) {}

    private final Texts texts;
    private final Extremes extremes = new Extremes();

    CountStrip(Placement place, Palette palette, Texts texts, Overlap overlap, int example) {
        super(place, palette, overlap.active(), example);
        this.texts = texts;
    }

    @Override
    Count shown(int from, int to) {
        extremes.clear();
        source.extremes(example, 0, from, to, extremes);
        return new Count((int) extremes.min(), (int) extremes.max());
    }

    @Override
    void draw(GraphicsContext gc, Box box, Count shown) {
        int most = shown.most();
        boolean wide = isRoomy(box);
        if (most > 1) {
            Marks.cell(gc, box, Looks.color(Argb.mix(palette.panel(), palette.warn(), most > 2 ? 0.5 : 0.26)));
        }
        if (!wide && shown.most() == 1 && shown.least() == 1) {
            gc.setFill(Looks.color(palette.grid()));
            gc.fillRect(box.x(), box.y(), box.width(), box.height());
        }
        if (shown.least() == 0) {
            if (wide) {
                Marks.hatch(gc, box, Looks.color(palette.line()), 6);
            } else if (most <= 1) {
                gc.setFill(Looks.color(palette.line()));
                gc.fillRect(box.x(), box.centerY() - 1, box.width(), 2);
            }
        }
        var text = Integer.toString(most);
        if (wide && Faces.width(Faces.SMALL, text) < box.width()) {
            var ink = Looks.color(most == 1 ? palette.faint() : most == 0 ? palette.mute() : palette.ink());
            Marks.centered(gc, box, text, Faces.SMALL, ink);
        }
    }

    /// Across the rows of channels_last there is no room for a name.
    @Override
    void caption(GraphicsContext gc) {
        if (place.isFirst()) {
            var fitted = Faces.fitted(Faces.SMALL, texts.now("track.classesActive"), place.gridX() - 6);
            text(gc, fitted, 0, place.gridY() - Metrics.COUNTS / 2 - 3, TextAlignment.LEFT);
        }
    }

    @Override
    double across() {
        return -Metrics.COUNTS - 3;
    }

    @Override
    double thick() {
        return Metrics.COUNTS;
    }
}
