package lossloupe.view.track;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lossloupe.paint.Argb;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;

/// The few shapes that all tracks are drawn with.
final class Marks {
    private Marks() {}

    /// A filled cell with rounded corners, where it has room for them.
    static void cell(GraphicsContext gc, Box box, Paint fill) {
        double arc = Math.min(8, Math.min(box.width(), box.height()) / 2);
        gc.setFill(fill);
        if (arc < 1) {
            gc.fillRect(box.x(), box.y(), box.width(), box.height());
            return;
        }
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }

    /// Text in the middle of a box.
    static void centered(GraphicsContext gc, Box box, String text, Font font, Paint ink) {
        text(gc, text, box.centerX(), box.centerY(), TextAlignment.CENTER, font, ink);
    }

    static void text(
            GraphicsContext gc, String text, double x, double centerY, TextAlignment align, Font font, Paint ink) {
        gc.setFont(font);
        gc.setFill(ink);
        gc.setTextAlign(align);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, x, centerY);
    }

    /// Diagonal stripes: what cannot go lower, or what is missing.
    static void hatch(GraphicsContext gc, Box box, Paint stripe, double step) {
        gc.setStroke(stripe);
        gc.setLineWidth(step * 0.42);
        double right = box.x() + box.width();
        double bottom = box.y() + box.height();
        for (double d = box.x() - box.height() + step / 2; d < right; d += step) {
            double x0 = Math.max(d, box.x());
            double x1 = Math.min(d + box.height(), right);
            if (x1 > x0) {
                gc.strokeLine(x0, bottom - (x0 - d), x1, bottom - (x1 - d));
            }
        }
    }

    /// What weights leave out.
    static void ignored(GraphicsContext gc, Box box, Palette palette) {
        cell(gc, box, Looks.color(palette.grid()));
        hatch(gc, box, Looks.color(Argb.mix(palette.grid(), palette.mute(), 0.45)), 6);
    }

    /// Not a number: a cross.
    static void cross(GraphicsContext gc, Box box, Paint ink) {
        double r = Math.min(5, Math.min(box.width(), box.height()) / 3);
        gc.setStroke(ink);
        gc.setLineWidth(1.8);
        gc.strokeLine(box.centerX() - r, box.centerY() - r, box.centerX() + r, box.centerY() + r);
        gc.strokeLine(box.centerX() - r, box.centerY() + r, box.centerX() + r, box.centerY() - r);
    }

    /// An infinity: a triangle that points where it lies.
    static void triangle(GraphicsContext gc, Box box, double sign, Paint ink) {
        double r = Math.min(5, Math.min(box.width(), box.height()) / 3) * sign;
        gc.setFill(ink);
        gc.fillPolygon(
                new double[] {box.centerX() - r, box.centerX() + r, box.centerX()},
                new double[] {box.centerY() + r * 0.8, box.centerY() + r * 0.8, box.centerY() - r * 0.9},
                3);
    }

    /// The ring of the selection: dark on light with a rim of the panel's colour inside, so that it shows on any
    /// cell.
    static void ring(GraphicsContext gc, Box box, Paint ink, Paint rim) {
        double least = Math.min(box.width(), box.height());
        double arc = Math.min(9, least / 2 + 2);
        // In a low cell a broad rim would cover the number.
        double broad = least >= 22 ? 2 : 1;
        if (least > 9) {
            gc.setStroke(rim);
            gc.setLineWidth(broad);
            double in = 1 + broad / 2;
            gc.strokeRoundRect(
                    box.x() + in, box.y() + in, box.width() - 2 * in, box.height() - 2 * in, arc - 3, arc - 3);
        }
        gc.setStroke(ink);
        gc.setLineWidth(2);
        gc.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }

    /// Between two boxes, as cells fly from one layout to the other.
    static Box between(Box from, Box to, double t) {
        return new Box(
                from.x() + (to.x() - from.x()) * t,
                from.y() + (to.y() - from.y()) * t,
                from.width() + (to.width() - from.width()) * t,
                from.height() + (to.height() - from.height()) * t);
    }

    /// A small dot in the upper right corner of a cell.
    static void dot(GraphicsContext gc, Box box, Paint color) {
        double size = Math.min(5, box.height() / 3);
        gc.setFill(color);
        gc.fillOval(box.x() + box.width() - size - 2, box.y() + 2, size, size);
    }
}
