package lossloupe.view;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.FxThread;
import lossloupe.app.Journal;
import lossloupe.app.Notice;
import lossloupe.app.Preferences;
import lossloupe.app.StateFolder;
import lossloupe.compute.LossEngine;
import lossloupe.document.Samples;
import lossloupe.io.NotWrittenException;
import lossloupe.view.dialog.Rehearsal;

/// Starts JavaFX and shows the window.
public final class WindowApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /// Needs no toolkit, and is ready when the toolkit is.
    private static final FutureTask<AppModel> MODEL =
            new FutureTask<>(() -> new AppModel(Samples.seed(), Preferences.kept()));

    /// Runs until the window is closed.
    public static void launch(List<Path> files) {
        Toolkit.prepare();
        Thread.ofPlatform().daemon().name("first model").start(MODEL);
        Application.launch(WindowApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) throws ExecutionException, InterruptedException {
        var model = MODEL.get();
        var preferences = model.preferences();
        var ui = new Ui(model, new Texts(preferences.localeProperty()), new Looks(preferences));
        var screen = Screen.getPrimary().getVisualBounds();
        var window = new AppWindow(ui, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        stage.setScene(window.scene());
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        new WindowTitle(ui).bind(stage);
        window.actions().guard(stage);
        var folder = StateFolder.path();
        var journal = new Journal(model.store(), folder, e -> FxThread.run(() -> model.say(unkept(ui, e))));
        stage.setOnHidden(e -> {
            journal.close();
            model.close();
        });
        stage.show();
        var files = getParameters().getRaw().stream().map(Path::of).toList();
        afterFirstPicture(window.scene(), () -> {
            window.complete();
            window.actions().recover(journal, folder, () -> {
                if (files.isEmpty()) {
                    Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(ui, window.scene()));
                } else {
                    window.actions().open(files);
                }
            });
        });
    }

    /// What the JVM compiles now, nobody waits for later.
    private static void warmUp(Ui ui, Scene scene) {
        LossEngine.warmUp();
        Rehearsal.run(ui, scene);
    }

    /// Runs `task` once the first picture is on the screen: it gets there between the pulse that drew it and the
    /// next.
    private static void afterFirstPicture(Scene scene, Runnable task) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private boolean isDrawn;

            @Override
            public void run() {
                if (isDrawn) {
                    scene.removePostLayoutPulseListener(this);
                    FxThread.run(task);
                } else {
                    isDrawn = true;
                    Platform.requestNextPulse();
                }
            }
        });
    }

    private static Notice unkept(Ui ui, NotWrittenException why) {
        return Notice.error(
                "recover.unkept", ui.texts().now(why.key(), why.args().toArray()));
    }
}
