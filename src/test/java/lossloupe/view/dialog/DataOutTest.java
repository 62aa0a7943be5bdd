package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import lossloupe.document.Samples;
import lossloupe.io.ArraySource;
import lossloupe.view.Ui;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the card promises is what the file holds.
class DataOutTest {
    @TempDir
    private Path folder;

    private Ui ui;
    private Overlay overlay;

    @BeforeEach
    void open() {
        ui = OnFx.ui(Samples.seed());
        OnFx.run(() -> {
            overlay = new Overlay();
            overlay.cover(new Scene(new StackPane(new Button("below")), 900, 700));
            new DataOut(ui, overlay).ask("seed", (name, ending) -> folder.resolve(name + ending));
        });
    }

    private void press(String id) {
        OnFx.run(() -> ((ToggleButton) overlay.lookup("#" + id)).fire());
    }

    private void tick(String id) {
        OnFx.run(() -> ((CheckBox) overlay.lookup("#data-" + id)).fire());
    }

    private String promised() {
        return OnFx.call(() -> ((Label) overlay.lookup("#data-arrays")).getText());
    }

    private void save(String name) {
        OnFx.run(() -> ((Button) overlay.lookup("#accept")).fire());
        OnFx.await(() -> ui.model().noticeProperty().get() != null);
        assertEquals("notice.saved", ui.model().noticeProperty().get().key());
        assertTrue(Files.exists(folder.resolve(name)));
    }

    @Test
    void anArchiveHoldsWhatIsTicked() throws Exception {
        press("data-format-CHANNELS_LAST");
        tick("loss_a");
        tick("series");
        assertEquals(
                "labels  [l, n] = [12, 4]  uint8\nlogits  [l, n] = [12, 4]  float64\nloss_a  [l, n] = [12, 4]  float64",
                promised());
        save("seed.npz");
        var read = ArraySource.read(folder.resolve("seed.npz"));
        assertEquals(
                List.of("labels", "logits", "loss_a"),
                read.arrays().stream().map(a -> a.name()).sorted().toList());
        double loss = ui.model().frame().evaluation().a().terms().get(0, 1, 7);
        assertEquals(loss, read.named("loss_a").orElseThrow().at(7 * 4 + 1));
    }

    @Test
    void anArrayFileHoldsOne() {
        press("data-kind-NPY");
        assertEquals("logits  [n, l] = [4, 12]  float64", promised());
        tick("labels");
        assertEquals("labels  [n, l] = [4, 12]  uint8", promised());
        tick("labels");
        assertTrue(OnFx.call(() -> overlay.lookup("#accept").isDisabled()));
        tick("probabilities_b");
        assertFalse(OnFx.call(() -> overlay.lookup("#accept").isDisabled()));
        save("seed.npy");
    }

    @Test
    void whatATypeCannotHoldIsSaidAndNotWritten() {
        press("data-type-UINT8");
        OnFx.run(() -> ((Button) overlay.lookup("#accept")).fire());
        OnFx.await(() -> ui.model().noticeProperty().get() != null);
        assertEquals("convert.misfit", ui.model().noticeProperty().get().key());
        assertFalse(Files.exists(folder.resolve("seed.npz")));
    }

    @Test
    void runsAreWritten() throws Exception {
        press("data-kind-RUNS");
        save("seed.runs.csv");
        assertTrue(Files.readString(folder.resolve("seed.runs.csv")).startsWith("start,end,class\n1,3,class 1\n"));
    }
}
