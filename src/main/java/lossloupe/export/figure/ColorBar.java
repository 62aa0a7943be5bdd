package lossloupe.export.figure;

import java.util.List;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.ColorScale;
import lossloupe.tensor.Extremes;

/// The key of a colour scale. An end is pointed where values lie beyond it, since they wear the colour of the end.
///
/// @param under whether values lie below the low end
/// @param over whether values lie above the high end
record ColorBar(ColorScale scale, boolean under, boolean over) {
    private static final double STRIP = 5;
    private static final double TICK = 1.8;
    private static final double GAP = 1.6;
    private static final int MOST_TICKS = 5;

    /// Of how far a value may pass an end by rounding alone, as a share of the range.
    private static final double SLACK = 1e-9;

    static ColorBar of(ColorScale scale, Extremes seen) {
        double slack = SLACK * (scale.high() - scale.low());
        return new ColorBar(scale, seen.min() < scale.low() - slack, seen.max() > scale.high() + slack);
    }

    /// The room it takes with its numbers, in points.
    double width(Sheet sheet, double height) {
        double size = sheet.style().tick();
        double widest = ticks(sheet, height).stream()
                .mapToDouble(t -> sheet.width(Ticks.text(t), size))
                .max()
                .orElse(0);
        return strip(sheet) + sheet.scaled(TICK + GAP) + widest;
    }

    private static double strip(Sheet sheet) {
        return sheet.scaled(STRIP);
    }

    void draw(Sheet sheet, double x, double y, double height) {
        double strip = strip(sheet);
        double top = y + (over ? tip(height) : 0);
        double bottom = y + height - (under ? tip(height) : 0);
        double middle = x + strip / 2;
        int steps = Math.max(16, (int) (2 * (bottom - top)));
        double step = (bottom - top) / steps;
        for (int i = 0; i < steps; i++) {
            // Overlapping, so that no seams show.
            double overlap = i == steps - 1 ? 0 : 0.05;
            sheet.fill(x, bottom - (i + 1) * step - overlap, strip, step + overlap, scale.colorAt((i + 0.5) / steps));
        }
        if (over) {
            sheet.polygon(scale.colorAt(1), x, top, middle, y, x + strip, top);
        }
        if (under) {
            sheet.polygon(scale.colorAt(0), x, bottom, middle, y + height, x + strip, bottom);
        }
        int mute = sheet.palette().mute();
        sheet.outline(
                mute,
                0.4,
                x,
                top,
                middle,
                over ? y : top,
                x + strip,
                top,
                x + strip,
                bottom,
                middle,
                under ? y + height : bottom,
                x,
                bottom);
        numbers(sheet, x + strip, top, bottom, height);
    }

    private void numbers(Sheet sheet, double x, double top, double bottom, double height) {
        double size = sheet.style().tick();
        for (double tick : ticks(sheet, height)) {
            double at = bottom - (bottom - top) * (tick - scale.low()) / (scale.high() - scale.low());
            sheet.line(x, at, x + sheet.scaled(TICK), at, 0.5, sheet.palette().mute());
            sheet.text(
                    Ticks.text(tick),
                    x + sheet.scaled(TICK + GAP),
                    at,
                    Align.LEFT,
                    size,
                    sheet.palette().ink());
        }
    }

    /// Round numbers; the ends where no two of those fit.
    private List<Double> ticks(Sheet sheet, double height) {
        double size = sheet.style().tick();
        double strip = height - (under ? tip(height) : 0) - (over ? tip(height) : 0);
        int most = Math.clamp((long) (strip / (1.2 * size)), 1, MOST_TICKS);
        var round = Ticks.of(scale.low(), scale.high(), most);
        return round.size() > 1 ? round : List.of(scale.low(), scale.high());
    }

    private static double tip(double height) {
        return Math.min(STRIP, 0.16 * height);
    }
}
