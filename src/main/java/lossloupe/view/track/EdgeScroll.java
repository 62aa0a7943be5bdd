package lossloupe.view.track;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import lossloupe.app.AppModel;
import org.jspecify.annotations.Nullable;

/// Moves along the positions while a gesture is held beyond the end of what is seen of them: the farther beyond, the
/// faster.
final class EdgeScroll {
    private static final Duration STEP = Duration.millis(16);

    /// Part of the pixels beyond the end that are moved in a step.
    private static final double SPEED = 0.2;

    private static final double MOST_PIXELS = 40;
    private final AppModel model;
    private final GridBody body;
    private @Nullable Gesture gesture;
    private @Nullable MouseEvent event;
    private final Timeline steps = new Timeline(new KeyFrame(STEP, e -> step()));

    EdgeScroll(AppModel model, GridBody body) {
        this.model = model;
        this.body = body;
        steps.setCycleCount(Animation.INDEFINITE);
    }

    /// Where the pointer of a running gesture is now.
    void at(Gesture running, MouseEvent now) {
        gesture = running;
        event = now;
        boolean isNeeded = running.reachesBeyondTheEnds()
                && beyond(now) != 0
                && !model.view().viewport().showsAll();
        if (isNeeded) {
            steps.play();
        } else {
            end();
        }
    }

    void end() {
        steps.stop();
    }

    private void step() {
        var running = gesture;
        var last = event;
        var place = body.place();
        if (running == null || last == null || place == null) {
            return;
        }
        double pixels = Math.clamp(beyond(last) * SPEED, -MOST_PIXELS, MOST_PIXELS);
        model.look(v -> v.withViewport(v.viewport().panned(pixels / place.grid().cellAlong())));
        running.drag(last);
    }

    /// Pixels from the nearer end of the grid: negative before it, 0 within.
    private double beyond(MouseEvent at) {
        var place = body.place();
        if (place == null) {
            return 0;
        }
        double along = place.along(at.getX(), at.getY());
        return along < 0 ? along : Math.max(0, along - place.grid().alongPx());
    }
}
