package lossloupe.view.track;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.util.Duration;

/// A value that runs from 0 to 1 with ease, once.
final class Transition extends javafx.animation.Transition {
    private final DoubleConsumer at;

    Transition(double millis, DoubleConsumer at) {
        this.at = at;
        setCycleDuration(Duration.millis(millis));
        setInterpolator(Interpolator.EASE_BOTH);
    }

    @Override
    protected void interpolate(double fraction) {
        at.accept(fraction);
    }
}
