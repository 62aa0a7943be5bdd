package lossloupe.view.action;

import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What actions need of the window beside the model; the scene is known once they are installed.
final class Hooks {
    private final Runnable typeSelectedLogit;
    private @Nullable Scene scene;

    Hooks(Runnable typeSelectedLogit) {
        this.typeSelectedLogit = typeSelectedLogit;
    }

    void installed(Scene newScene) {
        scene = newScene;
    }

    void typeSelectedLogit() {
        typeSelectedLogit.run();
    }

    @Nullable
    Window window() {
        return scene == null ? null : scene.getWindow();
    }

    @Nullable
    Stage stage() {
        return window() instanceof Stage stage ? stage : null;
    }

    Scene scene() {
        if (scene == null) {
            throw new IllegalStateException("the actions are not installed in a scene");
        }
        return scene;
    }
}
