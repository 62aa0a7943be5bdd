package lossloupe.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import lossloupe.app.AppModel;
import lossloupe.app.Panel;
import lossloupe.app.Preferences;
import lossloupe.app.Track;
import lossloupe.document.Document;
import lossloupe.export.PngWriter;
import lossloupe.paint.Pixels;
import org.jspecify.annotations.Nullable;

/// The command `screenshot`: opens the window where nobody sees it and writes its picture.
public final class Screenshot {
    /// What is to be pictured, and how.
    ///
    /// @param scale pixels per logical pixel
    /// @param shown tracks to open beside the usual ones
    /// @param panel what the drawer shows, or null
    /// @param from first visible position, or −1 for all
    /// @param to end of the visible positions
    public record Request(
            Document document,
            Path output,
            int width,
            int height,
            double scale,
            Preferences.Theme theme,
            Locale locale,
            java.util.Set<Track> shown,
            @Nullable Panel panel,
            int from,
            int to) {}

    private Screenshot() {}

    /// Writes the picture; returns once it is there. The toolkit runs without a display and ends afterwards.
    ///
    /// @throws IOException where the picture cannot be written
    public static void write(Request request) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Toolkit.prepare();
        var picture = new CompletableFuture<Pixels>();
        Platform.startup(() -> {
            try {
                open(request, picture);
            } catch (RuntimeException e) {
                picture.completeExceptionally(e);
            }
        });
        try {
            PngWriter.write(picture.get(), request.output());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void open(Request request, CompletableFuture<Pixels> picture) {
        var preferences = Preferences.fleeting();
        preferences.themeProperty().set(request.theme());
        preferences.localeProperty().set(request.locale());
        preferences.motionProperty().set(Preferences.Motion.REDUCED);
        var model = new AppModel(request.document(), preferences);
        var ui = new Ui(model, new Texts(preferences.localeProperty()), new Looks(preferences));
        ui.looks().renderScaleProperty().set(request.scale());
        request.shown().forEach(track -> model.look(v -> v.opened(track)));
        model.look(v -> v.withPanel(request.panel()));
        if (request.from() >= 0) {
            model.look(v ->
                    v.withViewport(v.viewport().placed(request.from(), request.to() - (double) request.from())));
        }
        var window = AppWindow.whole(ui, request.width(), request.height());
        var stage = new Stage();
        stage.setScene(window.scene());
        stage.show();
        WindowPicture.whenSettled(model, window.scene(), request.scale(), pixels -> {
            stage.close();
            model.close();
            picture.complete(pixels);
        });
    }
}
