package lossloupe.view.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import lossloupe.app.Frame;
import lossloupe.compute.Field;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/// Loss of every position under A and B as lines that lie exactly above the tracks' cells. In channels_last the plot
/// turns with the stack: positions run down, losses to the right.
public final class PositionLossChart extends ChartSurface {
    /// What a drawing depends on; equal inputs are not drawn again.
    private record Input(Field a, Field b, int example, GridGeometry grid, double gridX, double gridY) {
        boolean looksLike(@Nullable Input other) {
            return other != null
                    && example == other.example
                    && grid.equals(other.grid)
                    && gridX == other.gridX
                    && gridY == other.gridY
                    && a.sharesAll(other.a, example)
                    && b.sharesAll(other.b, example);
        }
    }

    private static final int MOST_TICKS = 3;
    private static final double GUTTER = 64;
    private static final double HALF_LETTER = 6;

    /// Room below zero, so that a line along the axis keeps its width.
    private static final double MARGIN = 2;

    private final Ui ui;
    private final TickAxis domain = new TickAxis();
    private final TickAxis range = new TickAxis();
    private final XYPlot plot = ChartKit.plot(domain, range);
    private final JFreeChart chart = ChartKit.chart(plot);
    private final XYLineAndShapeRenderer lines = ChartKit.lines();
    private final Rectangle crosshair = new Rectangle();
    private final Label valueA = readout("chart-value-a");
    private final Label valueB = readout("chart-value-b");
    private @Nullable Input input;

    public PositionLossChart(Ui ui) {
        super(ui.looks());
        this.ui = ui;
        getStyleClass().add("position-loss");
        setMouseTransparent(true);
        plot.setRenderer(lines);
        crosshair.setManaged(false);
        crosshair.setArcWidth(6);
        crosshair.setArcHeight(6);
        getChildren().addFirst(crosshair);
        getChildren().addAll(valueA, valueB);
        accessibleTextProperty().bind(ui.texts().of("track.positionLoss"));
    }

    /// Shows a frame over a grid whose corner lies at `gridX`, `gridY` of this region.
    public void show(Frame frame, GridGeometry grid, double gridX, double gridY) {
        var evaluation = frame.evaluation();
        int example =
                Math.min(frame.view().example(), evaluation.document().shape().batch() - 1);
        var next = new Input(evaluation.a().perPosition(), evaluation.b().perPosition(), example, grid, gridX, gridY);
        if (!next.looksLike(input)) {
            input = next;
            changed();
        }
        overlay();
    }

    /// Puts the crosshair where the pointer is in any track.
    public void overlay() {
        var now = input;
        var hover = ui.model().hoverProperty().get();
        boolean seen = now != null
                && hover != null
                && hover.position() < now.grid().length()
                && hover.position() + 1 > now.grid().from()
                && hover.position() < now.grid().to();
        crosshair.setVisible(seen);
        valueA.setVisible(seen);
        valueB.setVisible(seen);
        if (seen && now != null && hover != null) {
            place(now, hover.position());
        }
    }

    private void place(Input now, int position) {
        var grid = now.grid();
        double from = Math.max(0, grid.along(position));
        double size = Math.max(1, Math.min(grid.alongPx(), grid.along(position + 1.0) - grid.gap()) - from);
        crosshair.setFill(Looks.color(size < 3 ? palette().faint() : palette().band()));
        valueA.setText("A " + Numbers.telling(now.a().get(now.example(), 0, position), 4));
        valueB.setText("B " + Numbers.telling(now.b().get(now.example(), 0, position), 4));
        valueA.autosize();
        valueB.autosize();
        if (grid.format() == DataFormat.CHANNELS_FIRST) {
            crosshair.setX(now.gridX() + from);
            crosshair.setY(0);
            crosshair.setWidth(size);
            crosshair.setHeight(getHeight());
            double x = now.gridX() + grid.width() + 8;
            valueA.relocate(x, now.gridY());
            valueB.relocate(x, now.gridY() + 16);
        } else {
            crosshair.setX(0);
            crosshair.setY(now.gridY() + from);
            crosshair.setWidth(getWidth());
            crosshair.setHeight(size);
            valueA.relocate(now.gridX() + grid.width() - GUTTER, now.gridY() + from);
            valueB.relocate(now.gridX() + grid.width() - GUTTER, now.gridY() + from + 16);
        }
    }

    @Override
    void draw(GraphicsContext gc, double width, double height) {
        var now = input;
        if (now == null) {
            return;
        }
        var grid = now.grid();
        boolean isFirst = grid.format() == DataFormat.CHANNELS_FIRST;
        var a = PositionSeries.of(now.a(), now.example(), grid);
        var b = PositionSeries.of(now.b(), now.example(), grid);
        var data = new DefaultXYDataset();
        data.addSeries("A", new double[][] {a.positions(), a.values()});
        data.addSeries("B", new double[][] {b.positions(), b.values()});
        double top = Math.max(a.greatest(), b.greatest());
        var ticks = Ticks.covering(top > 0 ? top : 1, MOST_TICKS);
        double high = top > 0 ? top * 1.04 : 1;
        plot.setOrientation(isFirst ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
        domain.setInverted(!isFirst);
        domain.show(grid.from(), grid.to());
        double low = -high * MARGIN / Math.max(1, isFirst ? grid.height() : grid.width());
        range.show(low, high, ticks.within(0, high));
        ChartKit.gridlines(plot, palette());
        ChartKit.paint(lines, palette());
        ChartKit.inset(
                plot,
                now.gridY(),
                Math.max(0, width - now.gridX() - grid.width()),
                Math.max(0, height - now.gridY() - grid.height()),
                now.gridX());
        plot.setDataset(data);
        drawChart(gc, chart, width, height);
        letters(gc, now, ticks, low, high, height);
    }

    private void letters(GraphicsContext gc, Input now, Ticks ticks, double low, double high, double height) {
        var grid = now.grid();
        for (double v : range.places()) {
            var text = ticks.text(v, high - low);
            double fraction = (v - low) / (high - low);
            if (grid.format() == DataFormat.CHANNELS_FIRST) {
                double y = Math.min(height - HALF_LETTER, now.gridY() + grid.height() * (1 - fraction));
                label(
                        gc,
                        text,
                        now.gridX() - 10,
                        y,
                        TextAlignment.RIGHT,
                        VPos.CENTER,
                        palette().mute());
            } else {
                double x = now.gridX() + grid.width() * fraction;
                label(
                        gc,
                        text,
                        x,
                        now.gridY() - 5,
                        TextAlignment.CENTER,
                        VPos.BASELINE,
                        palette().mute());
            }
        }
    }

    private static Label readout(String styleClass) {
        var label = new Label();
        label.getStyleClass().addAll("chart-value", styleClass);
        label.setManaged(false);
        label.setVisible(false);
        return label;
    }
}
