package lossloupe.view.track;

import java.util.List;
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

    /// Everything beside the grid but the names of the classes: what numbers that change may stand in.
    List<GridGeometry.Box> around() {
        double right = gridX + grid.width();
        double bottom = gridY + grid.height();
        double far = 8;
        return isFirst()
                ? List.of(
                        new GridGeometry.Box(-far, -far, width + 2 * far, gridY + far - 1),
                        new GridGeometry.Box(-far, bottom, width + 2 * far, height + far - bottom),
                        new GridGeometry.Box(right + 1, gridY - 1, width + far - right, grid.height() + 1))
                : List.of(
                        new GridGeometry.Box(-far, -far, gridX + far - 1, height + 2 * far),
                        new GridGeometry.Box(right, -far, width + far - right, height + 2 * far),
                        new GridGeometry.Box(gridX - 1, bottom + 1, grid.width() + 1, height + far - bottom));
    }

    /// The strip behind the last class (below it, or to its right) at `position`.
    GridGeometry.Box endCell(int position) {
        var cell = grid.cell(grid.classes() - 1, position);
        double across = grid.acrossPx() + 3;
        double size = endPx - 5;
        return isFirst()
                ? shifted(new GridGeometry.Box(cell.x(), across, cell.width(), size))
                : shifted(new GridGeometry.Box(across, cell.y(), size, cell.height()));
    }

    /// The strip before the first class (above it, or to its left) at `position`, `size` thick.
    GridGeometry.Box startCell(int position, double size) {
        var cell = grid.cell(0, position);
        return isFirst()
                ? shifted(new GridGeometry.Box(cell.x(), -size - 3, cell.width(), size))
                : shifted(new GridGeometry.Box(-size - 3, cell.y(), size, cell.height()));
    }
}
