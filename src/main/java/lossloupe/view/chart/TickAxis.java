package lossloupe.view.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A number axis that is told its ticks. JFreeChart's own choice of ticks measures text with awt, which loads awt's
/// fonts (0.3 s at start) only to write labels in another face than the window's.
final class TickAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private transient double[] places = {};

    TickAxis() {
        setVisible(false);
        setAutoRange(false);
        setLowerMargin(0);
        setUpperMargin(0);
    }

    /// From `low` to `high`, with grid lines at `at`.
    void show(double low, double high, double... at) {
        places = at.clone();
        setRange(low, high);
    }

    double[] places() {
        return places.clone();
    }

    @Override
    public List<Tick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        return Arrays.stream(places)
                .<Tick>mapToObj(v -> new NumberTick(v, "", TextAnchor.CENTER, TextAnchor.CENTER, 0))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
