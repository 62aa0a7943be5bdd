package lossloupe.view.dialog;

import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/// Waits for a person to rest.
final class Idle {
    private static final Duration REST = Duration.seconds(1);

    private Idle() {}

    /// Runs a task on the FX thread, where this is called, once neither key nor pointer was used in a scene for a
    /// second.
    static void run(Scene scene, Runnable task) {
        var rest = new PauseTransition(REST);
        EventHandler<InputEvent> stir = e -> rest.playFromStart();
        scene.addEventFilter(InputEvent.ANY, stir);
        rest.setOnFinished(e -> {
            scene.removeEventFilter(InputEvent.ANY, stir);
            task.run();
        });
        rest.play();
    }
}
