package lossloupe.view.track;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.input.MouseEvent;
import lossloupe.app.AppModel;
import lossloupe.app.Selection;
import lossloupe.app.Viewport;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.paint.GridGeometry.Hit;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;

/// The gestures on grids. Each emits edits or view states; none draws.
final class Gestures {
    private Gestures() {}

    /// Paints or erases a run of the class it began in, from where it last was to where it is.
    static final class Paint implements Gesture {
        private final AppModel model;
        private final GridBody body;
        private final int cls;
        private final Function<Span, Edit> edit;
        private final long stroke;
        private int last;

        Paint(AppModel model, GridBody body, Hit start, int from, Function<Span, Edit> edit) {
            this.model = model;
            this.body = body;
            this.cls = start.cls();
            this.edit = edit;
            this.stroke = model.store().newStroke();
            this.last = from;
            to(start.position());
        }

        long stroke() {
            return stroke;
        }

        @Override
        public void drag(MouseEvent event) {
            to(body.nearest(event.getX(), event.getY()).position());
        }

        @Override
        public void cancel() {
            model.store().cancel(stroke);
        }

        /// As wide as the brush, within the row.
        private Span widened(Span span) {
            int beside = model.brushProperty().get() / 2;
            int length = model.document().shape().length();
            return new Span(Math.max(0, span.from() - beside), Math.min(length, span.to() + beside));
        }

        private void to(int position) {
            model.store().apply(edit.apply(widened(Span.between(last, position))), stroke);
            model.select(Selection.cell(cls, position));
            last = position;
        }
    }

    /// Moves one end of a run; what the run grew over comes back when it shrinks again. A neighbour of another
    /// class that meets it there, where classes are exclusive, gives way.
    static final class Edge implements Gesture {
        private final AppModel model;
        private final GridBody body;
        private final int example;
        private final int cls;
        private final List<Plane> before;
        private final Span run;
        private final int fixed;
        private final double value;
        private final long stroke;

        /// @param fixed the end of the run that stays, a boundary between positions
        Edge(AppModel model, GridBody body, int cls, int fixed, double value) {
            this.model = model;
            this.body = body;
            this.example = model.view().example();
            this.cls = cls;
            this.before = model.document().example(example).labels();
            this.fixed = fixed;
            var row = before.get(cls);
            this.run = Runs.of(row, Math.min(fixed, row.length() - 1), fixed);
            this.value = value;
            this.stroke = model.store().newStroke();
        }

        @Override
        public void drag(MouseEvent event) {
            var place = body.place();
            if (place == null) {
                return;
            }
            double along = place.along(event.getX(), event.getY());
            int boundary = Math.clamp(
                    Math.round(place.grid().positionAt(along)), 0, place.grid().length());
            model.store().apply(moved(boundary), stroke);
        }

        @Override
        public void cancel() {
            model.store().cancel(stroke);
        }

        private Edit moved(int boundary) {
            var edits = new ArrayList<Edit>();
            for (int c = 0; c < before.size(); c++) {
                if (c == cls || model.document().setup().labelMode() == LabelMode.EXCLUSIVE) {
                    edits.add(new Edit.Restore(example, c, before.get(c)));
                }
            }
            if (run.length() > 0) {
                edits.add(new Edit.Labels(example, cls, run, 0, LabelMode.OVERLAPPING));
            }
            if (boundary != fixed) {
                var span = new Span(Math.min(fixed, boundary), Math.max(fixed, boundary));
                edits.add(new Edit.Labels(
                        example, cls, span, value, model.document().setup().labelMode()));
            }
            return new Edit.Several(edits, "edit.edge");
        }
    }

    /// Changes the logits of the selection, or of one cell: up is more, 0.05 a pixel, a tenth of that with Shift,
    /// in steps of 0.5 with Ctrl.
    static final class DragLogits implements Gesture {
        private static final double PER_PIXEL = 0.05;
        private final AppModel model;
        private final LogitBlock block;
        private final long stroke;
        private double lastY;
        private double delta;

        DragLogits(AppModel model, Selection selection, double y) {
            this.model = model;
            this.block = LogitBlock.of(model, selection);
            this.stroke = model.store().newStroke();
            this.lastY = y;
        }

        @Override
        public void drag(MouseEvent event) {
            delta += (lastY - event.getScreenY()) * (event.isShiftDown() ? PER_PIXEL / 10 : PER_PIXEL);
            lastY = event.getScreenY();
            double step = event.isShortcutDown() ? 0.5 : 0;
            model.store().apply(block.moved(delta, step), stroke);
        }

        @Override
        public boolean holdsItsCell() {
            return true;
        }

        @Override
        public void cancel() {
            model.store().cancel(stroke);
        }
    }

    /// Extends the selection to where the pointer is.
    static final class Select implements Gesture {
        private final AppModel model;
        private final GridBody body;

        Select(AppModel model, GridBody body) {
            this.model = model;
            this.body = body;
        }

        @Override
        public void drag(MouseEvent event) {
            var hit = body.nearest(event.getX(), event.getY());
            model.look(v -> v.withSelection(v.selection().extendedTo(hit.cls(), hit.position())));
        }

        @Override
        public void cancel() {
            // A selection is no work that could be lost.
        }
    }

    /// Drags the visible positions along.
    static final class Pan implements Gesture {
        private final AppModel model;
        private final boolean first;
        private final double perPosition;
        private final Viewport start;
        private final double startPixel;

        Pan(AppModel model, Placement place, MouseEvent event) {
            this.model = model;
            this.first = place.isFirst();
            this.perPosition = place.grid().cellAlong();
            this.start = model.view().viewport();
            this.startPixel = pixel(event);
        }

        @Override
        public void drag(MouseEvent event) {
            var moved = start.panned((startPixel - pixel(event)) / perPosition);
            model.look(v -> v.withViewport(moved));
        }

        @Override
        public boolean reachesBeyondTheEnds() {
            return false;
        }

        @Override
        public void cancel() {
            model.look(v -> v.withViewport(start));
        }

        private double pixel(MouseEvent event) {
            return first ? event.getScreenX() : event.getScreenY();
        }
    }
}
