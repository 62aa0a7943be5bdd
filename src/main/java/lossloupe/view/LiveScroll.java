package lossloupe.view;

import javafx.scene.control.ScrollPane;

/// Scroll panes for what changes all the time. The stock skin keeps its whole content as a bitmap, which helps
/// scrolling; under a drag that bitmap is made anew every frame, and was most of the frame.
public final class LiveScroll {
    private LiveScroll() {}

    /// Takes the bitmap from a pane, once its skin has made it.
    public static void uncache(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            var viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
    }
}
