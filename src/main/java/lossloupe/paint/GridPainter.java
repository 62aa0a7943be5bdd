package lossloupe.paint;

import lossloupe.compute.Field;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Extremes;

/// Paints a grid whose cells are narrower than they can be drawn one by one: every pixel along the position axis shows the
/// exact extremes of the positions it covers, at every zoom.
public final class GridPainter {
    private GridPainter() {}

    /// @param scale device pixels per logical pixel
    public static Pixels paint(Field field, int example, GridGeometry grid, CellColors colors, double scale) {
        int along = Math.max(1, (int) Math.round(grid.alongPx() * scale));
        int across = Math.max(1, (int) Math.round(grid.acrossPx() * scale));
        boolean first = grid.format() == DataFormat.CHANNELS_FIRST;
        var pixels = new int[along * across];
        var column = new int[2 * grid.classes()];
        var extremes = new Extremes();
        for (int a = 0; a < along; a++) {
            double p0 = grid.positionAt(a / scale);
            double p1 = grid.positionAt((a + 1) / scale);
            int from = Math.clamp((long) Math.floor(p0), 0, grid.length() - 1);
            int to = Math.clamp((long) Math.ceil(p1), from + 1, grid.length());
            fill(field, example, from, to, colors, extremes, column);
            for (int c = 0; c < grid.classes(); c++) {
                int top = (int) Math.round(c * grid.cellAcross() * scale);
                int bottom = (int) Math.round(((c + 1) * grid.cellAcross() - 2) * scale);
                int middle = (top + bottom + 1) / 2;
                for (int b = top; b < Math.min(bottom, across); b++) {
                    pixels[first ? b * along + a : a * across + b] = column[b < middle ? 2 * c : 2 * c + 1];
                }
            }
        }
        return first ? new Pixels(along, across, pixels) : new Pixels(across, along, pixels);
    }

    private static void fill(
            Field field, int example, int from, int to, CellColors colors, Extremes extremes, int[] column) {
        for (int c = 0; 2 * c < column.length; c++) {
            extremes.clear();
            field.extremes(example, c, from, to, extremes);
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
