package lossloupe.view.track;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import lossloupe.compute.Field;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Span;
import lossloupe.view.Looks;
import lossloupe.view.track.Patches.Patch;
import org.jspecify.annotations.Nullable;

/// A strip along the position axis that is no class. What a stretch of it shows is a value, so that of the next frame
/// only the stretches that show another one need be drawn.
///
/// @param <V> what a stretch shows, with an `equals` of its own
abstract class Strip<V> {
    private static final double SPILL = 2;
    private static final double LEAST_MARKED = 9;

    final Placement place;
    final Palette palette;
    final Field source;
    final int example;

    /// @param source of which everything shown comes, one row per example
    Strip(Placement place, Palette palette, Field source, int example) {
        this.place = place;
        this.palette = palette;
        this.source = source;
        this.example = example;
    }

    /// What positions `from` to `to` (excluded) show.
    abstract V shown(int from, int to);

    abstract void draw(GraphicsContext gc, Box box, V shown);

    /// Draws what stands before the strip and says what it is.
    abstract void caption(GraphicsContext gc);

    /// Where the strip begins across the grid; before the first class it is negative.
    abstract double across();

    abstract double thick();

    /// Draws all of it.
    final void draw(GraphicsContext gc) {
        caption(gc);
        for (int i = first(); i < last(); i++) {
            draw(gc, i);
        }
    }

    /// A patch for each stretch that does not show what it did in a frame before.
    final List<Patch> unlike(Strip<?> before) {
        var patches = new ArrayList<Patch>();
        for (int i = first(); i < last(); i++) {
            var at = positions(i);
            boolean isAlike =
                    isShared(before, at) || shown(at.from(), at.to()).equals(before.shown(at.from(), at.to()));
            if (!isAlike) {
                int stretch = i;
                patches.add(new Patch(List.of(getClass(), i), grown(box(i)), gc -> around(gc, stretch)));
            }
        }
        return patches;
    }

    /// Whether a stretch has room for marks and numbers; smaller ones show their colour alone.
    static boolean isRoomy(Box box) {
        return box.width() > LEAST_MARKED && box.height() > LEAST_MARKED;
    }

    final void text(GraphicsContext gc, String text, double x, double y, TextAlignment align) {
        Marks.text(gc, text, x, y, align, Faces.SMALL, Looks.color(palette.mute()));
    }

    /// A stretch with its neighbours, of which a part may lie on the same pixels.
    private void around(GraphicsContext gc, int stretch) {
        for (int i = Math.max(first(), stretch - 1); i < Math.min(last(), stretch + 2); i++) {
            draw(gc, i);
        }
    }

    private void draw(GraphicsContext gc, int stretch) {
        var at = positions(stretch);
        var box = visible(box(stretch));
        if (box != null) {
            draw(gc, box, shown(at.from(), at.to()));
        }
    }

    /// The part of a stretch beside the cells that are seen; null where none is.
    private @Nullable Box visible(Box box) {
        double first = place.isFirst() ? place.gridX() : place.gridY();
        double last = first + place.grid().alongPx();
        double from = Math.max(first, place.isFirst() ? box.x() : box.y());
        double to = Math.min(last, place.isFirst() ? box.x() + box.width() : box.y() + box.height());
        if (to <= from) {
            return null;
        }
        return place.isFirst()
                ? new Box(from, box.y(), to - from, box.height())
                : new Box(box.x(), from, box.width(), to - from);
    }

    /// Stretches are positions, or pixels where positions are narrower than cells.
    private boolean isOfCells() {
        return place.grid().hasCells();
    }

    private int first() {
        return isOfCells() ? place.grid().firstVisible() : 0;
    }

    private int last() {
        return isOfCells()
                ? place.grid().lastVisible()
                : (int) Math.ceil(place.grid().alongPx());
    }

    private Span positions(int stretch) {
        return isOfCells() ? new Span(stretch, stretch + 1) : place.grid().shown(stretch, stretch + 1.0);
    }

    private Box box(int stretch) {
        var grid = place.grid();
        var cell = grid.cell(0, stretch);
        double along = isOfCells() ? place.isFirst() ? cell.x() : cell.y() : stretch;
        double size = isOfCells() ? place.isFirst() ? cell.width() : cell.height() : 1;
        return place.shifted(
                place.isFirst() ? new Box(along, across(), size, thick()) : new Box(across(), along, thick(), size));
    }

    /// Hatches reach a little over the edges of the cells that they fill.
    private Box grown(Box box) {
        if (!isOfCells()) {
            return box;
        }
        double x = Math.max(0, box.x() - SPILL);
        double y = Math.max(0, box.y() - SPILL);
        double right = Math.min(place.width(), box.x() + box.width() + SPILL);
        double bottom = Math.min(place.height(), box.y() + box.height() + SPILL);
        return new Box(x, y, right - x, bottom - y);
    }

    /// Whether what is shown beside its source is known to be the same.
    boolean isRuledLike(Strip<?> before) {
        return true;
    }

    /// Whether a stretch is known to show the same without looking at a number.
    @SuppressWarnings("ReferenceEquality")
    private boolean isShared(Strip<?> before, Span at) {
        if (!isRuledLike(before)) {
            return false;
        }
        for (int k = at.from() / Chunk.SIZE; k * Chunk.SIZE < at.to(); k++) {
            if (source.source(example, 0, k) != before.source.source(example, 0, k)) {
                return false;
            }
        }
        return true;
    }
}
