package lossloupe.export.figure;

import java.util.Locale;
import lossloupe.compute.Field;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.CellColors;
import lossloupe.paint.GridGeometry;
import lossloupe.paint.GridPainter;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// A grid of classes by positions with its colour bar. Up to 2,000 cells are boxes, with numbers where they fit; beyond
/// that the heatmap is one picture.
///
/// @param bar the key of the colours; null for none
/// @param digits decimals of numbers in cells; −1 for whole numbers as they are
record GridPart(
        Field field,
        int example,
        CellColors colors,
        @Nullable ColorBar bar,
        int digits) {
    /// Between the grid and its key.
    static final double GAP = 4;

    private static final int MOST_BOXES = 2_000;

    /// Smaller numbers, or such as are much smaller than those of the axes, are left out.
    private static final double LEAST_NUMBER = 5;

    private static final double LEAST_SHARE = 0.62;

    /// Of a heatmap that is one picture, whatever the resolution asked for.
    private static final double MOST_PIXELS = 1 << 26;

    void draw(Sheet sheet, Frame frame, double y, double height) {
        var shape = field.shape();
        double x = frame.plotX();
        double width = frame.plotWidth();
        double row = height / shape.classes();
        double size = Math.min(sheet.style().tick(), row);
        for (int c = 0; c < shape.classes() && row > 0.7 * sheet.style().tick(); c++) {
            var name = sheet.fitted(frame.names().get(c), size, frame.gutter() - sheet.scaled(3));
            double middle = y + (c + 0.5) * height / shape.classes();
            sheet.text(
                    name,
                    x - sheet.scaled(3),
                    middle,
                    Align.RIGHT,
                    size,
                    sheet.palette().ink());
        }
        if ((long) shape.classes() * shape.length() <= MOST_BOXES) {
            boxes(sheet, x, y, width, height);
        } else {
            var grid = new GridGeometry(
                    DataFormat.CHANNELS_FIRST, shape.classes(), shape.length(), 0, shape.length(), width, height);
            double finest = Math.sqrt(MOST_PIXELS / (width * height));
            double scale = Math.min(sheet.style().dpi() / 72.0, finest);
            sheet.image(GridPainter.paint(field, example, grid, colors, scale), x, y, width, height);
        }
        if (bar != null) {
            bar.draw(sheet, x + width + sheet.scaled(GAP), y, height);
        }
    }

    private void boxes(Sheet sheet, double x, double y, double width, double height) {
        var shape = field.shape();
        double w = width / shape.length();
        double h = height / shape.classes();
        double gap = Math.min(0.6, Math.min(w, h) / 8);
        double size = numberSize(sheet, w, h);
        boolean numbers =
                size >= Math.max(LEAST_NUMBER, LEAST_SHARE * sheet.style().tick());
        for (int c = 0; c < shape.classes(); c++) {
            for (int p = 0; p < shape.length(); p++) {
                double value = field.get(example, c, p);
                int fill = colors.color(c, value);
                sheet.fill(x + p * w + gap / 2, y + c * h + gap / 2, w - gap, h - gap, fill);
                if (numbers && !(digits < 0 && value == 0)) {
                    int ink = sheet.palette().inkOn(fill);
                    sheet.text(text(value), x + (p + 0.5) * w, y + (c + 0.5) * h, Align.CENTER, size, ink);
                }
            }
        }
    }

    /// The largest text up to that of ticks that leaves room around it.
    private double numberSize(Sheet sheet, double width, double height) {
        double most = Math.min(sheet.style().tick(), 0.72 * height);
        double wide = sheet.width(digits < 0 ? "0" : text(-8.888), most) + 0.6 * most;
        return most * Math.min(1, width / wide);
    }

    private String text(double value) {
        return digits < 0
                ? Ticks.text(value)
                : String.format(Locale.ROOT, "%." + digits + "f", value).replace("-", "\u2212");
    }
}
