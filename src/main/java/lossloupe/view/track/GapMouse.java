package lossloupe.view.track;

import java.util.Map;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import lossloupe.app.AppModel;
import lossloupe.app.Track;
import org.jspecify.annotations.Nullable;

/// Resizes tracks: the gap behind a card is its edge, to be dragged.
final class GapMouse {
    /// Pixels of dragging that make a track e times as large.
    private static final double SOFTNESS = 160;

    private final AppModel model;
    private final TrackStack stack;
    private @Nullable Track resized;
    private double start;
    private double size;

    GapMouse(AppModel model, TrackStack stack) {
        this.model = model;
        this.stack = stack;
        stack.addEventHandler(MouseEvent.MOUSE_MOVED, e -> stack.setCursor(cursor(e)));
        stack.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        stack.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        stack.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> resized = null);
    }

    private Cursor cursor(MouseEvent event) {
        return trackBefore(event) == null ? Cursor.DEFAULT : stack.isFirst() ? Cursor.V_RESIZE : Cursor.H_RESIZE;
    }

    /// The track whose far edge is the gap under the pointer, or null.
    private @Nullable Track trackBefore(MouseEvent event) {
        var plan = stack.plan();
        if (plan == null || event.getTarget() != stack) {
            return null;
        }
        double at = stack.isFirst() ? event.getY() : event.getX();
        return plan.cards().entrySet().stream()
                .filter(e -> {
                    var card = e.getValue();
                    double end = stack.isFirst() ? card.y() + card.height() : card.x() + card.width();
                    return at >= end && at <= end + plan.rhythm().gap();
                })
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void pressed(MouseEvent event) {
        resized = trackBefore(event);
        if (resized != null) {
            start = pixel(event);
            size = model.view().size(resized);
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        var track = resized;
        if (track != null) {
            double next = Math.clamp(size * Math.exp((pixel(event) - start) / SOFTNESS), 0.3, 5);
            model.look(v -> v.withSize(track, next));
            event.consume();
        }
    }

    private double pixel(MouseEvent event) {
        return stack.isFirst() ? event.getScreenY() : event.getScreenX();
    }
}
