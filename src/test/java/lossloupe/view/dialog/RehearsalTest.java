package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import lossloupe.document.Samples;
import lossloupe.io.ImportPlan.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    /// Else it would stop at the first step, and warm nothing.
    @Test
    void itsFileOpens(@TempDir Path folder) throws Exception {
        var file = folder.resolve("a.npz");
        Rehearsal.write(file);
        var plan = Reading.plan(List.of(file), null);
        assertEquals(
                List.of(Role.LOGITS, Role.LABELS),
                plan.items().stream().map(i -> i.role()).toList());
        Rehearsal.open(file);
    }

    /// So that a window which closes at once leaves nothing running.
    @Test
    void endsSoonWhenInterrupted() throws InterruptedException {
        var ui = OnFx.ui(Samples.seed());
        var scene = OnFx.call(() -> new Scene(new StackPane()));
        var thread = Thread.ofPlatform().daemon().start(() -> Rehearsal.run(ui, scene));
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(20)));
    }
}
