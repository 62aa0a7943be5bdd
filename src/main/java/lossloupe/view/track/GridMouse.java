package lossloupe.view.track;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.app.Selection;
import lossloupe.app.Track;
import lossloupe.document.Edit;
import lossloupe.document.WeightEdit;
import lossloupe.paint.GridGeometry.Hit;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import lossloupe.view.Ui;
import lossloupe.view.dialog.ClassPopover;
import org.jspecify.annotations.Nullable;

/// Turns the mouse on a grid into gestures. Left paints labels, drags logits, and selects elsewhere; the middle button
/// pans; Alt erases, Ctrl fills a run, Shift reaches from the last cell.
final class GridMouse {
    private static final double EDGE_PX = 5;
    private final Ui ui;
    private final AppModel model;
    private final GridBody body;
    private final EdgeScroll edgeScroll;
    private @Nullable Gesture running;
    /// The cell that the pointer was moved to; a cell that scrolls under it was not meant.
    private @Nullable Hit aimed;

    private long wheelStroke;
    private long wheelNanos;
    private long weightStroke;

    GridMouse(Ui ui, GridBody body) {
        this.ui = ui;
        this.model = ui.model();
        this.body = body;
        this.edgeScroll = new EdgeScroll(model, body);
        body.setOnMouseMoved(this::moved);
        body.setOnMouseExited(e -> {
            aimed = null;
            model.hoverProperty().set(null);
        });
        body.setOnMousePressed(this::pressed);
        body.setOnMouseDragged(this::dragged);
        body.setOnMouseReleased(e -> {
            run(null);
            hoverEnds(e);
        });
        body.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        body.setOnKeyPressed(e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.ESCAPE && running != null) {
                running.cancel();
                run(null);
                e.consume();
            }
        });
    }

    private void run(@Nullable Gesture next) {
        running = next;
        edgeScroll.end();
        model.holdScales(next != null && next.holdsItsCell());
    }

    /// A drag that ends outside leaves no crosshair behind.
    private void hoverEnds(MouseEvent event) {
        if (!body.contains(event.getX(), event.getY())) {
            model.hoverProperty().set(null);
        }
    }

    private void moved(MouseEvent event) {
        var hit = body.hit(event.getX(), event.getY());
        aimed = hit;
        model.hoverProperty().set(hit);
        boolean overName = body.classNameAt(event.getX(), event.getY()) >= 0;
        body.setCursor(overName ? Cursor.HAND : cursor(hit, event));
    }

    private Cursor cursor(@Nullable Hit hit, MouseEvent event) {
        if (hit == null) {
            return Cursor.DEFAULT;
        }
        var place = body.place();
        boolean first = place == null || place.isFirst();
        return switch (body.track()) {
            case LABELS -> edge(hit, event) >= 0 ? first ? Cursor.H_RESIZE : Cursor.V_RESIZE : Cursor.DEFAULT;
            case LOGITS -> Cursor.V_RESIZE;
            default -> Cursor.DEFAULT;
        };
    }

    private void pressed(MouseEvent event) {
        body.requestFocus();
        var hit = body.hit(event.getX(), event.getY());
        aimed = hit;
        var place = body.place();
        if (hit == null || place == null) {
            if (event.getButton() == MouseButton.PRIMARY) {
                describeClass(event);
            }
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE || Keys.isSpaceDown(body.getScene())) {
            run(new Gestures.Pan(model, place, event));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            run(primary(hit, event));
        }
        event.consume();
    }

    /// A click on a class's name opens what there is to change about the class.
    private void describeClass(MouseEvent event) {
        int cls = body.classNameAt(event.getX(), event.getY());
        if (cls >= 0) {
            ClassPopover.show(ui, body, cls, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private @Nullable Gesture primary(Hit hit, MouseEvent event) {
        var track = body.track();
        if (track == Track.LABELS) {
            return labels(hit, event);
        }
        if (track == Track.WEIGHTS && !event.isShiftDown()) {
            return weights(hit, event);
        }
        var selection = model.view().selection();
        if (event.isShiftDown() && track != Track.LOGITS) {
            model.select(selection.extendedTo(hit.cls(), hit.position()));
            return new Gestures.Select(model, body);
        }
        boolean inBlock = !selection.isCell()
                && selection.span().contains(hit.position())
                && selection.classes().contains(hit.cls());
        if (track == Track.LOGITS && inBlock) {
            return new Gestures.DragLogits(model, selection, event.getScreenY());
        }
        model.select(Selection.cell(hit.cls(), hit.position()));
        if (track != Track.LOGITS) {
            return new Gestures.Select(model, body);
        }
        if (event.getClickCount() == 2) {
            body.type();
            return null;
        }
        return new Gestures.DragLogits(model, model.view().selection(), event.getScreenY());
    }

    /// A drag leaves cells out, or takes them in again where it begins on one that is out or with Alt; a double
    /// click types a factor in place of what its first click did.
    private @Nullable Gesture weights(Hit hit, MouseEvent event) {
        int example = model.view().example();
        model.select(Selection.cell(hit.cls(), hit.position()));
        if (event.getClickCount() == 2) {
            model.store().cancel(weightStroke);
            body.type();
            return null;
        }
        boolean isOut = model.document().weights().at(example, hit.cls(), hit.position()) == 0;
        double value = isOut || event.isAltDown() ? 1 : 0;
        var paint = new Gestures.Paint(
                model, body, hit, hit.position(), span -> new WeightEdit.Paint(example, hit.cls(), span, value));
        weightStroke = paint.stroke();
        return paint;
    }

    private @Nullable Gesture labels(Hit hit, MouseEvent event) {
        var row = row(hit.cls());
        double value = row.get(hit.position());
        int edge = edge(hit, event);
        if (event.isShortcutDown()) {
            var run = Runs.around(row, hit.position());
            var mode = model.document().setup().labelMode();
            model.edit(new Edit.Labels(model.view().example(), hit.cls(), run, value > 0 ? 0 : 1, mode));
            model.select(Selection.cell(hit.cls(), hit.position()));
            tellIfBeyondSight(run);
            return null;
        }
        if (edge >= 0 && !event.isAltDown() && !event.isShiftDown()) {
            var run = Runs.of(row, Math.min(edge, row.length() - 1), edge);
            model.select(Selection.cell(hit.cls(), hit.position()));
            return new Gestures.Edge(
                    model, body, hit.cls(), run.from() == edge ? run.to() : run.from(), row.get(run.from()));
        }
        var selection = model.view().selection();
        boolean reaches = event.isShiftDown() && selection.cls() == hit.cls();
        double paint = event.isAltDown() ? 0 : reaches ? row.get(selection.position()) > 0 ? 1 : 0 : value > 0 ? 0 : 1;
        int example = model.view().example();
        var mode = model.document().setup().labelMode();
        return new Gestures.Paint(
                model,
                body,
                hit,
                reaches ? selection.position() : hit.position(),
                span -> new Edit.Labels(example, hit.cls(), span, paint, mode));
    }

    /// A click may fill far more than is seen.
    private void tellIfBeyondSight(Span run) {
        var seen = model.view().viewport();
        if (run.from() < seen.from() || run.to() > seen.to()) {
            model.say(Notice.info("notice.filled", Ticks.text(run.from()), Ticks.text(run.to() - 1)));
        }
    }

    /// The boundary of a run near the pointer, or −1. Runs must be wide enough that their inside can still be
    /// clicked.
    private int edge(Hit hit, MouseEvent event) {
        var place = body.place();
        if (place == null || event.isShortcutDown()) {
            return -1;
        }
        var grid = place.grid();
        double at = grid.positionAt(place.along(event.getX(), event.getY()));
        double reach = EDGE_PX / grid.cellAlong();
        return Runs.edgeNear(row(hit.cls()), at, reach, 3 * reach);
    }

    private Plane row(int cls) {
        return model.document().example(model.view().example()).labels().get(cls);
    }

    private void dragged(MouseEvent event) {
        if (running == null || !running.holdsItsCell()) {
            model.hoverProperty().set(body.nearest(event.getX(), event.getY()));
        }
        if (running != null) {
            running.drag(event);
            edgeScroll.at(running, event);
        }
        event.consume();
    }

    /// The wheel over the selected logit changes it, if the pointer was moved there; elsewhere the stack zooms and
    /// scrolls.
    private void wheel(ScrollEvent event) {
        var hit = body.hit(event.getX(), event.getY());
        var selection = model.view().selection();
        if (body.track() != Track.LOGITS
                || hit == null
                || !hit.equals(aimed)
                || event.isShortcutDown()
                || event.isShiftDown()
                || event.getDeltaY() == 0
                || hit.cls() != selection.cls()
                || hit.position() != selection.position()) {
            return;
        }
        long now = System.nanoTime();
        if (now - wheelNanos > 600_000_000L) {
            wheelStroke = model.store().newStroke();
        }
        wheelNanos = now;
        model.store()
                .apply(LogitBlock.of(model, selection).moved(Math.signum(event.getDeltaY()) * 0.1, 0), wheelStroke);
        event.consume();
    }
}
