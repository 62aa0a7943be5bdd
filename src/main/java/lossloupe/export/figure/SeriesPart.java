package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import lossloupe.compute.Field;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.tensor.Extremes;

/// Numbers along the positions as lines over one scale; of more positions than can be told apart, the least and the
/// greatest of each stretch.
record SeriesPart(List<Line> lines) {
    private static final double PER_POINT = 2;

    /// Adds the least and the greatest of a stretch of positions.
    interface Stretch {
        void extremes(int from, int to, Extremes into);
    }

    record Line(Stretch stretch, IntToDoubleFunction at, int color) {
        /// The first row of an example of a field.
        static Line of(Field field, int example, int color) {
            return new Line(
                    (from, to, into) -> field.extremes(example, 0, from, to, into),
                    p -> field.get(example, 0, p),
                    color);
        }
    }

    /// Where values lie from the top of the plot.
    private record Scale(double low, double high, double y, double height) {
        double at(double value) {
            return y + height * (1 - (value - low) / (high - low));
        }
    }

    void draw(Sheet sheet, Frame frame, double y, double height) {
        var scale = scale(frame.length(), y, height);
        double size = sheet.style().tick();
        int mute = sheet.palette().mute();
        for (double tick : Ticks.of(scale.low, scale.high, Math.max(2, (int) (height / (2.4 * size))))) {
            sheet.line(frame.plotX() - sheet.scaled(2.5), scale.at(tick), frame.plotX(), scale.at(tick), 0.5, mute);
            sheet.text(
                    Ticks.text(tick),
                    frame.plotX() - sheet.scaled(4),
                    scale.at(tick),
                    Align.RIGHT,
                    size,
                    sheet.palette().ink());
        }
        sheet.line(frame.plotX(), y, frame.plotX(), y + height, 0.5, mute);
        lines.forEach(line -> sheet.curve(points(line, frame, scale), 0.8, line.color()));
    }

    /// From 0, unless the numbers keep far away from it.
    private Scale scale(int length, double y, double height) {
        var extremes = new Extremes();
        lines.forEach(line -> line.stretch.extremes(0, length, extremes));
        if (extremes.isEmpty()) {
            return new Scale(0, 1, y, height);
        }
        boolean farFromZero = extremes.min() > 0.2 * extremes.max();
        double low = farFromZero ? extremes.min() : Math.min(0, extremes.min());
        return new Scale(low, Math.max(extremes.max(), low + 1e-12), y, height);
    }

    private static List<double[]> points(Line line, Frame frame, Scale scale) {
        var points = new ArrayList<double[]>();
        int columns = (int) (frame.plotWidth() * PER_POINT);
        if (frame.length() <= 2 * columns) {
            for (int p = 0; p < frame.length(); p++) {
                points.add(new double[] {frame.at(p), scale.at(line.at.applyAsDouble(p))});
            }
            return points;
        }
        var extremes = new Extremes();
        for (int i = 0; i < columns; i++) {
            int from = (int) ((long) i * frame.length() / columns);
            int to = (int) ((long) (i + 1) * frame.length() / columns);
            extremes.clear();
            line.stretch.extremes(from, to, extremes);
            double x = frame.plotX() + (i + 0.5) / PER_POINT;
            points.add(new double[] {x, scale.at(extremes.min())});
            points.add(new double[] {x, scale.at(extremes.max())});
        }
        return points;
    }
}
