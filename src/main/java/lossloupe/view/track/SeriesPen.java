package lossloupe.view.track;

import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import lossloupe.paint.Envelope;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Plane;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;

/// Draws the series and the shared axis.
///
/// @param low value at the foot of the plot
/// @param high value at its top
record SeriesPen(GraphicsContext gc, Placement at, Palette palette, double low, double high) {
    private static final double INSET = 9;
    private static final double MARK = 13;

    /// Pixels of a position.
    private static final double LEAST_FOR_LINE = 0.25;

    /// The line with its points, or the band where positions are narrower than they can be drawn one by one.
    ///
    /// @param scale device pixels per logical pixel
    void series(Plane series, double scale) {
        gc.setStroke(Looks.color(palette.ink()));
        if (at.grid().hasCells() || isLine(series)) {
            line(series);
        } else {
            band(series, scale);
        }
    }

    /// Whether a line still shows each value, of which there are few to a pixel. The band would be thinner on
    /// slopes than on flats.
    private boolean isLine(Plane series) {
        var grid = at.grid();
        return grid.cellAlong() >= LEAST_FOR_LINE
                && IntStream.range(grid.firstVisible(), grid.lastVisible())
                        .allMatch(p -> Double.isFinite(series.get(p)));
    }

    /// Pixel across for a value.
    private double across(double value) {
        double t = (value - low) / (high - low);
        double size = at.grid().acrossPx() - 2 * INSET;
        return at.isFirst() ? at.gridY() + INSET + (1 - t) * size : at.gridX() + INSET + t * size;
    }

    /// The value at a pixel across, beyond the range too.
    static double valueAt(Placement at, double low, double high, double pixel) {
        double size = at.grid().acrossPx() - 2 * INSET;
        double t = at.isFirst() ? 1 - (pixel - at.gridY() - INSET) / size : (pixel - at.gridX() - INSET) / size;
        return low + t * (high - low);
    }

    private void line(Plane series) {
        var grid = at.grid();
        gc.save();
        gc.beginPath();
        double margin = grid.isCut() ? 0 : 6;
        gc.rect(at.gridX() - margin, at.gridY() - 2, grid.width() + 2 * margin, grid.height() + 4);
        gc.clip();
        gc.setLineWidth(1.8);
        gc.beginPath();
        boolean pen = false;
        int first = Math.max(0, grid.firstVisible() - 1);
        int last = Math.min(series.length(), grid.lastVisible() + 1);
        for (int p = first; p < last; p++) {
            double v = series.get(p);
            if (!Double.isFinite(v)) {
                pen = false;
                continue;
            }
            double a = at.middle(p);
            double b = across(v);
            double x = at.isFirst() ? a : b;
            double y = at.isFirst() ? b : a;
            if (pen) {
                gc.lineTo(x, y);
            } else {
                gc.moveTo(x, y);
            }
            pen = true;
        }
        gc.stroke();
        for (int p = grid.firstVisible(); p < grid.lastVisible(); p++) {
            if (grid.cellAlong() >= 12 || !Double.isFinite(series.get(p))) {
                point(p, series.get(p), 3.4);
            }
        }
        gc.restore();
    }

    /// What no line can show, by its shape: a cross, or a triangle at the end where an infinity lies.
    private void mark(int position, double value) {
        var box = around(position, Double.isNaN(value) ? (low + high) / 2 : value > 0 ? high : low, MARK / 2);
        var ink = Looks.color(Palette.NAN);
        if (Double.isNaN(value)) {
            Marks.cross(gc, box, ink);
        } else {
            Marks.triangle(gc, box, Math.signum(value), ink);
        }
    }

    /// A point of the line, `r` large.
    void point(int position, double value, double r) {
        if (!Double.isFinite(value)) {
            mark(position, value);
            return;
        }
        var box = around(position, value, r);
        gc.setFill(Looks.color(palette.panel()));
        gc.setStroke(Looks.color(palette.ink()));
        gc.setLineWidth(1.8);
        gc.fillOval(box.x(), box.y(), box.width(), box.height());
        gc.strokeOval(box.x(), box.y(), box.width(), box.height());
    }

    /// `r` to every side of where a finite value stands.
    private Box around(int position, double value, double r) {
        double a = at.middle(position);
        double b = across(value);
        return new Box((at.isFirst() ? a : b) - r, (at.isFirst() ? b : a) - r, 2 * r, 2 * r);
    }

    /// The middle of a device pixel along the positions.
    private double middle(int pixel, double scale) {
        return (at.isFirst() ? at.gridX() : at.gridY()) + (pixel + 0.5) / scale;
    }

    private void band(Plane series, double scale) {
        var envelope = Envelope.of(series, at.grid(), scale);
        gc.setLineWidth(1 / scale);
        nonFinite(envelope, scale);
        gc.setStroke(Looks.color(palette.ink()));
        double before = Double.NaN;
        for (int i = 0; i < envelope.min().length; i++) {
            if (Double.isNaN(envelope.min()[i])) {
                before = Double.NaN;
                continue;
            }
            double b0 = across(Math.max(envelope.min()[i], low));
            double b1 = across(Math.min(envelope.max()[i], high));
            double far = at.isFirst() ? Math.min(b1, Double.isNaN(before) ? b1 : before) : Math.max(b1, b0);
            double a = middle(i, scale);
            if (at.isFirst()) {
                gc.strokeLine(a, b0 + 0.6, a, far - 0.6);
            } else {
                gc.strokeLine(b0 - 0.6, a, b1 + 0.6, a);
            }
            before = at.isFirst() ? b0 : Double.NaN;
        }
    }

    /// A pale line through the whole plot for each pixel that covers NaN or an infinity.
    private void nonFinite(Envelope envelope, double scale) {
        gc.setStroke(Looks.color(Palette.NAN).deriveColor(0, 1, 1, 0.3));
        for (int i = 0; i < envelope.min().length; i++) {
            if (envelope.nonFinite()[i]) {
                double a = middle(i, scale);
                if (at.isFirst()) {
                    gc.strokeLine(a, across(high), a, across(low));
                } else {
                    gc.strokeLine(across(low), a, across(high), a);
                }
            }
        }
    }

    /// The least and the greatest value in numbers.
    void ends() {
        var mute = Looks.color(palette.mute());
        if (at.isFirst()) {
            double x = at.gridX() - 10;
            Marks.text(gc, tick(high), x, across(high), TextAlignment.RIGHT, Faces.SMALL, mute);
            Marks.text(gc, tick(low), x, across(low), TextAlignment.RIGHT, Faces.SMALL, mute);
        } else {
            double y = at.gridY() - 12;
            Marks.text(gc, tick(low), across(low), y, TextAlignment.CENTER, Faces.SMALL, mute);
            Marks.text(gc, tick(high), across(high), y, TextAlignment.CENTER, Faces.SMALL, mute);
        }
    }

    private String tick(double value) {
        return Numbers.onAxis(value, high - low);
    }
}
