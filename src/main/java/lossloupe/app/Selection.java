package lossloupe.app;

import java.util.Collections;
import java.util.List;
import lossloupe.document.ClassInfo;
import lossloupe.tensor.Shape;
import lossloupe.tensor.Span;

/// The selected cell and the block that reaches from it to an anchor. One selection for all grids.
///
/// @param cls class of the selected cell
/// @param position position of the selected cell
/// @param anchorCls class of the opposite corner of the block; equal to `cls` where one cell is selected
/// @param anchorPosition position of the opposite corner
public record Selection(int cls, int position, int anchorCls, int anchorPosition) {
    public static Selection cell(int cls, int position) {
        return new Selection(cls, position, cls, position);
    }

    /// The block from this selection's anchor to another cell.
    public Selection extendedTo(int toCls, int toPosition) {
        return new Selection(toCls, toPosition, anchorCls, anchorPosition);
    }

    /// Positions of the block.
    public Span span() {
        return Span.between(position, anchorPosition);
    }

    /// Classes of the block, as a span of class indices.
    public Span classes() {
        return Span.between(cls, anchorCls);
    }

    public boolean isCell() {
        return cls == anchorCls && position == anchorPosition;
    }

    /// The same classes where they now stand, for they may have been moved, or others put before them. A class that
    /// is not to be found again, as a renamed one, is taken to stand where it stood.
    public Selection following(List<ClassInfo> before, List<ClassInfo> now) {
        return new Selection(place(cls, before, now), position, place(anchorCls, before, now), anchorPosition);
    }

    private static int place(int cls, List<ClassInfo> before, List<ClassInfo> now) {
        var info = before.get(cls);
        boolean isTold = Collections.frequency(before, info) == 1 && Collections.frequency(now, info) == 1;
        return isTold ? now.indexOf(info) : cls;
    }

    /// The nearest selection that lies within `shape`.
    public Selection within(Shape shape) {
        int n = shape.classes() - 1;
        int l = shape.length() - 1;
        return new Selection(
                Math.clamp(cls, 0, n),
                Math.clamp(position, 0, l),
                Math.clamp(anchorCls, 0, n),
                Math.clamp(anchorPosition, 0, l));
    }
}
