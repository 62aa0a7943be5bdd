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
record Placement(double width, double height, double gridX, double gridY, GridGeometry grid, double endPx) {
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

    /// What stands before the first class: above it, or to its left.
    GridGeometry.Box before() {
        return isFirst() ? new GridGeometry.Box(0, 0, width, gridY - 1) : new GridGeometry.Box(0, 0, gridX - 1, height);
    }

    /// What stands behind the last class: below it, or to its right.
    GridGeometry.Box behind() {
        double right = gridX + grid.width() + 1;
        double bottom = gridY + grid.height() + 1;
        return isFirst()
                ? new GridGeometry.Box(0, bottom, width, endPx == 0 ? 0 : height - bottom)
                : new GridGeometry.Box(right, 0, endPx == 0 ? 0 : width - right, height);
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
