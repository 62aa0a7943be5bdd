package lossloupe.export.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lossloupe.compute.LossResult;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.reduce.Reduction;

/// Scalar reductions of both losses as bars; what labels forbid to go below is hatched.
final class ReducedDrawing implements Drawing {
    private static final double BAR = 6.5;

    private final FigureInput input;
    private final List<Reduction> reductions;

    ReducedDrawing(FigureInput input) {
        this.input = input;
        // Means alone: sums would dwarf them.
        this.reductions = Arrays.stream(Reduction.values())
                .filter(Reduction::isScalar)
                .filter(r -> !r.id().toLowerCase(Locale.ROOT).endsWith("sum"))
                .filter(r -> !r.id().startsWith("exact."))
                .filter(r -> input.evaluation().a().takes(r)
                        && input.evaluation().b().takes(r))
                .toList();
    }

    @Override
    public double height(Sheet sheet, double width) {
        return reductions.size() * row(sheet) + 3 * sheet.style().body();
    }

    private static double row(Sheet sheet) {
        return sheet.style().tick() + 2 * BAR + 7;
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        var palette = sheet.palette();
        double size = sheet.style().tick();
        var a = input.evaluation().a();
        var b = input.evaluation().b();
        double body = sheet.style().body();
        legend(sheet, a, x, y + body / 2, palette.lossA());
        legend(sheet, b, x + width / 2, y + body / 2, palette.lossB());
        double greatest = 0;
        for (var reduction : reductions) {
            greatest = Math.max(greatest, Math.max(a.reduced(reduction), b.reduced(reduction)));
        }
        double most = width - sheet.width("0.000000", size) - 6;
        double at = y + 2 * body;
        for (var reduction : reductions) {
            sheet.text(reduction.id(), x, at + size / 2, Align.LEFT, size, palette.mute());
            bar(sheet, a, reduction, x, at + size + 2, most / greatest, palette.lossA());
            bar(sheet, b, reduction, x, at + size + 3 + BAR, most / greatest, palette.lossB());
            at += row(sheet);
        }
    }

    private static void legend(Sheet sheet, LossResult result, double x, double y, int color) {
        double body = sheet.style().body();
        sheet.fill(x, y - body / 2 + 1, body - 2, body - 2, color);
        sheet.text(
                result.info().shortName(),
                x + body + 1,
                y,
                Align.LEFT,
                body,
                sheet.palette().ink());
    }

    private static void bar(
            Sheet sheet, LossResult result, Reduction reduction, double x, double y, double perUnit, int color) {
        double value = result.reduced(reduction);
        double floor = result.floor(reduction);
        double length = Math.max(0, value * perUnit);
        sheet.fill(x, y, length, BAR, color);
        if (floor > 0) {
            sheet.hatch(
                    x,
                    y,
                    Math.min(length, floor * perUnit),
                    BAR,
                    sheet.palette().panel());
        }
        var text = String.format(Locale.ROOT, "%.4f", value);
        sheet.text(
                text,
                x + length + 3,
                y + BAR / 2,
                Align.LEFT,
                sheet.style().tick(),
                sheet.palette().ink());
    }
}
