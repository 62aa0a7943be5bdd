package lossloupe.view;

/// How much room a node whose contents change with every frame of a drag last asked for. As long as it asks for the
/// same, it alone is laid out anew; where another node changes, every pane from there to the window lays out its
/// children.
public final class AskedRoom {
    private double width = Double.NaN;
    private double height = Double.NaN;

    /// Whether this is what was asked for the last time; remembers it.
    public boolean isAsBefore(double prefWidth, double prefHeight) {
        boolean same = prefWidth == width && prefHeight == height;
        width = prefWidth;
        height = prefHeight;
        return same;
    }
}
