package lossloupe.export.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The faces of figures, brought along so that a figure looks alike on every machine and its text can be embedded.
final class Face {
    /// The metric twin of Arial, which journals ask for; PDFBox brings it.
    static final Face LATIN = new Face("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    /// What JIS X 0208 has beyond Latin and Greek.
    private static final Face JAPANESE = new Face("LossLoupeSansJP-Regular.ttf");

    /// In order of preference.
    static final List<Face> ALL = List.of(LATIN, JAPANESE);

    /// Text that one face shows.
    record Run(String text, Font font) {}

    private final String resource;
    private final Font font;

    private Face(String resource) {
        this.resource = resource;
        try (var in = file()) {
            this.font = Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The name that registers it with a PDF.
    String name() {
        return font.getFontName(Locale.ROOT);
    }

    String family() {
        return font.getFamily(Locale.ROOT);
    }

    /// The TrueType file; the caller closes it.
    InputStream file() {
        return Objects.requireNonNull(Face.class.getResourceAsStream(resource), resource);
    }

    Font font(double size) {
        return font.deriveFont((float) size);
    }

    /// `text` cut where the face changes. What no face here has, as emoji, is left to a face of the machine, and to
    /// outlines in PDF.
    static List<Run> runs(String text, double size) {
        var runs = new ArrayList<Run>();
        int from = 0;
        while (from < text.length()) {
            var font = showing(text.codePointAt(from), size);
            int to = from;
            while (to < text.length() && showing(text.codePointAt(to), size).equals(font)) {
                to += Character.charCount(text.codePointAt(to));
            }
            runs.add(new Run(text.substring(from, to), font));
            from = to;
        }
        return runs;
    }

    private static Font showing(int codePoint, double size) {
        return ALL.stream()
                .filter(f -> f.font.canDisplay(codePoint))
                .findFirst()
                .map(f -> f.font(size))
                .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
    }
}
