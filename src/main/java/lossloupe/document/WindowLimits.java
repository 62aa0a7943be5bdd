package lossloupe.document;

import lossloupe.tensor.Shape;

/// What the window can show. Losses are computed of anything; but there each class is a row of every track, and a few
/// hundred thousand rows, as of an axis taken for the other, would keep it busy for minutes.
public final class WindowLimits {
    public static final int MOST_CLASSES = 4096;

    private WindowLimits() {}

    public static boolean fit(Shape shape) {
        return shape.classes() <= MOST_CLASSES;
    }
}
