package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import lossloupe.export.figure.Sheet.Align;

/// What is drawn in which colour, in as many lines as it needs; nothing where the style goes without.
record Legend(List<Entry> entries) {
    private static final double SAMPLE = 11;
    private static final double BOX = 6;
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
            return sample(sheet)
                    + 3 * sheet.style().unit()
                    + sheet.width(name, sheet.style().tick());
        }

        private double sample(Sheet sheet) {
            return (mark == Mark.BOX || mark == Mark.DOT ? BOX : SAMPLE)
                    * sheet.style().unit();
        }

        void draw(Sheet sheet, double x, double y) {
            double unit = sheet.style().unit();
            double wide = sample(sheet);
            double high = BOX * unit;
            switch (mark) {
                case LINE -> sheet.line(x, y, x + wide, y, 1.2, color);
                case DASHES -> sheet.dashed(x, y, x + wide, y, color);
                case DOT -> sheet.dot(x + wide / 2, y, 2.2 * unit, color);
                case BOX -> sheet.fill(x, y - high / 2, wide, high, color);
                case HATCH -> {
                    sheet.fill(x, y - high / 2, wide, high, color);
                    sheet.hatch(x, y - high / 2, wide, high, sheet.palette().panel());
                }
            }
            double size = sheet.style().tick();
            sheet.text(
                    name,
                    x + wide + 3 * unit,
                    y,
                    Align.LEFT,
                    size,
                    sheet.palette().ink());
        }
    }

    private static double between(Sheet sheet) {
        return sheet.scaled(BETWEEN);
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
            new Legend(line).drawLine(sheet, x, middle);
            middle += line(sheet);
        }
    }

    /// The room of all entries on one line.
    double width(Sheet sheet) {
        return entries.stream()
                        .mapToDouble(e -> e.width(sheet) + between(sheet))
                        .sum()
                - between(sheet);
    }

    /// All entries on one line around `middle`.
    void drawLine(Sheet sheet, double x, double middle) {
        double at = x;
        for (var entry : entries) {
            entry.draw(sheet, at, middle);
            at += entry.width(sheet) + between(sheet);
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
            left -= entry.width(sheet) + between(sheet);
        }
        return lines;
    }
}
