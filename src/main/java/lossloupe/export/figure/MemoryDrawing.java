package lossloupe.export.figure;

import java.util.Comparator;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import lossloupe.export.figure.Legend.Entry;
import lossloupe.export.figure.Legend.Mark;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.Argb;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;

/// The boxes of both layouts in memory order, coloured by class: which neighbours a cell has in memory. Lines of boxes
/// are as long as a page has room for; on one that is higher than needed, as long as makes the boxes largest.
final class MemoryDrawing implements Drawing {
    /// More boxes than this say no more.
    private static final int MOST = 96;

    private static final double LEAST_BOX = 9.5;
    private static final double BOX = 9;
    private static final double GAP = 0.8;

    /// How much wider a box may be than high, or higher than wide.
    private static final double MOST_WIDE = 1.8;

    private static final double MOST_HIGH = 1.3;

    /// What lines that end where a row of an array ends are worth, in area.
    private static final double OF_WHOLE_ROWS = 2;

    private final FigureInput input;
    private final int boxes;

    /// How the boxes of one layout lie, in points.
    ///
    /// @param wide of a box and the gap beside it
    /// @param high of a box
    private record Plan(int perLine, int lines, double wide, double high) {
        double height(Sheet sheet) {
            return lines * (high + numbers(sheet));
        }
    }

    MemoryDrawing(FigureInput input) {
        this.input = input;
        this.boxes = (int) Math.min(MOST, input.evaluation().document().shape().size());
    }

    /// The line of places in memory below boxes.
    private static double numbers(Sheet sheet) {
        return 1.6 * sheet.style().tick();
    }

    private static double head(Sheet sheet) {
        return 2.4 * sheet.style().body();
    }

    /// As few lines as the width allows: of whole rows of an array where those fill half of it, else of the same
    /// length as far as the number of boxes allows.
    private Plan plan(Sheet sheet, double width) {
        int most = Math.min(boxes, Math.max(8, (int) (width / sheet.scaled(LEAST_BOX))));
        int even = Math.ceilDiv(boxes, Math.ceilDiv(boxes, most));
        int perLine = IntStream.rangeClosed(Math.ceilDiv(most, 2), most)
                .filter(this::isOfWholeRows)
                .boxed()
                .min(Comparator.comparingInt(p -> Math.ceilDiv(boxes, p)))
                .orElse(even);
        double high = sheet.scaled(BOX);
        return new Plan(perLine, Math.ceilDiv(boxes, perLine), Math.min(MOST_WIDE * high, width / perLine), high);
    }

    /// The plan whose boxes are largest in the height that is there.
    private Plan plan(Sheet sheet, double width, double height) {
        var best = plan(sheet, width);
        double room = (height - legend().height(sheet, width)) / 2 - head(sheet);
        double score = 0;
        for (int perLine = 4; perLine <= boxes; perLine++) {
            int lines = Math.ceilDiv(boxes, perLine);
            double high = room / lines - numbers(sheet);
            double wide = Math.min(width / perLine, MOST_WIDE * high);
            var plan = new Plan(perLine, lines, wide, Math.min(high, MOST_HIGH * wide));
            double area = plan.wide * plan.high * (isOfWholeRows(perLine) ? OF_WHOLE_ROWS : 1);
            if (high > 0 && area > score) {
                score = area;
                best = plan;
            }
        }
        return best;
    }

    private boolean isOfWholeRows(int perLine) {
        var shape = input.evaluation().document().shape();
        return perLine % shape.length() == 0 && perLine % shape.classes() == 0;
    }

    @Override
    public double height(Sheet sheet, double width) {
        return height(sheet, width, plan(sheet, width));
    }

    private double height(Sheet sheet, double width, Plan plan) {
        return 2 * (head(sheet) + plan.height(sheet)) + legend().height(sheet, width);
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        boolean isRoomy = height > height(sheet, width) + 1;
        var plan = isRoomy ? plan(sheet, width, height) : plan(sheet, width);
        // What is still left goes above, between and below.
        double spare = Math.max(0, height - height(sheet, width, plan)) / 3;
        double left = x + Math.max(0, width - plan.perLine * plan.wide) / 2;
        double at = y + spare;
        for (var format : DataFormat.values()) {
            var layout = new Layout(input.evaluation().document().shape(), format);
            double body = sheet.style().body();
            var title = format.id() + "  " + layout.symbols() + " = " + layout.text();
            sheet.text(
                    title,
                    left,
                    at + body / 2,
                    Align.LEFT,
                    body,
                    sheet.palette().ink());
            at += 2 * body;
            strip(sheet, layout, left, at, plan);
            at += plan.height(sheet) + 0.4 * body + (format == DataFormat.CHANNELS_FIRST ? spare : 0);
        }
        legend().draw(sheet, left, at, width);
    }

    private Legend legend() {
        return new Legend(input.evaluation().document().classes().stream()
                .map((ClassInfo c) -> new Entry(Mark.BOX, Argb.opaque(c.rgb()), c.name()))
                .toList());
    }

    private void strip(Sheet sheet, Layout layout, double x, double y, Plan plan) {
        double gap = sheet.scaled(GAP);
        double size = textSize(sheet, layout, plan.wide - 3 * gap, plan.high);
        var document = input.evaluation().document();
        for (int i = 0; i < boxes; i++) {
            var cell = layout.cellAt(i);
            double left = x + (i % plan.perLine) * plan.wide;
            int line = i / plan.perLine;
            double top = y + line * (plan.high + numbers(sheet));
            double middle = left + plan.wide / 2;
            int color = Argb.opaque(document.classes().get(cell.cls()).rgb());
            double label =
                    document.example(cell.example()).labels().get(cell.cls()).get(cell.position());
            int fill = Argb.mix(sheet.palette().panel(), color, label > 0 ? 1 : 0.28);
            sheet.fill(left + gap / 2, top, plan.wide - gap, plan.high, fill);
            var position = Integer.toString(cell.position());
            int ink = sheet.palette().inkOn(fill);
            sheet.text(position, middle, top + plan.high / 2, Align.CENTER, size, ink);
            if (i % 4 == 0) {
                double tick = sheet.style().tick();
                int mute = sheet.palette().mute();
                sheet.text(Integer.toString(i), middle, top + plan.high + 0.8 * tick, Align.CENTER, tick, mute);
            }
        }
    }

    /// The largest text up to that of ticks in which every position fits into a box.
    private static double textSize(Sheet sheet, Layout layout, double width, double height) {
        double most = Math.min(sheet.style().tick(), 0.75 * height);
        double widest = sheet.width(Integer.toString(layout.shape().length() - 1), most);
        return most * Math.min(1, width / widest);
    }
}
