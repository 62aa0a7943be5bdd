package lossloupe.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import lossloupe.io.AtomicFile;
import lossloupe.paint.Pixels;

/// Writes pictures as PNG.
public final class PngWriter {
    private PngWriter() {}

    /// Writes `pixels` to `file`, whole or not at all.
    ///
    /// @throws IOException where the folder cannot be written to
    public static void write(Pixels pixels, Path file) throws IOException {
        var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        ImageIO.setUseCache(false);
        AtomicFile.write(file, out -> {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no PNG writer");
            }
        });
    }
}
