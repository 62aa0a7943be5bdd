package lossloupe.export.figure;

import java.util.ArrayList;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;

/// A series as a line; of more positions than can be told apart, the least and the greatest of each stretch.
record SeriesPart(String title, Plane series) {
    private static final double PER_POINT = 2;

    void draw(Sheet sheet, Frame frame, double y, double height) {
        var extremes = new Extremes();
        series.extremes(0, series.length(), extremes);
        double low = extremes.isEmpty() ? 0 : Math.min(0, extremes.min());
        double high = extremes.isEmpty() ? 1 : Math.max(extremes.max(), low + 1e-12);
        if (extremes.min() > 0.2 * extremes.max()) {
            low = extremes.min();
        }
        double base = low;
        double span = high - low;
        double size = sheet.style().tick();
        for (double tick : Ticks.of(low, high, Math.max(2, (int) (height / (2.4 * size))))) {
            double at = y + height * (1 - (tick - base) / span);
            sheet.line(
                    frame.plotX() - 2.5,
                    at,
                    frame.plotX(),
                    at,
                    0.5,
                    sheet.palette().mute());
            sheet.text(
                    Ticks.text(tick),
                    frame.plotX() - 4,
                    at,
                    Align.RIGHT,
                    size,
                    sheet.palette().ink());
        }
        sheet.line(
                frame.plotX(),
                y,
                frame.plotX(),
                y + height,
                0.5,
                sheet.palette().mute());
        var points = new ArrayList<double[]>();
        int columns = (int) (frame.plotWidth() * PER_POINT);
        if (series.length() <= 2 * columns) {
            for (int p = 0; p < series.length(); p++) {
                points.add(new double[] {frame.at(p), y + height * (1 - (series.get(p) - base) / span)});
            }
        } else {
            for (int i = 0; i < columns; i++) {
                int from = (int) ((long) i * series.length() / columns);
                int to = (int) ((long) (i + 1) * series.length() / columns);
                extremes.clear();
                series.extremes(from, to, extremes);
                double x = frame.plotX() + (i + 0.5) / PER_POINT;
                points.add(new double[] {x, y + height * (1 - (extremes.min() - base) / span)});
                points.add(new double[] {x, y + height * (1 - (extremes.max() - base) / span)});
            }
        }
        sheet.curve(points, 0.8, sheet.palette().ink());
    }
}
