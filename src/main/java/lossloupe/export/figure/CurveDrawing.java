package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lossloupe.compute.LossResult;
import lossloupe.export.figure.Legend.Entry;
import lossloupe.export.figure.Legend.Mark;
import lossloupe.export.figure.Sheet.Align;

/// Both losses as a function of one logit, with where the logit is now and the floors.
final class CurveDrawing implements Drawing {
    private static final double LEAST = 6;
    private static final int POINTS = 240;
    private static final double TICK = 2.5;

    private final FigureInput input;
    private final double logit;
    private final double reach;

    CurveDrawing(FigureInput input) {
        this.input = input;
        this.logit = input.evaluation().logits().get(input.example(), input.cls(), input.position());
        this.reach = Double.isFinite(logit) ? Math.max(LEAST, Math.ceil(Math.abs(logit) * 1.2)) : LEAST;
    }

    @Override
    public double height(Sheet sheet, double width) {
        return 0.68 * width;
    }

    /// @param points logit and loss in turn
    private record Curve(String name, List<double[]> points, double floor, double now, int color) {}

    /// Where the axes lie, and what they reach: the logit to both sides, the loss from 0 to `top`.
    private record Plot(double x, double y, double width, double height, double reach, double top) {
        double across(double logit) {
            return x + width * (logit + reach) / (2 * reach);
        }

        double up(double loss) {
            return y + height * (1 - loss / top);
        }

        double bottom() {
            return y + height;
        }
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        var palette = sheet.palette();
        var curves = List.of(
                curve(input.evaluation().a(), palette.lossA()),
                curve(input.evaluation().b(), palette.lossB()));
        double size = sheet.style().tick();
        double name = sheet.style().has(Part.AXES) ? 1.4 * sheet.style().body() : 0;
        double left = sheet.width("00.0", size) + sheet.scaled(5) + name;
        double right = sheet.width("00", size) / 2;
        var legend = legend(curves, palette.mute());
        double head = Math.max(size / 2, legend.height(sheet, width - left) + 3);
        double foot = sheet.scaled(TICK) + 1.5 * size + name;
        var plot = new Plot(x + left, y + head, width - left - right, height - head - foot, reach, top(curves));
        legend.draw(sheet, plot.x, y, width - left);
        axes(sheet, plot);
        curves.forEach(c -> draw(sheet, plot, c));
        if (name > 0) {
            names(sheet, plot, x, y + height);
        }
    }

    private static double top(List<Curve> curves) {
        double greatest = curves.stream()
                .flatMap(c -> c.points.stream())
                .mapToDouble(p -> p[1])
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return greatest > 0 ? greatest : 1;
    }

    private Legend legend(List<Curve> curves, int mute) {
        var entries = new ArrayList<Entry>();
        curves.forEach(c -> entries.add(new Entry(Mark.LINE, c.color, c.name)));
        if (curves.stream().anyMatch(c -> c.floor > 0)) {
            entries.add(new Entry(Mark.DASHES, mute, input.strings().text("figure.curve.floor")));
        }
        if (Double.isFinite(logit)) {
            entries.add(new Entry(Mark.DOT, mute, input.strings().text("figure.curve.now", shown(logit))));
        }
        return new Legend(entries);
    }

    private void names(Sheet sheet, Plot plot, double left, double bottom) {
        double body = sheet.style().body();
        int ink = sheet.palette().ink();
        var cls = input.evaluation().document().classes().get(input.cls()).name();
        var across = sheet.fitted(
                input.strings().text("figure.curve.axis", cls, Integer.toString(input.position())), body, plot.width);
        sheet.text(across, plot.x + plot.width / 2, bottom - 0.6 * body, Align.CENTER, body, ink);
        sheet.textUp(input.strings().text("figure.curve.loss"), left + body / 2, plot.up(plot.top / 2), body, ink);
    }

    private static String shown(double logit) {
        return String.format(Locale.ROOT, "%.2f", logit).replace("-", "\u2212");
    }

    private Curve curve(LossResult result, int color) {
        var cell = result.cell(input.example(), input.cls(), input.position());
        var loss = result.loss().curve(cell);
        var points = new ArrayList<double[]>();
        for (int i = 0; i <= POINTS; i++) {
            double at = reach * (2.0 * i / POINTS - 1);
            points.add(new double[] {at, loss.applyAsDouble(at)});
        }
        var name = result.info().shortName();
        return new Curve(name, points, result.loss().floor(cell), loss.applyAsDouble(logit), color);
    }

    private static void axes(Sheet sheet, Plot plot) {
        double size = sheet.style().tick();
        int mute = sheet.palette().mute();
        int ink = sheet.palette().ink();
        double mark = sheet.scaled(TICK);
        sheet.line(plot.x, plot.y, plot.x, plot.bottom(), 0.5, mute);
        sheet.line(plot.x, plot.bottom(), plot.x + plot.width, plot.bottom(), 0.5, mute);
        for (double tick : Ticks.of(0, plot.top, Math.clamp((long) (plot.height / (2.4 * size)), 2, 6))) {
            double at = plot.up(tick);
            sheet.line(plot.x - mark, at, plot.x, at, 0.5, mute);
            sheet.text(Ticks.text(tick), plot.x - mark - sheet.scaled(1.5), at, Align.RIGHT, size, ink);
        }
        for (double tick : Ticks.of(-plot.reach, plot.reach, 6)) {
            double at = plot.across(tick);
            sheet.line(at, plot.bottom(), at, plot.bottom() + mark, 0.5, mute);
            sheet.text(Ticks.text(tick), at, plot.bottom() + mark + 1 + size / 2, Align.CENTER, size, ink);
        }
    }

    private void draw(Sheet sheet, Plot plot, Curve curve) {
        if (curve.floor > 0) {
            double at = plot.up(curve.floor);
            sheet.dashed(plot.x, at, plot.x + plot.width, at, curve.color);
        }
        var placed = curve.points.stream()
                .map(p -> new double[] {plot.across(p[0]), plot.up(p[1])})
                .toList();
        sheet.curve(placed, 1.2, curve.color);
        if (Double.isFinite(curve.now)) {
            sheet.dot(plot.across(logit), plot.up(curve.now), sheet.scaled(2.2), curve.color);
        }
    }
}
