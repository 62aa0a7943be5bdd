package lossloupe.view.track;

import lossloupe.paint.GridGeometry.Box;
import org.jspecify.annotations.Nullable;

/// How far the stack has moved from one plan to the next, seen from one track's body.
///
/// @param from the body's former placement, or null where the track is new
/// @param dx from the body's present corner to its former one
/// @param dy from the body's present corner to its former one
/// @param progress 0 at the former plan, 1 at the present one
record Morph(@Nullable Placement from, double dx, double dy, double progress) {
    static final Morph DONE = new Morph(null, 0, 0, 1);

    boolean isDone() {
        return progress >= 1;
    }

    /// Where a cell is now on its way.
    Box cell(Placement to, int cls, int position) {
        var goal = to.cell(cls, position);
        if (from == null || isDone()) {
            return goal;
        }
        var start = from.cell(cls, position);
        return Marks.between(new Box(start.x() + dx, start.y() + dy, start.width(), start.height()), goal, progress);
    }
}
