package lossloupe.view.track;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lossloupe.app.Frame;
import lossloupe.compute.FibreResult;
import lossloupe.compute.LossResult;
import lossloupe.paint.ColorScale;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Extremes;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Texts;

/// What a softmax loss returns per position once it has summed over classes, below or behind them; hatched where
/// overlaps forbid zero.
final class SumStrip extends Strip<SumStrip.Sum> {
    /// What a stretch shows: its greatest sum and floor, unless nothing of it counts or something is NaN.
    record Sum(boolean isOut, boolean isNaN, double value, double floor) {}

    private final LossResult result;
    private final ColorScale scale;
    private final Texts texts;
    private final Extremes extremes = new Extremes();

    /// @param fibres of `result`, which drops the class axis
    SumStrip(
            Placement place,
            Palette palette,
            Texts texts,
            LossResult result,
            FibreResult fibres,
            Frame frame,
            ColorScale scale) {
        super(place, palette, fibres.values(), frame.view().example());
        this.result = result;
        this.scale = scale;
        this.texts = texts;
    }

    @Override
    Sum shown(int from, int to) {
        if (isOut(from, to)) {
            return new Sum(true, false, 0, 0);
        }
        extremes.clear();
        result.floors().extremes(example, 0, from, to, extremes);
        double floor = extremes.max();
        extremes.clear();
        source.extremes(example, 0, from, to, extremes);
        return new Sum(false, extremes.hasNaN(), extremes.max(), floor);
    }

    /// Whether nothing of a stretch counts.
    private boolean isOut(int from, int to) {
        if (result.weights().isNone()) {
            return false;
        }
        for (int p = from; p < to; p++) {
            if (result.weight(example, 0, p) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    boolean isRuledLike(Strip<?> before) {
        return before instanceof SumStrip other && other.result.weights() == result.weights();
    }

    @Override
    void draw(GraphicsContext gc, Box box, Sum shown) {
        if (shown.isOut()) {
            Marks.ignored(gc, box, palette);
        } else if (shown.isNaN()) {
            Marks.cell(gc, box, Looks.color(palette.grid()));
            Marks.cross(gc, box, Looks.color(Palette.NAN));
        } else {
            number(gc, box, shown);
        }
    }

    private void number(GraphicsContext gc, Box box, Sum shown) {
        int fill = scale.color(shown.value());
        Marks.cell(gc, box, Looks.color(fill));
        if (!isRoomy(box)) {
            return; // a long row has a thousand of these
        }
        var ink = Looks.color(palette.inkOn(fill));
        if (shown.floor() > 1e-9) {
            Marks.hatch(gc, box, Color.color(ink.getRed(), ink.getGreen(), ink.getBlue(), 0.22), 7);
        }
        var text = Numbers.fixed(shown.value(), 2);
        if (box.height() >= 13 && Faces.width(Faces.CELL, text) < box.width() - 4) {
            Marks.centered(gc, box, text, Faces.CELL, ink);
        }
    }

    /// What it is, and the end of its scale, which is not that of the cells.
    @Override
    void caption(GraphicsContext gc) {
        double middle = across() + thick() / 2;
        var reach = "0–" + Numbers.onAxis(scale.high(), scale.high());
        if (place.isFirst()) {
            double right = place.gridX() + place.grid().alongPx() + 8;
            text(gc, reach, right, place.gridY() + middle, TextAlignment.LEFT);
            var fitted = Faces.fitted(Faces.SMALL, texts.now("track.sumOverClasses"), place.gridX() - 6);
            text(gc, fitted, 0, place.gridY() + middle, TextAlignment.LEFT);
        } else {
            text(gc, "Σ", place.gridX() + middle, place.gridY() - 12, TextAlignment.CENTER);
            double below = place.gridY() + place.grid().alongPx() + 10;
            text(gc, reach, place.gridX() + middle, below, TextAlignment.CENTER);
        }
    }

    @Override
    double across() {
        return place.grid().acrossPx() + 3;
    }

    @Override
    double thick() {
        return place.endPx() - 5;
    }
}
