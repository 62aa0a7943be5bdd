package lossloupe.view.track;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lossloupe.app.Frame;
import lossloupe.compute.FibreResult;
import lossloupe.compute.LossResult;
import lossloupe.compute.Overlap;
import lossloupe.paint.Argb;
import lossloupe.paint.ColorScale;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Extremes;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Texts;

/// Draws the strips along the position axis that are not classes: how many classes are active, and what a softmax loss
/// returns once it has summed over classes.
final class StripPen {
    private final GraphicsContext gc;
    private final Placement place;
    private final Palette palette;
    private final Texts texts;

    StripPen(GraphicsContext gc, Placement place, Palette palette, Texts texts) {
        this.gc = gc;
        this.place = place;
        this.palette = palette;
        this.texts = texts;
    }

    /// Classes active per position: overlaps tinted, gaps hatched.
    void counts(Overlap overlap, int example) {
        caption(texts.now("track.classesActive"), -Metrics.COUNTS / 2 - 3);
        Extremes extremes = new Extremes();
        each(
                (from, to, box) -> {
                    extremes.clear();
                    overlap.active().extremes(example, 0, from, to, extremes);
                    count(box, (int) extremes.min(), (int) extremes.max());
                },
                Metrics.COUNTS);
    }

    private void count(Box box, int least, int most) {
        boolean wide = box.width() > 9 && box.height() > 9;
        if (most > 1) {
            Marks.cell(gc, box, Looks.color(Argb.mix(palette.panel(), palette.warn(), most > 2 ? 0.5 : 0.26)));
        }
        if (least == 0) {
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

    /// The op's own output per position; hatched where overlaps forbid zero.
    void sums(LossResult result, Frame frame, ColorScale scale) {
        FibreResult fibres = result.fibres();
        if (fibres == null || place.endPx() == 0) {
            return;
        }
        int example = frame.view().example();
        caption(texts.now("track.sumOverClasses"), place.grid().acrossPx() + 3 + (place.endPx() - 5) / 2);
        var extremes = new Extremes();
        var floors = new Extremes();
        each(
                (from, to, box) -> {
                    extremes.clear();
                    floors.clear();
                    fibres.values().extremes(example, 0, from, to, extremes);
                    result.floors().extremes(example, 0, from, to, floors);
                    if (isOut(result, example, from, to)) {
                        Marks.ignored(gc, box, palette);
                    } else if (extremes.hasNaN()) {
                        Marks.cell(gc, box, Looks.color(palette.grid()));
                        Marks.cross(gc, box, Looks.color(Palette.NAN));
                    } else {
                        sum(box, extremes.max(), floors.max(), scale);
                    }
                },
                0);
    }

    /// Whether nothing of a stretch counts.
    private static boolean isOut(LossResult result, int example, int from, int to) {
        for (int p = from; p < to; p++) {
            if (result.weight(example, 0, p) != 0) {
                return false;
            }
        }
        return true;
    }

    private void sum(Box box, double value, double floor, ColorScale scale) {
        int fill = scale.color(value / 2);
        Marks.cell(gc, box, Looks.color(fill));
        int ink = palette.inkOn(fill);
        boolean wide = box.width() > 9 && box.height() > 9;
        if (floor > 1e-9 && wide) {
            var c = Looks.color(ink);
            Marks.hatch(gc, box, Color.color(c.getRed(), c.getGreen(), c.getBlue(), 0.22), 7);
        }
        var text = Numbers.fixed(value, 2);
        if (wide && box.height() >= 13 && Faces.width(Faces.CELL, text) < box.width() - 4) {
            Marks.centered(gc, box, text, Faces.CELL, Looks.color(ink));
        }
    }

    private void caption(String text, double across) {
        if (place.isFirst()) {
            var fitted = Faces.fitted(Faces.SMALL, text, place.gridX() - 6);
            Marks.text(
                    gc,
                    fitted,
                    0,
                    place.gridY() + across,
                    TextAlignment.LEFT,
                    Faces.SMALL,
                    Looks.color(palette.mute()));
        } else {
            double x = place.gridX() + across;
            if (across > 0) {
                Marks.text(
                        gc, "Σ", x, place.gridY() - 12, TextAlignment.CENTER, Faces.SMALL, Looks.color(palette.mute()));
            }
        }
    }

    private interface Stretch {
        void draw(int from, int to, Box box);
    }

    /// Calls `stretch` for each visible position, or for each pixel where positions are narrower.
    private void each(Stretch stretch, double size) {
        var grid = place.grid();
        if (grid.hasCells()) {
            for (int p = grid.firstVisible(); p < grid.lastVisible(); p++) {
                stretch.draw(p, p + 1, size > 0 ? place.startCell(p, size) : place.endCell(p));
            }
            return;
        }
        double thick = size > 0 ? size : place.endPx() - 5;
        double across = size > 0 ? -size - 3 : grid.acrossPx() + 3;
        for (int a = 0; a < grid.alongPx(); a++) {
            var shown = grid.shown(a, a + 1);
            stretch.draw(
                    shown.from(),
                    shown.to(),
                    place.shifted(place.isFirst() ? new Box(a, across, 1, thick) : new Box(across, a, thick, 1)));
        }
    }
}
