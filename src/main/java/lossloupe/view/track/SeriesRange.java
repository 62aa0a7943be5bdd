package lossloupe.view.track;

import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;

/// The ends of the axis of a series: its least and greatest value, or, of a constant, 0 and itself, so that there are
/// two.
record SeriesRange(double low, double high) {
    static SeriesRange of(Plane series) {
        var extremes = new Extremes();
        series.extremes(0, series.length(), extremes);
        double low = extremes.isEmpty() ? 0 : extremes.min();
        double high = extremes.isEmpty() ? 0 : extremes.max();
        if (high > low) {
            return new SeriesRange(low, high);
        }
        return low == 0 ? new SeriesRange(0, 1) : new SeriesRange(Math.min(low, 0), Math.max(low, 0));
    }
}
