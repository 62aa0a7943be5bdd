package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lossloupe.compute.LossResult;
import lossloupe.export.figure.Sheet.Align;

/// Both losses as a function of one logit, with where the logit is now and the floors.
final class CurveDrawing implements Drawing {
    private static final double LEAST = 6;
    private static final int POINTS = 240;

    private final FigureInput input;

    CurveDrawing(FigureInput input) {
        this.input = input;
    }

    @Override
    public double height(Sheet sheet, double width) {
        return 0.72 * width;
    }

    private record Curve(String name, List<double[]> points, double floor, double now, int color) {}

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        var evaluation = input.evaluation();
        double logit = evaluation.logits().get(input.example(), input.cls(), input.position());
        double reach = Double.isFinite(logit) ? Math.max(LEAST, Math.ceil(Math.abs(logit) * 1.2)) : LEAST;
        var curves = List.of(
                curve(evaluation.a(), reach, logit, sheet.palette().lossA()),
                curve(evaluation.b(), reach, logit, sheet.palette().lossB()));
        double top = curves.stream()
                .flatMap(c -> c.points.stream())
                .mapToDouble(p -> p[1])
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double size = sheet.style().tick();
        double body = sheet.style().body();
        double left = x + sheet.width("00.0", size) + 6 + 1.4 * body;
        var plot = new double[] {left, y + 2 * body, x + width - left - 4, height - 5 * body - size};
        axes(sheet, plot, reach, top);
        curves.forEach(c -> draw(sheet, plot, c, reach, top, logit));
        legend(sheet, curves, left, y + body / 2);
        var info = evaluation.document().classes().get(input.cls()).name();
        var name = input.strings()
                .text("figure.curve.axis", info, input.position(), String.format(Locale.ROOT, "%.2f", logit));
        sheet.text(
                name,
                left + plot[2] / 2,
                y + height - body / 2,
                Align.CENTER,
                body,
                sheet.palette().ink());
    }

    private static void legend(Sheet sheet, List<Curve> curves, double left, double y) {
        double body = sheet.style().body();
        double x = left;
        for (var curve : curves) {
            sheet.line(x, y, x + 10, y, 1.2, curve.color);
            sheet.text(curve.name, x + 13, y, Align.LEFT, body, sheet.palette().ink());
            x += 22 + sheet.width(curve.name, body);
        }
    }

    private Curve curve(LossResult result, double reach, double logit, int color) {
        var cell = result.cell(input.example(), input.cls(), input.position());
        var loss = result.loss().curve(cell);
        var points = new ArrayList<double[]>();
        for (int i = 0; i <= POINTS; i++) {
            double at = reach * (2.0 * i / POINTS - 1);
            points.add(new double[] {at, loss.applyAsDouble(at)});
        }
        return new Curve(
                result.info().shortName(), points, result.loss().floor(cell), loss.applyAsDouble(logit), color);
    }

    private static void axes(Sheet sheet, double[] plot, double reach, double top) {
        double size = sheet.style().tick();
        int mute = sheet.palette().mute();
        sheet.line(plot[0], plot[1], plot[0], plot[1] + plot[3], 0.5, mute);
        sheet.line(plot[0], plot[1] + plot[3], plot[0] + plot[2], plot[1] + plot[3], 0.5, mute);
        for (double tick : Ticks.of(0, top, 6)) {
            double at = plot[1] + plot[3] * (1 - tick / top);
            sheet.line(plot[0] - 2.5, at, plot[0], at, 0.5, mute);
            sheet.text(
                    Ticks.text(tick),
                    plot[0] - 4,
                    at,
                    Align.RIGHT,
                    size,
                    sheet.palette().ink());
        }
        for (double tick : Ticks.of(-reach, reach, 6)) {
            double at = plot[0] + plot[2] * (tick + reach) / (2 * reach);
            sheet.line(at, plot[1] + plot[3], at, plot[1] + plot[3] + 2.5, 0.5, mute);
            sheet.text(
                    Ticks.text(tick),
                    at,
                    plot[1] + plot[3] + 3.5 + size / 2,
                    Align.CENTER,
                    size,
                    sheet.palette().ink());
        }
    }

    private static void draw(Sheet sheet, double[] plot, Curve curve, double reach, double top, double logit) {
        var placed = new ArrayList<double[]>();
        for (var point : curve.points) {
            placed.add(new double[] {
                plot[0] + plot[2] * (point[0] + reach) / (2 * reach), plot[1] + plot[3] * (1 - point[1] / top)
            });
        }
        if (curve.floor > 0) {
            double at = plot[1] + plot[3] * (1 - curve.floor / top);
            sheet.dashed(plot[0], at, plot[0] + plot[2], at, curve.color);
        }
        sheet.curve(placed, 1.2, curve.color);
        double x = plot[0] + plot[2] * (logit + reach) / (2 * reach);
        double y = plot[1] + plot[3] * (1 - curve.now / top);
        sheet.dot(x, y, 2.2, curve.color);
    }
}
