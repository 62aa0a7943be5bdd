package lossloupe.view;

import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// A button whose text changes with every frame of a drag, mostly to one of the same width.
public final class SteadyButton extends Button {
    /// Null while the constructor of [Button] already asks for a layout.
    private final @Nullable AskedRoom asked = new AskedRoom();

    @Override
    public void requestLayout() {
        if (asked != null
                && asked.isAsBefore(
                        snapSizeX(computePrefWidth(USE_COMPUTED_SIZE)), computePrefHeight(USE_COMPUTED_SIZE))) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }
}
