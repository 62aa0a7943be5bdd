package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import lossloupe.export.figure.Sheet.Align;

/// What is drawn in which colour, in as many lines as it needs; nothing where the style goes without.
record Legend(List<Entry> entries) {
    private static final double SAMPLE = 11;
    private static final double BETWEEN = 9;

    /// How something is drawn.
    enum Mark {
        LINE,
        DASHES,
        DOT,
        BOX,
        HATCH
    }

    record Entry(Mark mark, int color, String name) {
        double width(Sheet sheet) {
            return sample() + 3 + sheet.width(name, sheet.style().tick());
        }

        private double sample() {
            return mark == Mark.BOX || mark == Mark.DOT ? 6 : SAMPLE;
        }

        void draw(Sheet sheet, double x, double y) {
            switch (mark) {
                case LINE -> sheet.line(x, y, x + SAMPLE, y, 1.2, color);
                case DASHES -> sheet.dashed(x, y, x + SAMPLE, y, color);
                case DOT -> sheet.dot(x + 3, y, 2.2, color);
                case BOX -> sheet.fill(x, y - 3, 6, 6, color);
                case HATCH -> {
                    sheet.fill(x, y - 3, SAMPLE, 6, color);
                    sheet.hatch(x, y - 3, SAMPLE, 6, sheet.palette().panel());
                }
            }
            double size = sheet.style().tick();
            sheet.text(
                    name, x + sample() + 3, y, Align.LEFT, size, sheet.palette().ink());
        }
    }

    double height(Sheet sheet, double width) {
        return lines(sheet, width).size() * line(sheet);
    }

    private static double line(Sheet sheet) {
        return 1.5 * sheet.style().tick();
    }

    void draw(Sheet sheet, double x, double y, double width) {
        double middle = y + line(sheet) / 2;
        for (var line : lines(sheet, width)) {
            double at = x;
            for (var entry : line) {
                entry.draw(sheet, at, middle);
                at += entry.width(sheet) + BETWEEN;
            }
            middle += line(sheet);
        }
    }

    private List<List<Entry>> lines(Sheet sheet, double width) {
        var lines = new ArrayList<List<Entry>>();
        double left = 0;
        for (var entry : sheet.style().has(Part.LEGEND) ? entries : List.<Entry>of()) {
            if (lines.isEmpty() || entry.width(sheet) > left) {
                lines.add(new ArrayList<>());
                left = width;
            }
            lines.getLast().add(entry);
            left -= entry.width(sheet) + BETWEEN;
        }
        return lines;
    }
}
