package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.Preferences;
import lossloupe.document.Document;
import lossloupe.view.AppWindow;
import lossloupe.view.Looks;
import lossloupe.view.Texts;
import lossloupe.view.Ui;

/// Runs parts of tests on the FX thread of the headless toolkit, which is started once.
public final class OnFx {
    private static final long PATIENCE_SECONDS = 30;

    static {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // Another test class was first.
        }
        Platform.setImplicitExit(false);
    }

    private OnFx() {}

    public static <T> T call(Callable<T> part) {
        var task = new FutureTask<>(part);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new AssertionError(e.getCause());
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable part) {
        call(() -> {
            part.run();
            return null;
        });
    }

    /// Lets the toolkit work until `condition`, asked on the FX thread, holds.
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    /// The whole window in a stage of its own, 1440 by 900.
    public static Stage show(Ui ui) {
        return call(() -> {
            var stage = new Stage();
            stage.setScene(AppWindow.whole(ui, 1440, 900).scene());
            stage.show();
            return stage;
        });
    }

    /// A model with its words and looks, on the FX thread, with preferences that nobody keeps.
    public static Ui ui(Document document) {
        return call(() -> {
            var preferences = Preferences.fleeting();
            var model = new AppModel(document, preferences);
            return new Ui(model, new Texts(preferences.localeProperty()), new Looks(preferences));
        });
    }
}
