package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void endsByItself() throws InterruptedException {
        var thread = Thread.ofPlatform().daemon().start(WarmUp::run);
        assertTrue(thread.join(Duration.ofSeconds(60)));
    }

    /// So that a window which closes at once leaves nothing running.
    @Test
    void endsSoonWhenInterrupted() throws InterruptedException {
        var thread = Thread.ofPlatform().daemon().start(WarmUp::run);
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(20)));
        assertFalse(thread.isAlive());
    }
}
