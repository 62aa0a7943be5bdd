package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lossloupe.document.ClassInfo;
import lossloupe.export.figure.Legend.Entry;
import lossloupe.export.figure.Legend.Mark;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.Argb;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;

/// The labels of one example in channels_first, classes down, beside channels_last, positions down; each cell with its
/// place in memory where it fits. Of long examples the beginning, since cells without a number say nothing.
final class LayoutsDrawing implements Drawing {
    private static final double MOST_CELL = 22;
    private static final double LEAST_CELL = 11;
    private static final int MOST_POSITIONS = 16;
    private static final double GAP = 14;

    private final FigureInput input;
    private final int classes;
    private final int length;

    LayoutsDrawing(FigureInput input, FigureStyle style) {
        this.input = input;
        var shape = input.evaluation().document().shape();
        int cells = Math.max(2, (int) ((style.size().width() - GAP) / LEAST_CELL));
        this.classes = Math.min(shape.classes(), Math.max(1, cells / 3));
        this.length = Math.min(shape.length(), Math.clamp(cells - classes, 1, MOST_POSITIONS));
    }

    /// The side of a cell, where both grids stand side by side and the second is no narrower than its heading.
    private double cell(Sheet sheet, double width) {
        double together = (width - GAP) / (length + (double) classes);
        double besideHeading = (width - GAP - headingWidth(sheet, DataFormat.CHANNELS_LAST)) / length;
        return Math.max(1, Math.min(MOST_CELL, Math.min(together, besideHeading)));
    }

    private static double head(Sheet sheet) {
        return 2.9 * sheet.style().body();
    }

    @Override
    public double height(Sheet sheet, double width) {
        double cell = cell(sheet, width);
        double left = cell * classes + notesHeight(sheet, cell * length);
        return head(sheet) + Math.max(left, cell * length);
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        double rows = Math.max(classes, length);
        double wide = Math.max(1, (width - GAP) / (length + (double) classes));
        double wanted = cell(sheet, width);
        // A page that is higher than needed makes the grids larger.
        boolean isRoomy = height > height(sheet, width) + 1;
        double cell = isRoomy ? Math.min(wide, (height - head(sheet)) / rows) : wanted;
        double last = Math.max(cell * classes, headingWidth(sheet, DataFormat.CHANNELS_LAST));
        double left = x + Math.max(0, (width - cell * length - GAP - last) / 2);
        grid(sheet, DataFormat.CHANNELS_FIRST, left, y, cell);
        grid(sheet, DataFormat.CHANNELS_LAST, left + cell * length + GAP, y, cell);
        notes(sheet, left, y + head(sheet) + cell * classes, cell * length);
    }

    private void notes(Sheet sheet, double x, double y, double width) {
        double below = y + 0.6 * sheet.style().body();
        legend().draw(sheet, x, below, width);
        double at = below + legend().height(sheet, width);
        for (var note : noteLines()) {
            double size = sheet.style().tick();
            var fitted = sheet.fitted(note, size, width);
            sheet.text(
                    fitted,
                    x,
                    at + 0.7 * size,
                    Align.LEFT,
                    size,
                    sheet.palette().mute());
            at += 1.4 * size;
        }
    }

    private double notesHeight(Sheet sheet, double width) {
        double lines = 1.4 * sheet.style().tick() * noteLines().size();
        return 0.6 * sheet.style().body() + legend().height(sheet, width) + lines;
    }

    private List<String> noteLines() {
        var shape = input.evaluation().document().shape();
        var strings = input.strings();
        var lines = new ArrayList<String>();
        lines.add(strings.text("figure.layouts.number"));
        for (var format : DataFormat.values()) {
            var last = format == DataFormat.CHANNELS_FIRST ? Axis.POSITION : Axis.CLASS;
            var other = last == Axis.CLASS ? Axis.POSITION : Axis.CLASS;
            long before = new Layout(shape, format).flat(input.example(), 0, 0);
            lines.add(strings.text(
                    before == 0 ? "figure.layouts.index" : "figure.layouts.indexFrom",
                    format.id(),
                    strings.text("figure.layouts." + other.name().toLowerCase(Locale.ROOT)),
                    Integer.toString(last == Axis.CLASS ? shape.classes() : shape.length()),
                    strings.text("figure.layouts." + last.name().toLowerCase(Locale.ROOT)),
                    Long.toString(before)));
        }
        if (shape.length() > length || shape.classes() > classes) {
            lines.add(strings.text(
                    "figure.layouts.part",
                    Integer.toString(classes),
                    Integer.toString(shape.classes()),
                    Integer.toString(length),
                    Integer.toString(shape.length())));
        }
        return lines;
    }

    private Legend legend() {
        return new Legend(input.evaluation().document().classes().stream()
                .limit(classes)
                .map((ClassInfo c) -> new Entry(Mark.BOX, Argb.opaque(c.rgb()), c.name()))
                .toList());
    }

    private List<String> heading(DataFormat format) {
        var layout = new Layout(input.evaluation().document().shape(), format);
        return List.of(format.id(), layout.symbols() + " = " + layout.text());
    }

    private double headingWidth(Sheet sheet, DataFormat format) {
        return heading(format).stream()
                .mapToDouble(line -> sheet.width(line, sheet.style().body()))
                .max()
                .orElse(0);
    }

    private void grid(Sheet sheet, DataFormat format, double x, double y, double cell) {
        var document = input.evaluation().document();
        double body = sheet.style().body();
        double middle = y + body / 2;
        for (var line : heading(format)) {
            sheet.text(line, x, middle, Align.LEFT, body, sheet.palette().ink());
            middle += 1.25 * body;
        }
        boolean isFirst = format == DataFormat.CHANNELS_FIRST;
        for (int c = 0; c < classes; c++) {
            for (int p = 0; p < length; p++) {
                double z = document.example(input.example()).labels().get(c).get(p);
                int color = Argb.opaque(document.classes().get(c).rgb());
                int fill = Argb.mix(sheet.palette().grid(), color, Math.clamp(z, 0, 1));
                double left = x + (isFirst ? p : c) * cell;
                double top = y + head(sheet) + (isFirst ? c : p) * cell;
                sheet.fill(left + 0.3, top + 0.3, cell - 0.6, cell - 0.6, fill);
                var index = Long.toString(new Layout(document.shape(), format).flat(input.example(), c, p));
                number(sheet, index, left + cell / 2, top + cell / 2, cell, fill);
            }
        }
    }

    private static void number(Sheet sheet, String text, double x, double y, double cell, int fill) {
        double size = Math.min(sheet.style().tick(), 0.5 * cell);
        if (size >= 3.5 && sheet.width(text, size) < cell - 1) {
            sheet.text(text, x, y, Align.CENTER, size, sheet.palette().inkOn(fill));
        }
    }
}
