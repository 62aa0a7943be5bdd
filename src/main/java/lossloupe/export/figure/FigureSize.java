package lossloupe.export.figure;

import java.util.Locale;
import java.util.regex.Pattern;

/// The size of a figure in points (1/72 inch).
///
/// @param words as it was written, such as `85mm`
/// @param height 0 for as high as what it shows needs
public record FigureSize(String words, double width, double height) {
    private static final double PER_MM = 72 / 25.4;
    private static final double PER_PX = 72 / 96.0;
    private static final double MOST = 14_400;
    private static final double A4 = 297 * PER_MM;

    /// Times the size of its text, a slide is as wide.
    private static final double OF_A_LINE = 53;

    private static final Pattern WORDS = Pattern.compile("([0-9.]+)(?:x([0-9.]+))?(mm|in|px|pt)?");

    /// One column of most journals.
    public static final FigureSize COLUMN = new FigureSize("85mm", 85 * PER_MM, 0);

    /// Reads `85mm`, `3.35in`, `175x90mm`, `1600x900` (CSS pixels, 96 per inch), `slide` (16:9) or `square`.
    ///
    /// @throws IllegalArgumentException where it is none of these or no size to print
    public static FigureSize of(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        switch (words) {
            case "slide" -> {
                return new FigureSize(words, 960, 540);
            }
            case "square" -> {
                return new FigureSize(words, 85 * PER_MM, 85 * PER_MM);
            }
            default -> {}
        }
        var found = WORDS.matcher(words);
        if (!found.matches()) {
            throw new IllegalArgumentException(text);
        }
        double unit = unit(found.group(3));
        var height = found.group(2);
        try {
            var size = new FigureSize(
                    words,
                    Double.parseDouble(found.group(1)) * unit,
                    height == null ? 0 : Double.parseDouble(height) * unit);
            if (size.width < 30 || size.width > MOST || size.height > MOST || (size.height > 0 && size.height < 30)) {
                throw new IllegalArgumentException(text);
            }
            return size;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /// The text that is usual on a page of this size: one wider than A4 is seen from afar.
    public double text() {
        boolean isFar = height > 0 && width > A4;
        return isFar ? Math.min(FigureStyle.MOST_TEXT, Math.rint(width / OF_A_LINE)) : FigureStyle.PAPER.text();
    }

    private static double unit(@org.jspecify.annotations.Nullable String name) {
        return switch (name == null ? "px" : name) {
            case "mm" -> PER_MM;
            case "in" -> 72;
            case "pt" -> 1;
            default -> PER_PX;
        };
    }
}
