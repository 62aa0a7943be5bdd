package lossloupe.view.track;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import lossloupe.app.Frame;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Pixels;
import org.jspecify.annotations.Nullable;

/// Brings a picture that the worker painted onto a canvas; the image is kept while it is the same.
final class PaintedGrid {
    private @Nullable Pixels shown;
    private @Nullable WritableImage image;

    /// Draws a picture into `box`, stretched where it was painted for another size; nothing where there is none
    /// yet.
    void draw(GraphicsContext gc, Frame.@Nullable Picture picture, Box box) {
        if (picture == null) {
            return;
        }
        var pixels = picture.pixels();
        var now = image;
        if (now == null || now.getWidth() != pixels.width() || now.getHeight() != pixels.height()) {
            now = new WritableImage(pixels.width(), pixels.height());
            image = now;
            shown = null;
        }
        if (pixels != shown) {
            now.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            pixels.width(),
                            pixels.height(),
                            PixelFormat.getIntArgbPreInstance(),
                            pixels.argb(),
                            0,
                            pixels.width());
            shown = pixels;
        }
        gc.setImageSmoothing(false);
        gc.drawImage(now, box.x(), box.y(), box.width(), box.height());
    }
}
