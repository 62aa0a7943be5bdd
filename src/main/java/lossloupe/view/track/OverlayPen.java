package lossloupe.view.track;

import javafx.scene.canvas.GraphicsContext;
import lossloupe.app.Selection;
import lossloupe.paint.GridGeometry;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Axis;
import lossloupe.view.Looks;
import org.jspecify.annotations.Nullable;

/// Draws what lies over the numbers: the crosshair through all tracks, the ring of the selection, and the outline of
/// the classes or positions that a softmax couples.
final class OverlayPen {
    private final GraphicsContext gc;
    private final Placement place;
    private final Palette palette;

    OverlayPen(GraphicsContext gc, Placement place, Palette palette) {
        this.gc = gc;
        this.place = place;
        this.palette = palette;
    }

    /// A band over everything at the hovered position.
    void crosshair(GridGeometry.@Nullable Hit hover) {
        if (hover == null) {
            return;
        }
        var grid = place.grid();
        double a = Math.max(0, grid.along(hover.position()));
        double b = Math.min(grid.alongPx(), grid.along(hover.position() + 1.0) - grid.gap());
        if (b < 0 || a > grid.alongPx()) {
            return;
        }
        double size = Math.max(1, b - a);
        gc.setFill(Looks.color(size < 3 ? palette.faint() : palette.band()));
        if (place.isFirst()) {
            gc.fillRoundRect(place.gridX() + a, 0, size, place.height(), 6, 6);
        } else {
            gc.fillRoundRect(0, place.gridY() + a, place.width(), size, 6, 6);
        }
    }

    /// The positions of a selected block, where there are no classes.
    void stretch(Selection selection) {
        if (!selection.isCell()) {
            var span = selection.span();
            var box = visible(place.shifted(
                    place.grid().box(span.from(), span.to(), 0, place.grid().classes())));
            if (box != null) {
                outline(box, palette.mute());
            }
        }
    }

    /// The selected block faintly, its cell as a ring.
    void selection(Selection selection) {
        if (!selection.isCell()) {
            block(selection, palette.mute());
        }
        var box = visible(place.cell(selection.cls(), selection.position()));
        if (box != null) {
            Marks.ring(gc, grown(box), Looks.color(palette.ink()), Looks.color(palette.panel()));
        }
    }

    private void block(Selection selection, int ink) {
        var span = selection.span();
        var classes = selection.classes();
        var box = visible(place.shifted(place.grid().box(span.from(), span.to(), classes.from(), classes.to())));
        if (box != null) {
            outline(box, ink);
        }
    }

    /// The vector that the selected cell shares its softmax with.
    void shared(Selection selection, Axis dropped, int length, int ink) {
        var grid = place.grid();
        var box = dropped == Axis.CLASS
                ? grid.box(selection.position(), selection.position() + 1.0, 0, grid.classes())
                : grid.box(0, length, selection.cls(), selection.cls() + 1.0);
        var seen = visible(place.shifted(box));
        if (seen != null) {
            outline(grown(grown(seen)), ink);
        }
    }

    /// Frames a cell that something elsewhere points to.
    void pointedAt(Selection selection, int ink) {
        var box = visible(place.cell(selection.cls(), selection.position()));
        if (box != null) {
            gc.setStroke(Looks.color(ink));
            gc.setLineWidth(3);
            gc.strokeRoundRect(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4, 11, 11);
        }
    }

    private void outline(Box box, int ink) {
        gc.setStroke(Looks.color(ink));
        gc.setLineWidth(1.2);
        gc.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 9, 9);
    }

    private static Box grown(Box box) {
        return new Box(box.x() - 0.5, box.y() - 0.5, box.width() + 1, box.height() + 1);
    }

    /// The part of a box within the grid, or null where none is.
    private @Nullable Box visible(Box box) {
        double x0 = Math.max(box.x(), place.gridX());
        double y0 = Math.max(box.y(), place.gridY());
        double x1 = Math.min(box.x() + box.width(), place.gridX() + place.grid().width());
        double y1 =
                Math.min(box.y() + box.height(), place.gridY() + place.grid().height());
        return x1 <= x0 || y1 <= y0 ? null : new Box(x0, y0, Math.max(2, x1 - x0), Math.max(2, y1 - y0));
    }
}
