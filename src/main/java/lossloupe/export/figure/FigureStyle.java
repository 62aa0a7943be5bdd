package lossloupe.export.figure;

import java.util.Set;
import lossloupe.paint.Palette;

/// How a figure looks.
///
/// @param text size of titles and axis names in points; numbers and class names are one smaller
/// @param title above everything; empty for none
/// @param without parts left away
/// @param dpi of rasters: the whole PNG, and large heatmaps within SVG and PDF
public record FigureStyle(
        FigureSize size, double text, Palette.Mode mode, String title, Ranges ranges, Set<Part> without, int dpi) {
    public static final FigureStyle PAPER =
            new FigureStyle(FigureSize.COLUMN, 8, Palette.Mode.LIGHT, "", Ranges.OF_DATA, Set.of(), 300);

    public static final double LEAST_TEXT = 4;
    public static final double MOST_TEXT = 48;
    public static final int LEAST_DPI = 30;
    public static final int MOST_DPI = 2400;

    public FigureStyle {
        without = Set.copyOf(without);
    }

    /// Whether a text of this many points can be read and fits a page.
    public static boolean isText(double points) {
        return points >= LEAST_TEXT && points <= MOST_TEXT;
    }

    public static boolean isDpi(int dpi) {
        return dpi >= LEAST_DPI && dpi <= MOST_DPI;
    }

    public FigureStyle sized(FigureSize newSize) {
        return new FigureStyle(newSize, text, mode, title, ranges, without, dpi);
    }

    public FigureStyle withText(double newText) {
        return new FigureStyle(size, newText, mode, title, ranges, without, dpi);
    }

    public FigureStyle in(Palette.Mode newMode) {
        return new FigureStyle(size, text, newMode, title, ranges, without, dpi);
    }

    public FigureStyle titled(String newTitle) {
        return new FigureStyle(size, text, mode, newTitle, ranges, without, dpi);
    }

    public FigureStyle within(Ranges newRanges) {
        return new FigureStyle(size, text, mode, title, newRanges, without, dpi);
    }

    public FigureStyle without(Set<Part> parts) {
        return new FigureStyle(size, text, mode, title, ranges, parts, dpi);
    }

    public FigureStyle at(int newDpi) {
        return new FigureStyle(size, text, mode, title, ranges, without, newDpi);
    }

    boolean has(Part part) {
        return !without.contains(part);
    }

    double body() {
        return text;
    }

    /// How much larger lines and marks are than on paper: those of a slide are seen from as far as its text.
    double unit() {
        return Math.max(1, text / PAPER.text);
    }

    /// Of numbers and class names.
    double tick() {
        return Math.max(LEAST_TEXT, text - 1);
    }
}
