package lossloupe.view.track;

import javafx.scene.input.MouseEvent;

/// What a pressed button does until it is released: one stroke, one undo step.
interface Gesture {
    void drag(MouseEvent event);

    /// Whether it holds on to the cell where it began, wherever the pointer goes.
    default boolean holdsItsCell() {
        return false;
    }

    /// Whether it goes on along the positions that come into sight while the pointer is beyond those that are.
    default boolean reachesBeyondTheEnds() {
        return !holdsItsCell();
    }

    /// Takes back what it did; Escape was pressed.
    void cancel();
}
