package lossloupe.export.figure;

import lossloupe.document.ClassInfo;
import lossloupe.export.figure.Legend.Entry;
import lossloupe.export.figure.Legend.Mark;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.Argb;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;

/// The boxes of both layouts in memory order, coloured by class: which neighbours a cell has in memory.
final class MemoryDrawing implements Drawing {
    /// More boxes than this say no more.
    private static final int MOST = 96;

    private static final double LEAST_BOX = 9.5;
    private static final double MOST_BOX = 16;
    private static final double BOX = 9;

    private final FigureInput input;
    private final int boxes;

    MemoryDrawing(FigureInput input) {
        this.input = input;
        this.boxes = (int) Math.min(MOST, input.evaluation().document().shape().size());
    }

    private int lines(Sheet sheet, double width) {
        return Math.ceilDiv(
                boxes, Math.max(8, (int) (width / (LEAST_BOX * sheet.style().unit()))));
    }

    /// Lines of the same length, as far as the number of boxes allows.
    private int perLine(Sheet sheet, double width) {
        return Math.ceilDiv(boxes, lines(sheet, width));
    }

    @Override
    public double height(Sheet sheet, double width) {
        return 2 * (2.4 * sheet.style().body() + lines(sheet, width) * line(sheet)) + legend().height(sheet, width);
    }

    private static double line(Sheet sheet) {
        return box(sheet) + 1.6 * sheet.style().tick();
    }

    private static double box(Sheet sheet) {
        return BOX * sheet.style().unit();
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        double at = y;
        for (var format : DataFormat.values()) {
            var layout = new Layout(input.evaluation().document().shape(), format);
            var title = format.id() + "  " + layout.symbols() + " = " + layout.text();
            sheet.text(
                    title,
                    x,
                    at + sheet.style().body() / 2,
                    Align.LEFT,
                    sheet.style().body(),
                    sheet.palette().ink());
            at += 2 * sheet.style().body();
            strip(sheet, layout, x, at, width);
            at += lines(sheet, width) * line(sheet) + 0.4 * sheet.style().body();
        }
        legend().draw(sheet, x, at, width);
    }

    private Legend legend() {
        return new Legend(input.evaluation().document().classes().stream()
                .map((ClassInfo c) -> new Entry(Mark.BOX, Argb.opaque(c.rgb()), c.name()))
                .toList());
    }

    private void strip(Sheet sheet, Layout layout, double x, double y, double width) {
        int perLine = perLine(sheet, width);
        double step = Math.min(MOST_BOX * sheet.style().unit(), width / perLine);
        double high = box(sheet);
        double size = Math.min(sheet.style().tick(), 0.42 * step);
        var document = input.evaluation().document();
        for (int i = 0; i < boxes; i++) {
            var cell = layout.cellAt(i);
            double left = x + (i % perLine) * step;
            int line = i / perLine;
            double top = y + line * line(sheet);
            int color = Argb.opaque(document.classes().get(cell.cls()).rgb());
            double label =
                    document.example(cell.example()).labels().get(cell.cls()).get(cell.position());
            int fill = Argb.mix(sheet.palette().panel(), color, label > 0 ? 1 : 0.28);
            sheet.fill(left + 0.4, top, step - 0.8, high, fill);
            sheet.text(
                    Integer.toString(cell.position()),
                    left + step / 2,
                    top + high / 2,
                    Align.CENTER,
                    Math.min(size, 0.72 * high),
                    sheet.palette().inkOn(fill));
            if (i % 4 == 0) {
                sheet.text(
                        Integer.toString(i),
                        left + step / 2,
                        top + high + size * 0.8,
                        Align.CENTER,
                        size,
                        sheet.palette().mute());
            }
        }
    }
}
