package lossloupe.export.figure;

import lossloupe.paint.Palette;

/// How a figure looks.
///
/// @param text size of titles and axis names in points; numbers and class names are one smaller
/// @param title above everything; empty for none
/// @param dpi of rasters: the whole PNG, and large heatmaps within SVG and PDF
public record FigureStyle(
        FigureSize size, double text, Palette.Mode mode, String title, Ranges ranges, Parts parts, int dpi) {
    public static final FigureStyle PAPER =
            new FigureStyle(FigureSize.COLUMN, 8, Palette.Mode.LIGHT, "", Ranges.OF_DATA, Parts.ALL, 300);

    public static final double LEAST_TEXT = 4;
    public static final double MOST_TEXT = 48;
    public static final int LEAST_DPI = 30;
    public static final int MOST_DPI = 2400;

    public FigureStyle sized(FigureSize newSize) {
        return new FigureStyle(newSize, text, mode, title, ranges, parts, dpi);
    }

    public FigureStyle withText(double newText) {
        return new FigureStyle(size, newText, mode, title, ranges, parts, dpi);
    }

    public FigureStyle in(Palette.Mode newMode) {
        return new FigureStyle(size, text, newMode, title, ranges, parts, dpi);
    }

    public FigureStyle titled(String newTitle) {
        return new FigureStyle(size, text, mode, newTitle, ranges, parts, dpi);
    }

    public FigureStyle within(Ranges newRanges) {
        return new FigureStyle(size, text, mode, title, newRanges, parts, dpi);
    }

    public FigureStyle with(Parts newParts) {
        return new FigureStyle(size, text, mode, title, ranges, newParts, dpi);
    }

    public FigureStyle at(int newDpi) {
        return new FigureStyle(size, text, mode, title, ranges, parts, newDpi);
    }

    double body() {
        return text;
    }

    /// Of numbers and class names.
    double tick() {
        return Math.max(LEAST_TEXT, text - 1);
    }
}
