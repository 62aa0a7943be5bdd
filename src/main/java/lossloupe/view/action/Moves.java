package lossloupe.view.action;

import lossloupe.app.AppModel;
import lossloupe.app.Selection;
import lossloupe.app.ViewState;
import lossloupe.app.Viewport;
import lossloupe.tensor.DataFormat;

/// Moves the selection as the picture lies: in channels_last, down is the next position. What is selected stays
/// visible.
final class Moves {
    /// Whether a move takes the block along or stretches it from its anchor.
    enum Reach {
        MOVE,
        EXTEND
    }

    /// A step on the screen.
    enum Direction {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Direction(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }
    }

    private static final double ZOOM = 1.5;

    private final AppModel model;

    Moves(AppModel model) {
        this.model = model;
    }

    void step(Direction direction, Reach reach) {
        boolean first = model.document().setup().format() == DataFormat.CHANNELS_FIRST;
        var at = model.view().selection();
        int position = at.position() + (first ? direction.dx : direction.dy);
        int cls = at.cls() + (first ? direction.dy : direction.dx);
        go(cls, position, reach);
    }

    /// A page is what is visible, less one position that stays for orientation.
    void page(int sign, Reach reach) {
        int page = (int) Math.max(1, Math.floor(model.view().viewport().span()) - 1);
        var at = model.view().selection();
        go(at.cls(), Math.clamp((long) at.position() + (long) sign * page, 0, Integer.MAX_VALUE), reach);
    }

    void first(Reach reach) {
        go(model.view().selection().cls(), 0, reach);
    }

    void last(Reach reach) {
        go(model.view().selection().cls(), model.document().shape().length() - 1, reach);
    }

    /// Selects a class at the selected position, where there is such a class.
    void pick(int cls) {
        if (cls < model.document().shape().classes()) {
            go(cls, model.view().selection().position(), Reach.MOVE);
        }
    }

    /// All positions of the selected classes; once these are selected, everything.
    void all() {
        var shape = model.document().shape();
        var now = model.view().selection();
        boolean isRow = now.span().length() == shape.length();
        int top = isRow ? 0 : now.classes().from();
        int bottom = isRow ? shape.classes() - 1 : now.classes().to() - 1;
        model.select(new Selection(bottom, shape.length() - 1, top, 0));
    }

    /// Gives up the block and keeps its cell.
    void onlyCell() {
        model.look(v -> v.withSelection(
                Selection.cell(v.selection().cls(), v.selection().position())));
    }

    void example(int delta) {
        int count = model.document().shape().batch();
        model.look(v -> v.withExample(Math.clamp(v.example() + delta, 0, count - 1)));
    }

    void zoomIn() {
        zoom(ZOOM);
    }

    void zoomOut() {
        zoom(1 / ZOOM);
    }

    void fit() {
        model.look(v -> v.withViewport(Viewport.all(v.viewport().length())));
    }

    private void zoom(double factor) {
        model.look(v -> v.withViewport(v.viewport().zoomed(factor, centre(v))));
    }

    /// The selection where it is seen, else the middle of what is seen.
    private static double centre(ViewState view) {
        double selected = view.selection().position() + 0.5;
        var seen = view.viewport();
        return selected >= seen.from() && selected <= seen.to() ? selected : seen.from() + seen.span() / 2;
    }

    private void go(int cls, int position, Reach reach) {
        var shape = model.document().shape();
        model.look(v -> {
            var next = reach == Reach.EXTEND
                    ? v.selection().extendedTo(cls, position).within(shape)
                    : Selection.cell(cls, position).within(shape);
            return v.withSelection(next).withViewport(v.viewport().showing(next.position()));
        });
    }
}
