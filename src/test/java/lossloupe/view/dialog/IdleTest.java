package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class IdleTest {
    private static final int MILLIS_OF_USE = 1_500;

    @Test
    void waitsForThePersonToRest() throws InterruptedException {
        var ran = new AtomicBoolean();
        var scene = OnFx.call(() -> new Scene(new StackPane()));
        OnFx.run(() -> Idle.run(scene, () -> ran.set(true)));
        long end = System.nanoTime() + MILLIS_OF_USE * 1_000_000L;
        while (System.nanoTime() < end) {
            OnFx.run(() -> Event.fireEvent(scene, key()));
            Thread.sleep(50);
        }
        assertFalse(ran.get(), "in the middle of use");
        OnFx.await(ran::get);
        assertTrue(ran.get());
    }

    private static KeyEvent key() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false);
    }
}
