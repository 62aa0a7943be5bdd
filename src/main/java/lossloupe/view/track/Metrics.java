package lossloupe.view.track;

/// The measures of the stack, in logical pixels: one place for the rhythm of the drawing.
final class Metrics {
    /// From a card's edge to what it holds.
    static final double PAD = 12;

    /// Class names at the left, at least.
    static final double GUTTER = 92;

    static final double MOST_GUTTER = 150;

    /// What of it is not for the letters: a dot before them, and a space behind.
    static final double NAME_INDENT = 24;

    /// Means per class at the right.
    static final double SIDE = 74;

    /// The thin bar that counts classes.
    static final double COUNTS = 14;

    /// Class names above upright grids.
    static final double CLASS_HEAD = 22;

    /// Means per class below upright grids.
    static final double SIDE_BELOW = 30;

    /// The scale of colours at the foot of upright cards.
    static final double SCALE = 28;

    static final double SCALE_WIDTH = 190;

    private Metrics() {}
}
