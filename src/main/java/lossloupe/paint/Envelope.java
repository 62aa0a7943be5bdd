package lossloupe.paint;

import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;

/// A line reduced to what pixels can show: least and greatest value of each pixel along the position axis. NaN where a
/// pixel has none.
///
/// @param min one value per pixel
/// @param max one value per pixel
/// @param nonFinite whether a pixel covers NaN or an infinity
@SuppressWarnings("ArrayRecordComponent") // A hand-over of numbers, never compared.
public record Envelope(double[] min, double[] max, boolean[] nonFinite) {
    public static Envelope of(Plane plane, GridGeometry grid, double scale) {
        int along = Math.max(1, (int) Math.round(grid.alongPx() * scale));
        var min = new double[along];
        var max = new double[along];
        var nonFinite = new boolean[along];
        var extremes = new Extremes();
        for (int a = 0; a < along; a++) {
            int from = Math.clamp((long) Math.floor(grid.positionAt(a / scale)), 0, grid.length() - 1);
            int to = Math.clamp((long) Math.ceil(grid.positionAt((a + 1) / scale)), from + 1, grid.length());
            extremes.clear();
            plane.extremes(from, to, extremes);
            min[a] = extremes.isEmpty() ? Double.NaN : extremes.min();
            max[a] = extremes.isEmpty() ? Double.NaN : extremes.max();
            nonFinite[a] = extremes.hasNaN() || Double.isInfinite(min[a]) || Double.isInfinite(max[a]);
        }
        return new Envelope(min, max, nonFinite);
    }
}
