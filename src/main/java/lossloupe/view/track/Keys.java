package lossloupe.view.track;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Whether the space bar is held, which turns a drag into panning. JavaFX mouse events do not say.
final class Keys {
    private static final String HELD = "lossloupe.space";

    private Keys() {}

    /// Starts to watch a scene's space bar.
    static void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                scene.getProperties().put(HELD, true);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                scene.getProperties().remove(HELD);
            }
        });
    }

    static boolean isSpaceDown(@Nullable Scene scene) {
        return scene != null && scene.getProperties().containsKey(HELD);
    }
}
