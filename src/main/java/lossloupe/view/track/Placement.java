package lossloupe.view.track;

import lossloupe.paint.GridGeometry;
import lossloupe.tensor.DataFormat;

/// Where the parts of a track's body lie, in the body's own pixels.
///
/// @param width of the body
/// @param height of the body
/// @param gridX corner of the grid
/// @param gridY corner of the grid
/// @param grid the cells; for lines, one class whose extent is that of the plot
/// @param endPx room behind the classes for what stands beside them: the op's own output over classes
/// @param axis where the numbers of positions stand: the middle of their line below, or their right edge at the left;
/// NaN where another track has them
record Placement(
        double width, double height, double gridX, double gridY, GridGeometry grid, double endPx, double axis) {
    boolean isFirst() {
        return grid.format() == DataFormat.CHANNELS_FIRST;
    }

    /// The box of the whole grid in the body's pixels.
    GridGeometry.Box gridBox() {
        return new GridGeometry.Box(gridX, gridY, grid.width(), grid.height());
    }

    /// The box of a cell in the body's pixels.
    GridGeometry.Box cell(int cls, int position) {
        return shifted(grid.cell(cls, position));
    }

    /// A box of the grid in the body's pixels.
    GridGeometry.Box shifted(GridGeometry.Box box) {
        return new GridGeometry.Box(box.x() + gridX, box.y() + gridY, box.width(), box.height());
    }

    /// Whether this track has the numbers of the positions.
    boolean hasAxis() {
        return !Double.isNaN(axis);
    }

    /// Pixels from where the grid begins along the positions to a point of the body.
    double along(double x, double y) {
        return isFirst() ? x - gridX : y - gridY;
    }

    /// Where the middle of a position lies along the body.
    double middle(int position) {
        return (isFirst() ? gridX : gridY) + grid.along(position) + (grid.cellAlong() - grid.gap()) / 2;
    }

    /// What stands after the last position, beside the classes.
    GridGeometry.Box beside() {
        double right = gridX + grid.width() + 1;
        double bottom = gridY + grid.height() + 1;
        return isFirst()
                ? new GridGeometry.Box(right, gridY, width - right, grid.height())
                : new GridGeometry.Box(gridX, bottom, grid.width(), height - bottom);
    }
}
