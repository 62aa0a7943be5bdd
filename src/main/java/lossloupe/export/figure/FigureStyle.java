package lossloupe.export.figure;

import lossloupe.paint.Palette;

/// How a figure looks.
///
/// @param body size of titles and axis names in points
/// @param tick size of tick labels, class names and numbers
/// @param title above everything; empty for none
/// @param lossTop upper end of the loss scale, so that figures of a series share it; 0 to follow the data
/// @param dpi of rasters: the whole PNG, and large heatmaps within SVG and PDF
public record FigureStyle(
        FigureSize size, double body, double tick, Palette.Mode mode, String title, double lossTop, int dpi) {
    public static final FigureStyle PAPER = new FigureStyle(FigureSize.COLUMN, 8, 7, Palette.Mode.LIGHT, "", 0, 300);

    public FigureStyle sized(FigureSize newSize) {
        return new FigureStyle(newSize, body, tick, mode, title, lossTop, dpi);
    }

    public FigureStyle in(Palette.Mode newMode) {
        return new FigureStyle(size, body, tick, newMode, title, lossTop, dpi);
    }

    public FigureStyle titled(String newTitle) {
        return new FigureStyle(size, body, tick, mode, newTitle, lossTop, dpi);
    }

    public FigureStyle withLossTop(double top) {
        return new FigureStyle(size, body, tick, mode, title, top, dpi);
    }

    public FigureStyle at(int newDpi) {
        return new FigureStyle(size, body, tick, mode, title, lossTop, newDpi);
    }

    public FigureStyle withText(double newBody, double newTick) {
        return new FigureStyle(size, newBody, newTick, mode, title, lossTop, dpi);
    }
}
