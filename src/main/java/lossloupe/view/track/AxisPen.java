package lossloupe.view.track;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;

/// Writes the numbers of the positions that all tracks share, beside the track that has them.
record AxisPen(GraphicsContext gc, Placement at, Palette palette) {
    private static final double LEAST_ACROSS = 46;
    private static final double LEAST_DOWN = 22;

    /// The numbers, the selected one strong; nothing where another track has them.
    ///
    /// @param caption what they are; there is room for it where they run to the right
    void positions(int selected, String caption) {
        if (!at.hasAxis()) {
            return;
        }
        for (int p : Ticks.of(at.grid(), at.isFirst() ? LEAST_ACROSS : LEAST_DOWN)) {
            var font = p == selected ? Faces.STRONG : Faces.SMALL;
            var ink = Looks.color(p == selected ? palette.ink() : palette.mute());
            double along = at.middle(p);
            if (at.isFirst()) {
                Marks.text(gc, Ticks.text(p), along, at.axis(), TextAlignment.CENTER, font, ink);
            } else {
                Marks.text(gc, Ticks.text(p), at.axis(), along, TextAlignment.RIGHT, font, ink);
            }
        }
        if (at.isFirst()) {
            var mute = Looks.color(palette.mute());
            Marks.text(gc, caption, 0, at.axis(), TextAlignment.LEFT, Faces.SMALL, mute);
        }
    }
}
