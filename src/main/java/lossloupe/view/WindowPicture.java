package lossloupe.view;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;
import javafx.util.Duration;
import lossloupe.app.AppModel;
import lossloupe.paint.Pixels;

/// A picture of the whole window, as `screenshot` and «Save picture» write it.
public final class WindowPicture {
    private static final double POLL_MILLIS = 30;
    private static final int QUIET_POLLS = 4;

    private WindowPicture() {}

    /// The scene as it now stands, `scale` pixels per logical pixel.
    public static Pixels take(Scene scene, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(scene.getFill());
        var image = scene.getRoot().snapshot(parameters, null);
        return pixels(image, scene.getWidth() * scale, scene.getHeight() * scale);
    }

    /// A part of the window as it now stands, on `paper`.
    public static Pixels take(Region region, Paint paper, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(paper);
        var place = region.localToParent(region.getLayoutBounds());
        // Within its edges: shadows reach beyond.
        parameters.setViewport(new Rectangle2D(
                scale * place.getMinX(), scale * place.getMinY(), scale * place.getWidth(), scale * place.getHeight()));
        var image = region.snapshot(parameters, null);
        return pixels(image, image.getWidth(), image.getHeight());
    }

    private static Pixels pixels(Image image, double across, double down) {
        int width = (int) Math.round(across);
        int height = (int) Math.round(down);
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        return new Pixels(width, height, argb);
    }

    /// Waits until nothing is on its way to the window, then hands the picture over.
    public static void whenSettled(AppModel model, Scene scene, double scale, Consumer<Pixels> taken) {
        whenSettled(model, () -> taken.accept(take(scene, scale)));
    }

    /// Lets canvases draw `scale` pixels per logical pixel, waits until they have, and hands over what `take`
    /// gives.
    public static void sharp(Ui ui, double scale, Supplier<Pixels> take, Consumer<Pixels> taken) {
        var renderScale = ui.looks().renderScaleProperty();
        double before = renderScale.get();
        renderScale.set(scale);
        whenSettled(ui.model(), () -> {
            var pixels = take.get();
            renderScale.set(before);
            taken.accept(pixels);
        });
    }

    /// Waits until nothing is on its way to the window.
    private static void whenSettled(AppModel model, Runnable then) {
        var timeline = new Timeline();
        var quiet = new int[1];
        timeline.getKeyFrames().add(new KeyFrame(Duration.millis(POLL_MILLIS), e -> {
            boolean busy = !model.isSettled() || model.jobs().runningProperty().get() != null;
            quiet[0] = busy ? 0 : quiet[0] + 1;
            if (quiet[0] == QUIET_POLLS) {
                timeline.stop();
                then.run();
            }
        }));
        timeline.setCycleCount(Timeline.INDEFINITE);
        timeline.play();
    }
}
