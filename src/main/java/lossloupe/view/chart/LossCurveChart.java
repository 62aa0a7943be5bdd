package lossloupe.view.chart;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import lossloupe.paint.Palette;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/// Both losses as functions of the selected logit, the other logits held. The point is dragged, or moved by the arrow
/// keys; hovering reads the curves.
public final class LossCurveChart extends ChartSurface {
    /// What a person does to the logit.
    public interface Handle {
        /// A drag begins.
        void begin();

        /// The logit is to be `logit`.
        void moveTo(double logit);

        /// The drag begun last is taken back.
        void cancel();
    }

    private static final double LEAST_LEFT = 28;
    /// Between the plot and the numbers beside it.
    private static final double APART = 8;

    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;
    /// The plot reaches this much beyond its ends, so that a point on an end is not cut in half.
    private static final double OVERHANG = 7;

    private static final double NUDGE = 0.1;
    private static final double DRAG_STEPS = 0.01;

    private final TickAxis domain = new TickAxis();
    private final TickAxis range = new TickAxis();
    private final XYPlot plot = ChartKit.plot(domain, range);
    private final JFreeChart chart = ChartKit.chart(plot);
    private final XYLineAndShapeRenderer lines = ChartKit.lines();
    private final XYLineAndShapeRenderer points = ChartKit.points();
    private final Handle handle;
    private @Nullable LossCurves curves;
    private @Nullable CurveRange shown;
    private @Nullable Object shownKey;
    private double hover = Double.NaN;
    private boolean isDragging;
    private double left = LEAST_LEFT;

    public LossCurveChart(Ui ui, Handle handle) {
        super(ui.looks());
        this.handle = handle;
        getStyleClass().add("loss-curve");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setPrefHeight(128);
        setMinHeight(96);
        plot.setRenderer(0, points);
        plot.setRenderer(1, lines);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(e -> isDragging = false);
        setOnMouseMoved(e -> hover(logitAt(e.getX())));
        setOnMouseExited(e -> hover(Double.NaN));
        setOnKeyPressed(this::key);
    }

    /// Shows other curves; nothing is drawn where they look as those shown.
    public void show(LossCurves next) {
        if (next.looksLike(curves)) {
            return;
        }
        curves = next;
        changed();
    }

    /// The curves as drawn, tab-separated: logit, A and B per line.
    public String numbers() {
        var now = shown;
        var text = new StringBuilder("logit\tA\tB\n");
        for (int i = 0; now != null && i < now.xs().length; i++) {
            text.append(now.xs()[i] + "\t" + now.a()[i] + "\t" + now.b()[i] + "\n");
        }
        return text.toString();
    }

    /// The logit at a place in the chart.
    public double logitAt(double x) {
        double half = shown == null ? CurveRange.halfFor(0) : shown.half();
        double fraction = (x - left) / Math.max(1, getWidth() - left - RIGHT);
        return Math.clamp(-half + 2 * half * fraction, -half, half);
    }

    /// The place of a logit in the chart; the inverse of [#logitAt].
    public double placeOf(double logit) {
        double half = shown == null ? CurveRange.halfFor(0) : shown.half();
        return left + (logit + half) / (2 * half) * (getWidth() - left - RIGHT);
    }

    @Override
    void draw(GraphicsContext gc, double width, double height) {
        var now = curves;
        if (now == null) {
            return;
        }
        var sampled = sampled(now);
        prepare(now, sampled, width, height);
        drawChart(gc, chart, width, height);
        letters(gc, now, sampled, height);
    }

    /// The axis keeps its width while the point is dragged: it must not flee from the pointer.
    private CurveRange sampled(LossCurves now) {
        double half = isDragging && shown != null ? shown.half() : CurveRange.halfFor(now.logit());
        var known = shown;
        if (known != null && known.half() == half && now.key().equals(shownKey)) {
            return known;
        }
        var next = CurveRange.of(now, half);
        shown = next;
        left = LEAST_LEFT;
        for (double v : next.ticksShown()) {
            left = Math.max(left, width(next.text(v)) + APART);
        }
        shownKey = now.key();
        var data = new DefaultXYDataset();
        data.addSeries("A", new double[][] {next.xs(), next.a()});
        data.addSeries("B", new double[][] {next.xs(), next.b()});
        plot.setDataset(1, data);
        return next;
    }

