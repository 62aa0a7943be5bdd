package lossloupe.export.figure;

import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.Argb;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;

/// The labels of one example in channels_first, classes down, beside channels_last, positions down; each cell with its
/// place in memory where it fits.
final class LayoutsDrawing implements Drawing {
    private static final double MOST_CELL = 14;

    private final FigureInput input;

    LayoutsDrawing(FigureInput input) {
        this.input = input;
    }

    private double cell(double width) {
        var shape = input.evaluation().document().shape();
        return Math.min(MOST_CELL, (width - 16) / (shape.length() + (double) shape.classes()));
    }

    @Override
    public double height(Sheet sheet, double width) {
        return 2.2 * sheet.style().body()
                + cell(width) * input.evaluation().document().shape().length();
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        double cell = cell(width);
        var shape = input.evaluation().document().shape();
        grid(sheet, DataFormat.CHANNELS_FIRST, x, y, cell);
        grid(sheet, DataFormat.CHANNELS_LAST, x + cell * shape.length() + 16, y, cell);
    }

    private void grid(Sheet sheet, DataFormat format, double x, double y, double cell) {
        var document = input.evaluation().document();
        var layout = new Layout(document.shape(), format);
        boolean first = format == DataFormat.CHANNELS_FIRST;
        double body = sheet.style().body();
        double room =
                cell * (first ? document.shape().length() : document.shape().classes());
        var title = format.id() + " " + layout.text();
        sheet.text(
                title,
                first ? x : x + room,
                y + body / 2,
                first ? Align.LEFT : Align.RIGHT,
                body,
                sheet.palette().ink());
        double top = y + 2 * body;
        double size = Math.min(sheet.style().tick(), 0.45 * cell);
        for (int c = 0; c < document.shape().classes(); c++) {
            for (int p = 0; p < document.shape().length(); p++) {
                double z = document.example(input.example()).labels().get(c).get(p);
                int color = Argb.opaque(document.classes().get(c).rgb());
                int fill = Argb.mix(sheet.palette().grid(), color, Math.clamp(z, 0, 1));
                double left = x + (first ? p : c) * cell;
                double at = top + (first ? c : p) * cell;
                sheet.fill(left + 0.3, at + 0.3, cell - 0.6, cell - 0.6, fill);
                if (size >= 3) {
                    var index = Long.toString(layout.flat(input.example(), c, p));
                    sheet.text(
                            index,
                            left + cell / 2,
                            at + cell / 2,
                            Align.CENTER,
                            size,
                            sheet.palette().inkOn(fill));
                }
            }
        }
    }
}
