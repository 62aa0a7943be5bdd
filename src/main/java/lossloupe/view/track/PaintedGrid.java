package lossloupe.view.track;

import java.nio.IntBuffer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import lossloupe.app.Frame;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Pixels;
import org.jspecify.annotations.Nullable;

/// Brings a picture that the worker painted onto a canvas; the image is kept while it is the same. Its memory is laid
/// out as the painter's, so that pixels are copied and none is converted.
final class PaintedGrid {
    private @Nullable Pixels shown;
    private @Nullable Copy copy;

    private record Copy(PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Copy of(int width, int height) {
            var pixels = IntBuffer.allocate(width * height);
            var buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
            return new Copy(buffer, new WritableImage(buffer));
        }

        boolean fits(Pixels pixels) {
            return buffer.getWidth() == pixels.width() && buffer.getHeight() == pixels.height();
        }

        void take(Pixels pixels) {
            buffer.updateBuffer(b -> {
                b.getBuffer().put(0, pixels.argb());
                return null; // all of it changed
            });
        }
    }

    /// Draws a picture into `box`, stretched where it was painted for another size; nothing where there is none
    /// yet.
    void draw(GraphicsContext gc, Frame.@Nullable Picture picture, Box box) {
        if (picture == null) {
            return;
        }
        var pixels = picture.pixels();
        var now = copy;
        if (now == null || !now.fits(pixels)) {
            now = Copy.of(pixels.width(), pixels.height());
            copy = now;
            shown = null;
        }
        if (pixels != shown) {
            now.take(pixels);
            shown = pixels;
        }
        gc.setImageSmoothing(false);
        gc.drawImage(now.image(), box.x(), box.y(), box.width(), box.height());
    }
}