    private void prepare(LossCurves now, CurveRange sampled, double width, double height) {
        var palette = palette();
        double half = sampled.half();
        ChartKit.inset(plot, TOP - OVERHANG, RIGHT - OVERHANG, BOTTOM - OVERHANG, left - OVERHANG);
        double overX = OVERHANG * 2 * half / Math.max(1, width - left - RIGHT);
        double overY = OVERHANG * (sampled.high() - sampled.low()) / Math.max(1, height - TOP - BOTTOM);
        domain.show(-half - overX, half + overX, -half, -half / 2, 0, half / 2, half);
        range.show(sampled.low() - overY, sampled.high() + overY, sampled.ticksShown());
        plot.setRangeGridlinesVisible(false);
        plot.clearRangeMarkers();
        plot.clearDomainMarkers();
        ChartKit.paint(lines, palette);
        ChartKit.paint(points, palette);
        ChartKit.across(plot, 0, ChartKit.color(palette.line()), ChartKit.hairline());
        floor(now.floorA(), now.floorNameA(), palette.lossA());
        floor(now.floorB(), now.floorNameB(), palette.lossB());
        if (Double.isFinite(hover) && !isDragging) {
            ChartKit.along(plot, hover, ChartKit.color(palette.line()), ChartKit.hairline());
        }
        var here = new DefaultXYDataset();
        if (Double.isFinite(now.logit())) {
            ChartKit.along(plot, now.logit(), ChartKit.color(palette.faint()), ChartKit.hairline());
            here.addSeries("A", point(now.logit(), now.a().applyAsDouble(now.logit())));
            here.addSeries("B", point(now.logit(), now.b().applyAsDouble(now.logit())));
        }
        plot.setDataset(0, here);
    }

    private void floor(double value, String name, int color) {
        if (!name.isEmpty() && Double.isFinite(value)) {
            ChartKit.across(plot, value, ChartKit.color(color & 0xB3FFFFFF), ChartKit.dashes());
        }
    }

    private static double[][] point(double x, double y) {
        return new double[][] {{x}, {y}};
    }

    private void letters(GraphicsContext gc, LossCurves now, CurveRange sampled, double height) {
        var palette = palette();
        for (double v : domain.places()) {
            var text = Numbers.onAxis(v, 2 * sampled.half());
            double x = Math.min(placeOf(v), getWidth() - width(text) / 2);
            label(gc, text, x, height - 3, TextAlignment.CENTER, VPos.BASELINE, palette.mute());
        }
        for (double v : range.places()) {
            double y = lossPlace(v, sampled, height);
            label(gc, sampled.text(v), left - APART, y, TextAlignment.RIGHT, VPos.CENTER, palette.mute());
        }
        floorName(gc, now.floorA(), now.floorNameA(), sampled, height, palette.lossA());
        floorName(gc, now.floorB(), now.floorNameB(), sampled, height, palette.lossB());
        readout(gc, now, palette);
    }

    private void floorName(GraphicsContext gc, double floor, String name, CurveRange sampled, double height, int ink) {
        if (name.isEmpty() || !Double.isFinite(floor)) {
            return;
        }
        double y = lossPlace(floor, sampled, height);
        boolean hasRoomBelow = y + 14 < height - BOTTOM;
        double right = getWidth() - RIGHT;
        double base = hasRoomBelow ? y + 12 : y - 4;
        halo(
                gc,
                name,
                right,
                base,
                TextAlignment.RIGHT,
                VPos.BASELINE,
                palette().panel());
        label(gc, name, right, base, TextAlignment.RIGHT, VPos.BASELINE, ink);
    }

    private void readout(GraphicsContext gc, LossCurves now, Palette palette) {
        if (!Double.isFinite(hover) || isDragging) {
            return;
        }
        double right = getWidth() - RIGHT;
        var b = "B " + Numbers.telling(now.b().applyAsDouble(hover), 4);
        var a = "A " + Numbers.telling(now.a().applyAsDouble(hover), 4);
        label(gc, b, right, TOP, TextAlignment.RIGHT, VPos.CENTER, palette.lossB());
        label(gc, a, right - 62, TOP, TextAlignment.RIGHT, VPos.CENTER, palette.lossA());
        label(gc, "x " + Numbers.fixed(hover, 2), right - 124, TOP, TextAlignment.RIGHT, VPos.CENTER, palette.mute());
    }

    private double lossPlace(double loss, CurveRange sampled, double height) {
        double fraction = (loss - sampled.low()) / (sampled.high() - sampled.low());
        return height - BOTTOM - fraction * (height - TOP - BOTTOM);
    }

    private void press(MouseEvent e) {
        requestFocus();
        if (e.isPrimaryButtonDown()) {
            isDragging = true;
            handle.begin();
            move(e);
        }
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (isDragging) {
            move(e);
            e.consume();
        }
    }

    private void move(MouseEvent e) {
        double step = e.isControlDown() ? 0.5 : DRAG_STEPS;
        handle.moveTo(Math.round(logitAt(e.getX()) / step) * step);
    }

    private void hover(double logit) {
        hover = logit;
        changed();
    }

    private void key(KeyEvent e) {
        var now = curves;
        if (now == null) {
            return;
        }
        double step = e.isShiftDown() ? 1 : NUDGE;
        switch (e.getCode()) {
            case LEFT, DOWN -> nudge(now.logit() - step);
            case RIGHT, UP -> nudge(now.logit() + step);
            case ESCAPE -> {
                if (!isDragging) {
                    return;
                }
                isDragging = false;
                handle.cancel();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void nudge(double logit) {
        handle.begin();
        handle.moveTo(Math.round(logit * 1e6) / 1e6);
    }
}
