package lossloupe.paint;

import java.util.List;
import lossloupe.compute.Field;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Span;

/// Paints a grid whose cells are narrower than they can be drawn one by one: every pixel along the position axis shows
/// the exact extremes of the positions it covers, at every zoom.
public final class GridPainter {
    private GridPainter() {}

    /// The whole picture.
    ///
    /// @param scale device pixels per logical pixel
    public static Pixels paint(Field field, int example, GridGeometry grid, CellColors colors, double scale) {
        var canvas = new Canvas(field, example, grid, colors, scale);
        canvas.paint(0, canvas.along);
        return canvas.pixels();
    }

    /// `before` with only those pixels painted anew that show positions of `changed`; all else must have stayed as
    /// it was.
    public static Pixels repaint(
            Pixels before,
            List<Span> changed,
            Field field,
            int example,
            GridGeometry grid,
            CellColors colors,
            double scale) {
        var canvas = new Canvas(field, example, grid, colors, scale);
        System.arraycopy(before.argb(), 0, canvas.argb, 0, canvas.argb.length);
        for (var span : changed) {
            int from = (int) Math.floor(grid.along(span.from()) * scale) - 1;
            int to = (int) Math.ceil(grid.along(span.to()) * scale) + 1;
            canvas.paint(Math.clamp(from, 0, canvas.along), Math.clamp(to, 0, canvas.along));
        }
        return canvas.pixels();
    }

    /// A picture being painted.
    private static final class Canvas {
        private final Field field;
        private final int example;
        private final GridGeometry grid;
        private final CellColors colors;
        private final double scale;
        private final int along;
        private final int across;
        private final boolean first;
        private final int[] argb;
        private final int[] column;
        private final Extremes extremes = new Extremes();

        Canvas(Field field, int example, GridGeometry grid, CellColors colors, double scale) {
            this.field = field;
            this.example = example;
            this.grid = grid;
            this.colors = colors;
            this.scale = scale;
            along = Math.max(1, (int) Math.round(grid.alongPx() * scale));
            across = Math.max(1, (int) Math.round(grid.acrossPx() * scale));
            first = grid.format() == DataFormat.CHANNELS_FIRST;
            argb = new int[along * across];
            column = new int[2 * grid.classes()];
        }

        Pixels pixels() {
            return first ? new Pixels(along, across, argb) : new Pixels(across, along, argb);
        }

        void paint(int from, int to) {
            for (int a = from; a < to; a++) {
                var shown = grid.shown(a / scale, (a + 1) / scale);
                fill(field, example, shown, colors, extremes, column);
                for (int c = 0; c < grid.classes(); c++) {
                    int top = (int) Math.round(c * grid.cellAcross() * scale);
                    int bottom = (int) Math.round(((c + 1) * grid.cellAcross() - 2) * scale);
                    int middle = (top + bottom + 1) / 2;
                    for (int b = top; b < Math.min(bottom, across); b++) {
                        argb[first ? b * along + a : a * across + b] = column[b < middle ? 2 * c : 2 * c + 1];
                    }
                }
            }
        }
    }

    private static void fill(Field field, int example, Span shown, CellColors colors, Extremes extremes, int[] column) {
        for (int c = 0; 2 * c < column.length; c++) {
            extremes.clear();
            field.extremes(example, c, shown.from(), shown.to(), extremes);
            if (extremes.isEmpty() || extremes.hasNaN()) {
                column[2 * c] = Palette.NAN;
                column[2 * c + 1] = extremes.isEmpty() ? Palette.NAN : colors.second(c, extremes.min(), extremes.max());
            } else {
                column[2 * c] = colors.first(c, extremes.min(), extremes.max());
                column[2 * c + 1] = colors.second(c, extremes.min(), extremes.max());
            }
        }
    }
}
