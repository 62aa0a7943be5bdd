package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import lossloupe.app.AppModel;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Code leaves the window by the clipboard and as a file.
class SnippetDialogTest {
    @TempDir
    Path folder;

    private AppModel model;
    private Overlay overlay;
    private Path chosen = Path.of("");

    private void open(Document document) {
        var ui = OnFx.ui(document);
        model = ui.model();
        OnFx.run(() -> {
            overlay = new Overlay();
            overlay.cover(new Scene(new StackPane(new Button("below")), 1100, 800));
            var files = new Files(ui, overlay, () -> null);
            files.setChooser(new PathChooser() {
                @Override
                public List<Path> toOpen(@Nullable Window owner) {
                    return List.of();
                }

                @Override
                public @Nullable Path toSave(@Nullable Window owner, String suggestedName, String extension) {
                    assertEquals(".py", extension);
                    return chosen;
                }
            });
            files.copyCode();
        });
    }

    private String code() {
        return ((TextArea) overlay.lookup("#snippet-code")).getText();
    }

    private void press(String id) {
        OnFx.run(() -> {
            var node = overlay.lookup("#" + id);
            if (node instanceof ToggleButton toggle) {
                toggle.fire();
            } else {
                ((Button) node).fire();
            }
        });
    }

    @Test
    void theChosenFrameworkAndLossAreCopied() {
        open(Samples.seed());
        OnFx.run(() -> assertTrue(code().contains("in NumPy") && !code().contains("Softmax"), code()));
        press("framework-PYTORCH");
        press("losses-BOTH");
        OnFx.run(() -> {
            assertTrue(code().contains("F.binary_cross_entropy_with_logits(x, z"), code());
            assertTrue(code().contains("F.cross_entropy("), code());
            var shown = code();
            ((Button) overlay.lookup("#accept")).fire();
            assertEquals(shown, Clipboard.getSystemClipboard().getString());
            assertFalse(overlay.isOpen());
        });
    }

    @Test
    void manyNumbersAreSavedBesideTheCode() throws IOException {
        chosen = folder.resolve("long.py");
        open(Samples.random(new Samples.Recipe(1, 3, 5000, -2, 2, .3, 1), LossSetup.DEFAULT));
        press("save");
        OnFx.await(() -> java.nio.file.Files.exists(chosen));
        OnFx.await(() -> model.jobs().runningProperty().get() == null);
        var text = java.nio.file.Files.readString(chosen);
        assertTrue(text.contains("np.load(\"long.npz\")"), text);
        assertTrue(java.nio.file.Files.exists(folder.resolve("long.npz")));
    }
}
