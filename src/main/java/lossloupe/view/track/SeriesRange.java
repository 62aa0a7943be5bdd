package lossloupe.view.track;

import java.util.stream.IntStream;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;

/// The ends of the axis of a series: its least and greatest finite value, or, of a constant, 0 and itself, so that
/// there are two.
record SeriesRange(double low, double high) {
    static SeriesRange of(Plane series) {
        var extremes = new Extremes();
        series.extremes(0, series.length(), extremes);
        if (extremes.isEmpty()) {
            return spanning(0, 0);
        }
        if (Double.isFinite(extremes.min()) && Double.isFinite(extremes.max())) {
            return spanning(extremes.min(), extremes.max());
        }
        var finite = IntStream.range(0, series.length())
                .mapToDouble(series::get)
                .filter(Double::isFinite)
                .summaryStatistics();
        return finite.getCount() == 0 ? spanning(0, 0) : spanning(finite.getMin(), finite.getMax());
    }

    private static SeriesRange spanning(double low, double high) {
        if (high > low) {
            return new SeriesRange(low, high);
        }
        return low == 0 ? new SeriesRange(0, 1) : new SeriesRange(Math.min(low, 0), Math.max(low, 0));
    }
}
