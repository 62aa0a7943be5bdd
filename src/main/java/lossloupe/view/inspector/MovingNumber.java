package lossloupe.view.inspector;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;

/// A number that runs to its new value in 150 ms, so that the eye sees which way it went; at once under reduced motion.
final class MovingNumber {
    private static final Duration RUN = Duration.millis(150);
    private final DoubleProperty shown = new SimpleDoubleProperty(Double.NaN);
    private final Timeline timeline = new Timeline();
    private final Looks looks;
    private double target = Double.NaN;

    MovingNumber(Looks looks, int digits, StringProperty text) {
        this.looks = looks;
        shown.subscribe(v -> text.set(Numbers.telling(v.doubleValue(), fitting(v.doubleValue(), digits))));
    }

    /// Large numbers have fewer decimals, so that they stay as long as small ones.
    private static int fitting(double value, int digits) {
        double size = Math.abs(value);
        return size < 10 ? digits : Math.max(0, digits - (int) Math.log10(size));
    }

    void show(double value) {
        if (Double.compare(value, target) == 0) {
            return;
        }
        target = value;
        timeline.stop();
        if (!looks.movesFreely() || !Double.isFinite(value) || !Double.isFinite(shown.get())) {
            shown.set(value);
            return;
        }
        timeline.getKeyFrames().setAll(new KeyFrame(RUN, new KeyValue(shown, value)));
        timeline.playFromStart();
    }
}
