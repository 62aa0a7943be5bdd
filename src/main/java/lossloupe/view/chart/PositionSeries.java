package lossloupe.view.chart;

import lossloupe.compute.Field;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.Extremes;

/// The points of a line over positions: one in the middle of each position while they are wide, else least and greatest
/// value of every pixel column, so that a peak of one position in a million is still seen.
///
/// @param greatest greatest finite value
@SuppressWarnings("ArrayRecordComponent") // Handed to JFreeChart, which wants arrays; never compared.
record PositionSeries(double[] positions, double[] values, double greatest) {
    private static final double LEAST_WIDTH = 2;

    static PositionSeries of(Field field, int example, GridGeometry grid) {
        return grid.cellAlong() >= LEAST_WIDTH ? single(field, example, grid) : columns(field, example, grid);
    }

    private static PositionSeries single(Field field, int example, GridGeometry grid) {
        int first = grid.firstVisible();
        int count = Math.max(0, grid.lastVisible() - first);
        var positions = new double[count];
        var values = new double[count];
        double greatest = 0;
        for (int i = 0; i < count; i++) {
            positions[i] = first + i + 0.5;
            values[i] = finite(field.get(example, 0, first + i));
            greatest = values[i] > greatest ? values[i] : greatest;
        }
        return new PositionSeries(positions, values, greatest);
    }

    private static PositionSeries columns(Field field, int example, GridGeometry grid) {
        int columns = (int) Math.max(1, Math.floor(grid.alongPx()));
        var positions = new double[2 * columns];
        var values = new double[2 * columns];
        double greatest = 0;
        var extremes = new Extremes();
        for (int i = 0; i < columns; i++) {
            double from = grid.positionAt(i);
            double to = grid.positionAt(i + 1.0);
            int first = Math.clamp((long) Math.floor(from), 0, grid.length() - 1);
            int last = Math.clamp((long) Math.ceil(to), first + 1, grid.length());
            extremes.clear();
            field.extremes(example, 0, first, last, extremes);
            positions[2 * i] = (from + to) / 2;
            positions[2 * i + 1] = (from + to) / 2;
            values[2 * i] = extremes.isEmpty() ? Double.NaN : finite(extremes.min());
            values[2 * i + 1] = extremes.isEmpty() ? Double.NaN : finite(extremes.max());
            greatest = values[2 * i + 1] > greatest ? values[2 * i + 1] : greatest;
        }
        return new PositionSeries(positions, values, greatest);
    }

    /// JFreeChart breaks a line at NaN; an infinite loss has no place in the plot either.
    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
