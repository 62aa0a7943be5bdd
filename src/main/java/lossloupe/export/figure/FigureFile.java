package lossloupe.export.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Dimension;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lossloupe.io.AtomicFile;
import lossloupe.io.NotWrittenException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SimpleImageHandler;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Writes figures as PNG with their resolution, or as SVG and PDF with text as text. No dates, no random ids: the same
/// figure gives the same bytes.
public enum FigureFile {
    PNG {
        @Override
        void write(Figure figure, OutputStream out) throws IOException {
            var image = figure.image();
            ImageIO.setUseCache(false);
            var writer = ImageIO.getImageWritersByFormatName("png").next();
            var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
            var root = new IIOMetadataNode("javax_imageio_png_1.0");
            var physical = new IIOMetadataNode("pHYs");
            var perMetre = Long.toString(Math.round(figure.style().dpi() / 0.0254));
            physical.setAttribute("pixelsPerUnitXAxis", perMetre);
            physical.setAttribute("pixelsPerUnitYAxis", perMetre);
            physical.setAttribute("unitSpecifier", "meter");
            root.appendChild(physical);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            try (var stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(new IIOImage(image, null, metadata));
            } finally {
                writer.dispose();
            }
        }
    },
    SVG {
        @Override
        void write(Figure figure, OutputStream out) throws IOException {
            try {
                var document = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .getDOMImplementation()
                        .createDocument("http://www.w3.org/2000/svg", "svg", null);
                var context = SVGGeneratorContext.createDefault(document);
                context.setComment("LossLoupe");
                context.setPrecision(4);
                context.setGenericImageHandler(new SimpleImageHandler(new InlinePng()));
                var graphics = new SVGGraphics2D(context, false);
                graphics.setSVGCanvasSize(
                        new Dimension((int) Math.ceil(figure.width()), (int) Math.ceil(figure.height())));
                figure.draw(graphics, true);
                var root = graphics.getRoot();
                root.setAttributeNS(null, "width", points(figure.width()));
                root.setAttributeNS(null, "height", points(figure.height()));
                root.setAttributeNS(
                        null, "viewBox", "0 0 %s %s".formatted(number(figure.width()), number(figure.height())));
                var text = new StringWriter();
                graphics.stream(root, text, false, false);
                try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                    var families = families();
                    writer.write(text.toString()
                            .replace("'Dialog'", families)
                            .replace("'" + Face.LATIN.family() + "'\"", families + "\""));
                }
            } catch (ParserConfigurationException e) {
                throw new IOException(e);
            }
        }
    },
    PDF {
        @Override
        void write(Figure figure, OutputStream out) throws IOException {
            try (var document = new PDDocument()) {
                document.setDocumentId(0L);
                var page = new PDPage(new PDRectangle((float) figure.width(), (float) figure.height()));
                document.addPage(page);
                var graphics = new PdfBoxGraphics2D(document, (float) figure.width(), (float) figure.height());
                var fonts = new PdfBoxGraphics2DFontTextDrawer();
                for (var face : Face.ALL) {
                    try (var file = face.file()) {
                        fonts.registerFont(face.name(), file);
                    }
                }
                graphics.setFontTextDrawer(fonts);
                figure.draw(graphics, false);
                graphics.dispose();
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawForm(graphics.getXFormObject());
                }
                document.save(out);
            }
        }
    };

    /// Rasters within the file. Batik's own encoder would need another library.
    private static final class InlinePng extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException("a picture within the figure", e);
            }
        }
    }

    /// For readers without the face. Not a constant: whoever names a kind of file must not load a face for it.
    private static String families() {
        return "'" + Face.LATIN.family()
                + "', Arial, Helvetica, 'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif";
    }

    abstract void write(Figure figure, OutputStream out) throws IOException;

    /// The kind of file that an ending asks for.
    ///
    /// @throws IllegalArgumentException where the name ends otherwise
    public static FigureFile of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> name.endsWith("." + f.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// Writes a figure to `file`, whole or not at all, in the kind that its ending asks for.
    ///
    /// @throws IOException where it cannot be written; what was there stays
    public static void write(Figure figure, Path file) throws IOException {
        var kind = of(file);
        if (kind == PNG && !figure.fits()) {
            throw NotWrittenException.because(
                    "write.tooLarge",
                    file,
                    Long.toString(figure.pixels(figure.width())),
                    Long.toString(figure.pixels(figure.height())));
        }
        AtomicFile.write(file, out -> kind.write(figure, out));
    }

    private static String points(double value) {
        return number(value) + "pt";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
