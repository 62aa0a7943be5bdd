package lossloupe.view.track;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.app.Track;
import lossloupe.compute.LossResult;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.paint.Pixels;
import lossloupe.view.Looks;
import lossloupe.view.Ui;
import lossloupe.view.track.GutterPen.Mean;
import lossloupe.view.track.Patches.Patch;
import org.jspecify.annotations.Nullable;

/// What a grid track shows of its numbers: cells or, where they are too narrow, the picture that the worker painted,
/// with names, means and strips beside them. What differs from the frame before is laid over it in patches while that
/// is little, as it is in every frame of a drag.
final class GridPicture extends Region {
    private final Ui ui;
    private final Track track;
    private final RenderCanvas base;
    private final Patches patches;
    private final PaintedGrid painted = new PaintedGrid();
    private @Nullable Pixels beneath;
    private @Nullable DrawKey drawn;
    private @Nullable Frame frame;

    GridPicture(Ui ui, Track track) {
        this.ui = ui;
        this.track = track;
        this.base = new RenderCanvas(ui.looks());
        this.patches = new Patches(ui.looks());
        getChildren().addAll(base, patches);
        setMouseTransparent(true);
        setManaged(false);
    }

    /// Shows a frame at a place.
    void draw(Frame next, Placement at, Morph morph) {
        var key = DrawKey.of(ui, next, at);
        var before = frame;
        frame = next;
        if (before != null
                && morph.isDone()
                && key.equals(drawn)
                && (key.showsAlike(track, before, next) || patch(before, next, at))) {
            return;
        }
        drawn = morph.isDone() ? key : null;
        patches.clear();
        whole(next, at, morph);
    }

    private void whole(Frame next, Placement at, Morph morph) {
        var gc = base.begin(at.width(), at.height());
        if (at.grid().hasCells()) {
            cells(gc, next, at, morph);
        } else {
            raster(gc, next, at);
            var picture = next.picture(track);
            beneath = picture == null ? null : picture.pixels();
        }
        if (morph.isDone()) {
            new GutterPen(gc, at, palette()).classNames(next.evaluation());
            var means = means(next, at);
            for (int c = 0; c < means.size(); c++) {
                mean(gc, at, c, means.get(c));
            }
            var strip = strip(next, at);
            if (strip != null) {
                strip.draw(gc);
            }
        }
    }

    /// Lays over the picture what differs from it; answers false where that would be too much.
    private boolean patch(Frame before, Frame next, Placement at) {
        var pieces = new ArrayList<Patch>();
        if (at.grid().hasCells()) {
            changedCells(pieces, before, next, at);
        } else {
            var piece = changedPixels(next, at);
            if (piece == null) {
                return false;
            }
            pieces.add(piece);
        }
        changedMeans(pieces, means(before, at), means(next, at), at);
        var was = strip(before, at);
        var is = strip(next, at);
        if (was != null && is != null) {
            pieces.addAll(is.unlike(was));
        }
        return patches.show(
                pieces, at.width() * at.height(), Looks.color(palette().panel()));
    }

    /// Of a dragged logit that is one cell here and a few there.
    private void changedCells(List<Patch> pieces, Frame before, Frame next, Placement at) {
        var grid = at.grid();
        var was = pen(before, at);
        var is = pen(next, at);
        for (int c = 0; c < grid.classes(); c++) {
            for (int p = grid.firstVisible(); p < grid.lastVisible(); p++) {
                if (!is.drawsLike(was, c, p)) {
                    int cls = c;
                    int position = p;
                    var box = at.cell(c, p);
                    pieces.add(new Patch(box, box, gc -> is.draw(gc, cls, position, box)));
                }
            }
        }
    }

    /// The part of the painted picture that is not as it is on the canvas beneath, or null where all of it is new.
    private @Nullable Patch changedPixels(Frame next, Placement at) {
        var picture = next.picture(track);
        var difference =
                picture == null || beneath == null ? null : picture.pixels().difference(beneath);
        if (picture == null || difference == null) {
            return null;
        }
        double x = at.grid().width() / picture.pixels().width();
        double y = at.grid().height() / picture.pixels().height();
        var box = at.shifted(
                new Box(difference.x() * x, difference.y() * y, difference.width() * x, difference.height() * y));
        return new Patch("pixels", box, gc -> raster(gc, next, at));
    }

    private void raster(GraphicsContext gc, Frame next, Placement at) {
        painted.draw(gc, next.picture(track), at.gridBox());
    }

    private void cells(GraphicsContext gc, Frame next, Placement at, Morph morph) {
        var grid = at.grid();
        var pen = pen(next, at);
        gc.save();
        if (morph.isDone() && grid.isCut()) {
            gc.beginPath();
            gc.rect(at.gridX(), at.gridY(), grid.width(), grid.height());
            gc.clip();
        }
        for (int c = 0; c < grid.classes(); c++) {
            for (int p = grid.firstVisible(); p < grid.lastVisible(); p++) {
                pen.draw(gc, c, p, morph.cell(at, c, p));
            }
        }
        gc.restore();
    }

    private CellPen pen(Frame next, Placement at) {
        var grid = at.grid();
        double room = at.isFirst() ? grid.cellAlong() - grid.gap() : grid.cellAcross() - 2;
        return new CellPen(track, next, palette(), grid.firstVisible(), room);
    }

    /// The means per class beside the cells of a loss.
    private List<Mean> means(Frame next, Placement at) {
        return switch (track) {
            case LOSS_A ->
                GutterPen.means(next.evaluation().a(), next.evaluation().b(), at);
            case LOSS_B ->
                GutterPen.means(next.evaluation().b(), next.evaluation().a(), at);
            default -> List.of();
        };
    }

    private void mean(GraphicsContext gc, Placement at, int cls, Mean mean) {
        new GutterPen(gc, at, palette())
                .mean(
                        cls,
                        mean,
                        track == Track.LOSS_A ? palette().lossA() : palette().lossB());
    }

    private void changedMeans(List<Patch> pieces, List<Mean> before, List<Mean> next, Placement at) {
        for (int c = 0; c < next.size(); c++) {
            int cls = c;
            if (!next.get(c).equals(before.get(c))) {
                pieces.add(new Patch(
                        List.of(Mean.class, c), GutterPen.meanBox(at, c), gc -> mean(gc, at, cls, next.get(cls))));
            }
        }
    }

    /// What stands along the position axis beside the cells, or null.
    private @Nullable Strip<?> strip(Frame next, Placement at) {
        var evaluation = next.evaluation();
        return switch (track) {
            case LABELS ->
                new CountStrip(
                        at,
                        palette(),
                        ui.texts(),
                        evaluation.overlap(),
                        next.view().example());
            case LOSS_A -> sums(next, at, evaluation.a());
            case LOSS_B -> sums(next, at, evaluation.b());
            default -> null;
        };
    }

    private @Nullable Strip<?> sums(Frame next, Placement at, LossResult result) {
        var fibres = result.fibres();
        var scale = next.scales().sums(track, palette(), next.view().ramp());
        return fibres == null || at.endPx() == 0
                ? null
                : new SumStrip(at, palette(), ui.texts(), result, fibres, next, scale);
    }

    private Palette palette() {
        return ui.looks().palette();
    }
}
