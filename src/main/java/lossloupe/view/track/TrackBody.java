package lossloupe.view.track;

import javafx.scene.layout.Region;
import lossloupe.app.Frame;

/// What a card holds below its header.
interface TrackBody {
    Region node();

    /// Draws a frame at a placement, on the way from another plan where `morph` is not done.
    void draw(Frame frame, Placement place, Morph morph);

    /// Draws selection and crosshair anew; nothing else has changed.
    void overlay();
}
