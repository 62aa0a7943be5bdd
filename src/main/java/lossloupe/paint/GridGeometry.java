package lossloupe.paint;

import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Span;
import org.jspecify.annotations.Nullable;

/// Where the cells of a grid lie, in either layout: channels_first runs positions to the right and classes down,
/// channels_last positions down and classes to the right. Pixels are logical; the origin is the grid's corner.
///
/// @param classes number of classes n
/// @param length number of positions l
/// @param from first visible position, fractional while zooming
/// @param to end of the visible positions
/// @param alongPx extent of the visible positions
/// @param acrossPx extent of all classes
public record GridGeometry(
        DataFormat format, int classes, int length, double from, double to, double alongPx, double acrossPx) {
    private static final double MIN_CELL_PX = 7;

    /// A cell by class and position.
    public record Hit(int cls, int position) {}

    /// A rectangle.
    public record Box(double x, double y, double width, double height) {
        public double centerX() {
            return x + width / 2;
        }

        public double centerY() {
            return y + height / 2;
        }
    }

    public double width() {
        return format == DataFormat.CHANNELS_FIRST ? alongPx : acrossPx;
    }

    public double height() {
        return format == DataFormat.CHANNELS_FIRST ? acrossPx : alongPx;
    }

    /// Pixels per position.
    public double cellAlong() {
        return alongPx / (to - from);
    }

    /// Pixels per class.
    public double cellAcross() {
        return acrossPx / classes;
    }

    /// Whether cells are large enough to be drawn one by one; below that a picture of extremes is painted.
    public boolean hasCells() {
        return cellAlong() >= MIN_CELL_PX;
    }

    /// Whether the first or last cell is seen in part.
    public boolean isCut() {
        return from != Math.rint(from) || to != Math.rint(to);
    }

    /// Space between neighbouring cells.
    public double gap() {
        return hasCells() ? Math.min(2, cellAlong() / 6) : 0;
    }

    /// Coordinate along the position axis where `position` begins.
    public double along(double position) {
        return (position - from) * cellAlong();
    }

    /// The positions that a stretch of pixels shows: all that it covers; where positions are wider than it, only
    /// the one in its middle, so that every edge is sharp and still no position is left out.
    public Span shown(double fromPixel, double toPixel) {
        boolean wide = cellAlong() >= toPixel - fromPixel;
        double first = wide ? positionAt((fromPixel + toPixel) / 2) : positionAt(fromPixel);
        int start = Math.clamp((long) Math.floor(first), 0, length - 1);
        int end = wide ? start + 1 : Math.clamp((long) Math.ceil(positionAt(toPixel)), start + 1, length);
        return new Span(start, end);
    }

    /// The (fractional) position at a coordinate along the position axis.
    public double positionAt(double alongPixel) {
        return from + alongPixel / cellAlong();
    }

    public int firstVisible() {
        return Math.clamp((long) Math.floor(from), 0, length - 1);
    }

    /// One past the last visible position.
    public int lastVisible() {
        return Math.clamp((long) Math.ceil(to), 1, length);
    }

    /// The box of a cell, the gap taken off.
    public Box cell(int cls, int position) {
        return box(position, position + 1.0, cls, cls + 1.0);
    }

    /// The box from position `p0` to `p1` and class `c0` to `c1`, the gap taken off its far ends.
    public Box box(double p0, double p1, double c0, double c1) {
        double a = along(p0);
        double b = c0 * cellAcross();
        double alongSize = Math.max(1, along(p1) - a - gap());
        double acrossSize = Math.max(1, c1 * cellAcross() - b - 2);
        return format == DataFormat.CHANNELS_FIRST
                ? new Box(a, b, alongSize, acrossSize)
                : new Box(b, a, acrossSize, alongSize);
    }

    /// The cell under a point, or null outside.
    public @Nullable Hit hit(double x, double y) {
        double a = format == DataFormat.CHANNELS_FIRST ? x : y;
        double b = format == DataFormat.CHANNELS_FIRST ? y : x;
        if (a < 0 || b < 0 || a >= alongPx || b >= acrossPx) {
            return null;
        }
        return clamped(x, y);
    }

    /// The cell nearest to a point, for drags that leave the grid.
    public Hit clamped(double x, double y) {
        double a = format == DataFormat.CHANNELS_FIRST ? x : y;
        double b = format == DataFormat.CHANNELS_FIRST ? y : x;
        return new Hit(
                Math.clamp((long) Math.floor(b / cellAcross()), 0, classes - 1),
                Math.clamp((long) Math.floor(positionAt(a)), 0, length - 1));
    }
}
