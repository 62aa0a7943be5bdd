package lossloupe.view.track;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import lossloupe.view.Looks;

/// A canvas measured in logical pixels that may be drawn with more: `screenshot --scale 2` would otherwise enlarge a
/// bitmap. Never larger than its parent, so that no texture limit is met.
public final class RenderCanvas extends Region {
    /// Room on every side for rings and outlines that reach over an edge.
    private static final double MARGIN = 4;

    private final Canvas canvas = new Canvas();
    private final Looks looks;
    private final double margin;

    public RenderCanvas(Looks looks) {
        this(looks, MARGIN);
    }

    /// @param margin room on every side for what reaches over an edge
    RenderCanvas(Looks looks, double margin) {
        this.looks = looks;
        this.margin = margin;
        getChildren().add(canvas);
        setMouseTransparent(true);
        setManaged(false);
    }

    /// Clears the canvas at a size and returns its context, in logical pixels.
    public GraphicsContext begin(double width, double height) {
        double k = looks.renderScaleProperty().get();
        resize(width, height);
        double w = Math.ceil((width + 2 * margin) * k);
        double h = Math.ceil((height + 2 * margin) * k);
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
        }
        canvas.relocate(-margin, -margin);
        canvas.getTransforms().setAll(new Scale(1 / k, 1 / k, 0, 0));
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.setGlobalAlpha(1);
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        gc.setTransform(k, 0, 0, k, margin * k, margin * k);
        return gc;
    }
}
