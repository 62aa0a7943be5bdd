package lossloupe.view.track;

import java.util.Arrays;
import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.compute.LossResult;
import lossloupe.paint.GridGeometry;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// What a header says of its track.
///
/// @param grid where its cells are
record TrackWords(Ui ui, Track track, Frame frame, GridGeometry grid) {
    String title() {
        return switch (track) {
            case LOSS_A -> frame.evaluation().a().info().name();
            case LOSS_B -> frame.evaluation().b().info().name();
            default -> ui.texts().now("track." + track.id());
        };
    }

    String shortTitle() {
        return switch (track) {
            case LOSS_A -> frame.evaluation().a().info().shortName();
            case LOSS_B -> frame.evaluation().b().info().shortName();
            default -> title();
        };
    }

    /// The second, quieter part of the title.
    String unit() {
        var shape = frame.evaluation().document().shape();
        return switch (track) {
            case SERIES -> "x[p]";
            case LABELS ->
                "z · " + shape.classes() + " × " + Ticks.text(shape.length()) + " · "
                        + ui.texts().now(labelKind());
            case WEIGHTS -> "w · " + shapes();
            case LOGITS -> "x · " + reading();
            case LOSS_A -> ofLoss(frame.evaluation().a());
            case LOSS_B -> ofLoss(frame.evaluation().b());
            case GRADIENT_A, GRADIENT_B -> "∂L/∂x";
            case PROBABILITIES_A, PROBABILITIES_B -> "p";
            case POSITION_LOSS ->
                overClasses("A", frame.evaluation().a()) + " · "
                        + overClasses("B", frame.evaluation().b());
            case DIFFERENCE -> ui.texts().now("track.differenceHint");
            default -> "";
        };
    }

    /// What to do with cells, or how to read pixels that stand for many of them.
    private String reading() {
        int many = (int) Math.round(1 / grid.cellAlong());
        return many > 1
                ? ui.texts().now("track.perPixel", Ticks.text(many))
                : ui.texts().now("track.logitsHint");
    }

    private String overClasses(String side, LossResult result) {
        var fibres = result.fibres();
        boolean isSum = fibres != null && fibres.dropped() == Axis.CLASS;
        return ui.texts().now(isSum ? "track.sideSum" : "track.sideMean", side);
    }

    private String labelKind() {
        var overlap = frame.evaluation().overlap();
        if (overlap.overlaps() > 0) {
            return "track.multiHot";
        }
        return overlap.gaps() > 0 ? "track.exclusiveWithGaps" : "track.oneHot";
    }

    /// The weights' own shape and the one they are stretched to.
    private String shapes() {
        var layout = frame.evaluation().document().layout();
        return Arrays.toString(frame.evaluation().document().weights().shapeIn(layout)) + " → " + layout.text();
    }

    /// Where two axes have the same length, which other one an array of the weights' sizes would go along.
    private String caution() {
        var document = frame.evaluation().document();
        var shape = document.shape();
        return document.weights().mistakableFor(shape).stream()
                .findFirst()
                .map(other ->
                        ui.texts().now("track.weights.caution", other.symbol(), Integer.toString(shape.size(other))))
                .orElse("");
    }

    private boolean dropsWeights(LossResult result) {
        return result.weights().isNone()
                && !frame.evaluation().document().weights().isNone();
    }

    /// Maps and means of classes show what a loss is before weights act on it.
    private String ofLoss(LossResult result) {
        return result.weights().isNone() ? coupling(result) : ui.texts().now("track.beforeWeights", coupling(result));
    }

    private String coupling(LossResult result) {
        if (dropsWeights(result)) {
            return ui.texts().now("track.weights.dropped");
        }
        if (result.loss().isOfRegions()) {
            return ui.texts().now("track.share");
        }
        var fibres = result.fibres();
        if (fibres == null) {
            return ui.texts().now("track.perCell");
        }
        return ui.texts().now(fibres.dropped() == Axis.CLASS ? "track.perPosition" : "track.perClass");
    }

    /// The value under the cursor and where it stands, or what there is to say of the whole.
    String value() {
        var hover = hovered();
        if (hover == null) {
            return whole();
        }
        if (track == Track.SERIES) {
            return place(hover.position());
        }
        var classes = frame.evaluation().document().classes();
        return track.isGrid() ? classes.get(hover.cls()).name() + ", " + hover.position() + ": " + number() : "";
    }

    /// The bare number under the cursor; empty where there is none.
    String number() {
        var hover = hovered();
        if (hover == null) {
            return "";
        }
        var evaluation = frame.evaluation();
        if (track == Track.SERIES) {
            return series(hover.position());
        }
        if (!track.isGrid()) {
            return "";
        }
        double value = Scales.field(track, evaluation).get(example(), hover.cls(), hover.position());
        int digits = track == Track.LOGITS ? 2 : 4;
        return track == Track.LABELS ? Numbers.shortest(value) : Numbers.telling(value, digits);
    }

    /// The cell under the cursor, if the frame has it.
    private GridGeometry.@Nullable Hit hovered() {
        var hover = ui.model().hoverProperty().get();
        var shape = frame.evaluation().document().shape();
        boolean isThere = hover != null && hover.position() < shape.length() && hover.cls() < shape.classes();
        return isThere ? hover : null;
    }

    private int example() {
        return Math.min(
                frame.view().example(), frame.evaluation().document().shape().batch() - 1);
    }

    private String whole() {
        return switch (track) {
            case SERIES -> place(ui.model().view().selection().position());
            case LABELS -> overlaps();
            case WEIGHTS -> caution();
            case LOSS_A -> hatch(frame.evaluation().a());
            case LOSS_B -> hatch(frame.evaluation().b());
            case GRADIENT_A -> dots(frame.evaluation().a());
            case GRADIENT_B -> dots(frame.evaluation().b());
            default -> "";
        };
    }

    private String place(int position) {
        int at = Math.min(position, frame.evaluation().document().shape().length() - 1);
        return ui.texts().now("track.positionValue", Integer.toString(at), series(at));
    }

    private String series(int position) {
        var series = frame.evaluation().document().example(example()).series();
        return Numbers.shortest(series.get(position), series.dtype());
    }

    private String overlaps() {
        var overlap = frame.evaluation().overlap();
        var shown = overlap.examples().get(example());
        var said = ui.texts().now("track.overlapsAndGaps", shown.overlaps(), shown.gaps());
        return overlap.examples().size() == 1 || overlap.isExclusive()
                ? said
                : ui.texts().now("track.overlapsOfAll", said, overlap.overlaps(), overlap.gaps());
    }

    private String hatch(LossResult result) {
        var fibres = result.fibres();
        boolean hatched =
                fibres != null && fibres.dropped() == Axis.CLASS && grid.hasCells() && result.floor(Reduction.SUM) > 0;
        return hatched ? ui.texts().now("track.hatched") : "";
    }

    /// Says what the dots are where there may be some.
    private String dots(LossResult result) {
        var returned = result.returnedGradient();
        var count = returned.count();
        if (count.isEmpty()) {
            return returned.mayDiffer() ? ui.texts().now("track.returned") : "";
        }
        return count.getAsLong() > 0 ? ui.texts().now("track.returnedCount", count.getAsLong()) : "";
    }
}
