package lossloupe.view;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A label whose text changes with every frame of a drag, mostly to one of the same width.
public final class SteadyLabel extends Label {
    /// Null while the constructor of [Label] already asks for a layout.
    private final @Nullable AskedRoom asked = new AskedRoom();

    @Override
    public void requestLayout() {
        // `prefWidth` would answer from before the change. In whole pixels: digits differ by hundredths of one.
        if (asked != null
                && asked.isAsBefore(
                        snapSizeX(computePrefWidth(USE_COMPUTED_SIZE)), computePrefHeight(USE_COMPUTED_SIZE))) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }
}
