package lossloupe.view.track;

import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lossloupe.app.Scales;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.document.ClassInfo;
import lossloupe.paint.Argb;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;

/// Draws what stands beside the cells: class names with their colours, and means per class with bars.
final class GutterPen {
    /// Room for a name's first letters.
    private static final double LEAST_WORD = 26;

    private static final double LEAST_NAME = 11;
    private final GraphicsContext gc;
    private final Placement place;
    private final Palette palette;

    GutterPen(GraphicsContext gc, Placement place, Palette palette) {
        this.gc = gc;
        this.place = place;
        this.palette = palette;
    }

    /// Names of all classes, of every second or tenth where rows are thin.
    void classNames(Evaluation evaluation) {
        var classes = evaluation.document().classes();
        double each = place.grid().cellAcross();
        int step = Math.max(1, (int) Math.ceil(LEAST_NAME / each));
        for (int c = 0; c < classes.size(); c += step) {
            name(c, classes.get(c), each);
        }
    }

    private void name(int cls, ClassInfo info, double each) {
        double centre = (cls + 0.5) * each - 1;
        var ink = Looks.color(palette.mute());
        var dot = Looks.color(Argb.opaque(info.rgb()));
        if (place.isFirst()) {
            double y = place.gridY() + centre;
            dot(0, y - 4.5, dot);
            var text = Faces.fitted(Faces.NAME, info.name(), place.gridX() - Metrics.NAME_INDENT);
            Marks.text(gc, text, 16, y, TextAlignment.LEFT, Faces.NAME, ink);
            return;
        }
        double x = place.gridX() + centre;
        double y = place.gridY() - 12;
        var full = info.name();
        var last = full.substring(full.lastIndexOf(' ') + 1);
        double room = each - 16;
        var text = Faces.width(Faces.SMALL, full) <= room ? full : last;
        if (Faces.width(Faces.SMALL, text) > room) {
            if (room < LEAST_WORD) {
                dot(x - 4.5, y - 4.5, dot);
                return;
            }
            text = Faces.fitted(Faces.SMALL, full, room);
        }
        double w = Faces.width(Faces.SMALL, text);
        dot(x - (w + 13) / 2, y - 4.5, dot);
        Marks.text(gc, text, x - (w + 13) / 2 + 13, y, TextAlignment.LEFT, Faces.SMALL, ink);
    }

    private void dot(double x, double y, Color color) {
        gc.setFill(color);
        gc.fillRoundRect(x, y, 9, 9, 5, 5);
    }

    /// What a loss charges a class on average over positions.
    ///
    /// @param share of the greatest mean of both losses, so that bars of one can be compared with those of the
    /// other: the length of its bar
    record Mean(double value, double share) {}

    /// What a loss charges each class on average over positions; nothing where rows are too thin to say it.
    static List<Mean> means(LossResult result, LossResult other, Placement place) {
        if (place.grid().cellAcross() < LEAST_NAME && place.isFirst()) {
            return List.of();
        }
        double[] means = result.perClass();
        double most = Math.max(greatest(means), Scales.isShared(result, other) ? greatest(other.perClass()) : 0);
        return Arrays.stream(means)
                .mapToObj(m -> new Mean(m, Math.clamp(m / most, 0, 1)))
                .toList();
    }

    private static double greatest(double[] means) {
        return Arrays.stream(means).filter(Double::isFinite).reduce(Double.MIN_NORMAL, Math::max);
    }

    /// Where a class's mean stands.
    static Box meanBox(Placement place, int cls) {
        var beside = place.beside();
        double each = place.grid().cellAcross();
        return place.isFirst()
                ? new Box(beside.x(), beside.y() + cls * each, beside.width(), each)
                : new Box(beside.x() + cls * each, beside.y(), each, beside.height());
    }

    /// The mean of a class, with a bar to compare it by.
    void mean(int cls, Mean mean, int bar) {
        var ink = Looks.color(palette.mute());
        double centre = (cls + 0.5) * place.grid().cellAcross() - 1;
        var text = Numbers.fixed(mean.value(), 3);
        if (place.isFirst()) {
            double x = place.gridX() + place.grid().alongPx() + 8;
            double y = place.gridY() + centre;
            Marks.text(gc, text, x, y, TextAlignment.LEFT, Faces.CELL, ink);
            double w = Faces.width(Faces.CELL, text) + 6;
            bar(new Box(x + w, y - 5, Math.max(1, mean.share() * (place.width() - x - w)), 10), bar);
            return;
        }
        double width = place.grid().cellAcross() - 4;
        double x = place.gridX() + centre - width / 2;
        double y = place.gridY() + place.grid().alongPx() + 4;
        bar(new Box(x, y, Math.max(1, mean.share() * width), 5), bar);
        if (Faces.width(Faces.SMALL, text) <= width) {
            Marks.text(gc, text, x, y + 14, TextAlignment.LEFT, Faces.SMALL, ink);
        }
    }

    private void bar(Box box, int color) {
        gc.setFill(Looks.color(color));
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 4, 4);
    }
}
