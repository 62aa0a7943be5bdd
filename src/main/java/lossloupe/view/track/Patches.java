package lossloupe.view.track;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.view.Looks;

/// Small canvases over a large one. Whatever is drawn on a canvas, the renderer composes all of it anew; of a dragged
/// logit that would be every track, where a cell here and a few there have changed.
final class Patches extends Region {
    /// More pieces than this, or pieces that cover more than this share, cost as much as drawing everything.
    private static final int MOST = 64;

    private static final double SHARE = 0.4;

    private final Looks looks;
    private final Map<Object, RenderCanvas> canvases = new HashMap<>();

    Patches(Looks looks) {
        this.looks = looks;
        getStyleClass().add("patches");
        setMouseTransparent(true);
        setManaged(false);
    }

    /// A piece of the picture.
    ///
    /// @param key of which equal ones replace one another
    /// @param box in the body's pixels
    /// @param painter draws at least what lies in the box, in the body's pixels
    record Patch(Object key, Box box, Consumer<GraphicsContext> painter) {}

    /// Lays pieces over the picture and over former pieces; does nothing and answers false where there would be too
    /// many.
    ///
    /// @param area of the whole picture
    boolean show(List<Patch> pieces, double area, Color paper) {
        var keys = new HashSet<>(canvases.keySet());
        double covered = 0;
        for (var piece : pieces) {
            keys.add(piece.key());
            covered += piece.box().width() * piece.box().height();
        }
        if (keys.size() > MOST || covered > SHARE * area) {
            return false;
        }
        pieces.forEach(piece -> show(piece, paper));
        return true;
    }

    /// Takes all pieces away.
    void clear() {
        canvases.clear();
        getChildren().clear();
    }

    private void show(Patch piece, Color paper) {
        if (piece.box().width() <= 0 || piece.box().height() <= 0) {
            getChildren().remove(canvases.remove(piece.key()));
            return;
        }
        var canvas = canvases.computeIfAbsent(piece.key(), key -> new RenderCanvas(looks, 0));
        if (canvas.getParent() == null) {
            getChildren().add(canvas);
        }
        // Whole pixels, so that what is drawn twice looks the same twice.
        double x = Math.floor(piece.box().x());
        double y = Math.floor(piece.box().y());
        double width = Math.ceil(piece.box().x() + piece.box().width()) - x;
        double height = Math.ceil(piece.box().y() + piece.box().height()) - y;
        var gc = canvas.begin(width, height);
        canvas.relocate(x, y);
        gc.save();
        gc.setFill(paper);
        gc.fillRect(0, 0, width, height);
        gc.translate(-x, -y);
        piece.painter().accept(gc);
        gc.restore();
    }
}
