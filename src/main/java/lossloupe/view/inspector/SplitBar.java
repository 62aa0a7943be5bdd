package lossloupe.view.inspector;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A value as floor plus excess: the floor hatched, the excess solid. Together they fill the given fraction of the bar.
final class SplitBar extends Region {
    private static final PseudoClass SPLIT = PseudoClass.getPseudoClass("split");
    private static final PseudoClass UNDEFINED = PseudoClass.getPseudoClass("undefined");
    private final Region floor = new Region();
    private final Region excess = new Region();
    private double floorPart;
    private double filled = 1;

    SplitBar(Side side) {
        getStyleClass().add("split-bar");
        floor.getStyleClass().addAll("split-floor", side.style("floor"));
        excess.getStyleClass().addAll("split-excess", side.style("excess"));
        getChildren().setAll(floor, excess);
    }

    /// @param floorFraction the floor's part of the value, 0 to 1
    /// @param filledFraction the value's part of the bar, 0 to 1; NaN where the value is no finite number
    void show(double floorFraction, double filledFraction) {
        pseudoClassStateChanged(UNDEFINED, Double.isNaN(filledFraction));
        double newFloor = fraction(floorFraction);
        double newFilled = fraction(filledFraction);
        if (newFloor != floorPart || newFilled != filled) {
            floorPart = newFloor;
            filled = newFilled;
            setNeedsLayout(true); // its own size stays
        }
    }

    /// The floor's part of a value; none where either is no positive number.
    static double floorFraction(double floor, double value) {
        return floor > 0 && value > 0 ? Math.min(1, floor / value) : 0;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.round(getWidth() * filled);
        double split = Math.round(width * floorPart);
        floor.setVisible(split > 0);
        excess.pseudoClassStateChanged(SPLIT, split > 0);
        excess.setVisible(width > split);
        floor.resizeRelocate(0, 0, split, getHeight());
        excess.resizeRelocate(split, 0, Math.max(0, width - split), getHeight());
    }

    private static double fraction(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(value, 0, 1);
    }
}
