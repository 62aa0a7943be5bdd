package lossloupe.view.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import lossloupe.paint.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;

/// The one place that gives JFreeChart its looks: the palette's colours, hairlines, no outlines, no paddings, so that
/// the plot lies exactly where it is told to.
final class ChartKit {
    private static final float LINE = 2;
    private static final double POINT_RADIUS = 5;
    private static final Color CLEAR = new Color(0, true);

    static {
        // JFreeChart only draws into our canvases: awt must neither look for a display nor open one.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private ChartKit() {}

    /// A bare plot over two axes that are told their ticks.
    static XYPlot plot(TickAxis domain, TickAxis range) {
        var plot = new XYPlot(null, domain, range, null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDomainZeroBaselineVisible(false);
        return plot;
    }

    static JFreeChart chart(XYPlot plot) {
        var chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /// Keeps the data area away from the edges by exactly these lengths.
    static void inset(XYPlot plot, double top, double right, double bottom, double left) {
        var space = new AxisSpace();
        space.setTop(top);
        space.setBottom(bottom);
        space.setLeft(left);
        space.setRight(right);
        plot.setFixedDomainAxisSpace(space);
        plot.setFixedRangeAxisSpace(space);
    }

    /// Curves of loss A and loss B.
    static XYLineAndShapeRenderer lines() {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultCreateEntities(false);
        renderer.setDefaultStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setAutoPopulateSeriesStroke(false);
        return renderer;
    }

    /// Points on the curves, with a rim of the panel's colour.
    static XYLineAndShapeRenderer points() {
        var renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDefaultCreateEntities(false);
        renderer.setDefaultShape(
                new Ellipse2D.Double(-POINT_RADIUS, -POINT_RADIUS, 2 * POINT_RADIUS, 2 * POINT_RADIUS));
        renderer.setAutoPopulateSeriesShape(false);
        renderer.setDrawOutlines(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultOutlineStroke(new BasicStroke(2));
        renderer.setAutoPopulateSeriesOutlineStroke(false);
        return renderer;
    }

    /// Gives lines and points the colours of the theme: series 0 is A, series 1 is B.
    static void paint(XYLineAndShapeRenderer renderer, Palette palette) {
        renderer.setSeriesPaint(0, color(palette.lossA()));
        renderer.setSeriesPaint(1, color(palette.lossB()));
        renderer.setSeriesOutlinePaint(0, color(palette.panel()));
        renderer.setSeriesOutlinePaint(1, color(palette.panel()));
    }

    static void gridlines(XYPlot plot, Palette palette) {
        var hairline = new BasicStroke(1);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlineStroke(hairline);
        plot.setRangeGridlinePaint(color(palette.grid()));
    }

    /// A line across the plot at a value of the loss axis.
    static void across(XYPlot plot, double value, Paint paint, BasicStroke stroke) {
        plot.addRangeMarker(marker(value, paint, stroke), Layer.BACKGROUND);
    }

    /// A line along the plot at a value of the other axis.
    static void along(XYPlot plot, double value, Paint paint, BasicStroke stroke) {
        plot.addDomainMarker(marker(value, paint, stroke), Layer.BACKGROUND);
    }

    static BasicStroke hairline() {
        return new BasicStroke(1);
    }

    static BasicStroke dashes() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);
    }

    static Color color(int argb) {
        return new Color(argb, true);
    }

    private static ValueMarker marker(double value, Paint paint, BasicStroke stroke) {
        var marker = new ValueMarker(value, paint, stroke);
        marker.setLabelBackgroundColor(CLEAR);
        marker.setAlpha(1);
        return marker;
    }
}
