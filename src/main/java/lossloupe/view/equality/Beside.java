package lossloupe.view.equality;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A row whose height follows from the widths that its children get. A plain [HBox] asks text that wraps how high it is
/// at its least width, which may be thousands of pixels.
final class Beside extends HBox {
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width < 0) {
            return super.computePrefHeight(width);
        }
        double rest = width - snappedLeftInset() - snappedRightInset();
        rest -= getSpacing() * Math.max(0, getManagedChildren().size() - 1);
        for (var child : getManagedChildren()) {
            rest -= grows(child) ? 0 : child.prefWidth(-1);
        }
        double height = 0;
        for (var child : getManagedChildren()) {
            height = Math.max(height, child.prefHeight(grows(child) ? Math.max(0, rest) : child.prefWidth(-1)));
        }
        return height + snappedTopInset() + snappedBottomInset();
    }

    private static boolean grows(Node child) {
        return HBox.getHgrow(child) == Priority.ALWAYS;
    }
}
