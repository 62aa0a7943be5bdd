package lossloupe.export.figure;

import java.util.List;
import lossloupe.export.figure.Sheet.Align;

/// The common axis of positions: where the plots of a stack lie, and its ticks.
///
/// @param gutter room for class names at the left
/// @param side room for colour bars at the right
record Frame(double x, double width, double gutter, double side, int length, List<String> names) {
    double plotX() {
        return x + gutter;
    }

    double plotWidth() {
        return width - gutter - side;
    }

    /// The middle of a position.
    double at(double position) {
        return plotX() + (position + 0.5) * plotWidth() / length;
    }

    /// Ticks below, with the axis' name.
    void axis(Sheet sheet, double y, String name) {
        double size = sheet.style().tick();
        int most = Math.max(2, (int) (plotWidth() / (3.2 * size)));
        for (double tick : Ticks.of(0, length - 1.0, Math.min(most, Math.max(1, length - 1)))) {
            if (tick == Math.rint(tick)) {
                sheet.line(
                        at(tick),
                        y,
                        at(tick),
                        y + sheet.scaled(2.5),
                        0.5,
                        sheet.palette().mute());
                sheet.text(
                        Ticks.text(tick),
                        at(tick),
                        y + sheet.scaled(3.5) + size / 2,
                        Align.CENTER,
                        size,
                        sheet.palette().ink());
            }
        }
        sheet.line(plotX(), y, plotX() + plotWidth(), y, 0.5, sheet.palette().mute());
        if (!sheet.style().has(Part.AXES)) {
            return;
        }
        double below = y + sheet.scaled(4.5) + 1.4 * size + sheet.style().body() / 2;
        sheet.text(
                name,
                plotX() + plotWidth() / 2,
                below,
                Align.CENTER,
                sheet.style().body(),
                sheet.palette().ink());
    }

    static double axisHeight(Sheet sheet) {
        double name = sheet.style().has(Part.AXES) ? 1.3 * sheet.style().body() : 0;
        return sheet.scaled(5) + 1.5 * sheet.style().tick() + name;
    }
}
