package lossloupe.view.track;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.compute.Field;
import lossloupe.compute.LossResult;
import lossloupe.document.ClassInfo;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import org.jspecify.annotations.Nullable;

/// Draws the cells of one grid track that are large enough to be seen one by one, with their numbers while they fit.
final class CellPen {
    /// How much of its colour a repeated factor keeps.
    private static final double REPEATED = 0.45;

    private final Track track;
    private final Palette palette;
    private final Field field;
    private final Field labels;
    private final int example;
    private final int digits;
    private final @Nullable LossResult gradientOf;
    private final CellColors colors;
    private final WeightMarks weights;
    private final @Nullable Font font;

    /// @param firstVisible position, where a factor that is the same for all positions has its place
    /// @param roomPx width of a cell; numbers appear in all cells of a track or in none, in a smaller size if need
    /// be
    CellPen(Track track, Frame frame, Palette palette, int firstVisible, double roomPx) {
        this.track = track;
        this.palette = palette;
        var evaluation = frame.evaluation();
        List<ClassInfo> classes = evaluation.document().classes();
        this.field = Scales.field(track, evaluation);
        this.labels = evaluation.labels();
        this.gradientOf =
                track == Track.GRADIENT_A ? evaluation.a() : track == Track.GRADIENT_B ? evaluation.b() : null;
        this.example = Math.min(frame.view().example(), field.shape().batch() - 1);
        this.digits = track == Track.LOGITS ? 1 : frame.scales().digits(track);
        this.font = font(roomPx - 3);
        this.weights = new WeightMarks(track, frame, firstVisible);
        this.colors = frame.scales().colors(track, palette, frame.view().ramp(), classes);
    }

    /// Whether another pen drew the same numbers at a cell.
    boolean drawsLike(CellPen other, int cls, int position) {
        return Double.compare(field.get(example, cls, position), other.field.get(example, cls, position)) == 0
                && labels.get(example, cls, position) == other.labels.get(example, cls, position)
                && isMarked(cls, position) == other.isMarked(cls, position)
                && weights.isOut(cls, position) == other.weights.isOut(cls, position)
                && weights.isRepeated(cls, position) == other.weights.isRepeated(cls, position);
    }

    /// Draws one cell where `box` is.
    void draw(GraphicsContext gc, int cls, int position, Box box) {
        double value = field.get(example, cls, position);
        if (weights.isOut(cls, position)) {
            Marks.ignored(gc, box, palette);
            return;
        }
        if (track == Track.WEIGHTS && Double.isFinite(value)) {
            weight(gc, cls, position, value, box);
            return;
        }
        if (isSilent(cls, position, value)) {
            Marks.cell(gc, box, Looks.color(palette.grid()));
            if (isRoomy(box)) {
                Marks.centered(gc, box, "·", Faces.CELL, Looks.color(palette.faint()));
            }
            return;
        }
        if (!Double.isFinite(value)) {
            notFinite(gc, box, value);
            return;
        }
        int fill = colors.color(cls, value);
        Marks.cell(gc, box, Looks.color(fill));
        number(gc, box, value, fill);
        if (isMarked(cls, position)) {
            Marks.dot(gc, box, Looks.color(palette.error()));
        }
    }

    /// A factor where it has its place, its colour alone where it is repeated, hatched where it leaves cells out.
    private void weight(GraphicsContext gc, int cls, int position, double value, Box box) {
        if (value == 0) {
            Marks.ignored(gc, box, palette);
        } else {
            int fill = colors.color(cls, value);
            boolean repeated = weights.isRepeated(cls, position);
            Marks.cell(gc, box, Looks.color(repeated ? Argb.mix(palette.panel(), fill, REPEATED) : fill));
            if (!repeated) {
                number(gc, box, value, fill);
            }
        }
    }

    /// A number that is longer than the others gives up its last decimal rather than stay away.
    private void number(GraphicsContext gc, Box box, double value, int fill) {
        var face = font;
        if (face == null || !isRoomy(box)) {
            return;
        }
        double room = box.width() - 2;
        var text = text(value, digits);
        if (Faces.width(face, text) > room) {
            text = text(value, digits - 1);
        }
        if (!text.isEmpty() && Faces.width(face, text) <= room) {
            Marks.centered(gc, box, text, face, Looks.color(palette.inkOn(fill)));
        }
    }

    /// Where TensorFlow's op returns another gradient than this.
    private boolean isMarked(int cls, int position) {
        return gradientOf != null && gradientOf.returnedGradient().differs(example, cls, position);
    }

    /// The larger of two sizes in which the track's usual number fits, or null.
    private @Nullable Font font(double room) {
        var usual = track == Track.LABELS ? "1" : (track == Track.LOGITS ? "−" : "") + Numbers.fixed(0, digits);
        if (Faces.width(Faces.CELL, usual) <= room) {
            return Faces.CELL;
        }
        return Faces.width(Faces.TINY, usual) <= room ? Faces.TINY : null;
    }

    /// Classes that a softmax position does not ask for take no part in its loss: a dot instead of 0.00.
    private boolean isSilent(int cls, int position, double value) {
        return value == 0
                && (track == Track.LOSS_A || track == Track.LOSS_B)
                && labels.get(example, cls, position) == 0;
    }

    private static boolean isRoomy(Box box) {
        return box.height() >= 13 && box.width() >= 10;
    }

    private void notFinite(GraphicsContext gc, Box box, double value) {
        Marks.cell(gc, box, Looks.color(palette.grid()));
        Color ink = Looks.color(Double.isNaN(value) ? Palette.NAN : palette.ink());
        if (Double.isNaN(value)) {
            Marks.cross(gc, box, ink);
        } else {
            Marks.triangle(gc, box, Math.signum(value), ink);
        }
    }

    private String text(double value, int decimals) {
        return switch (track) {
            case LABELS -> value == 0 ? "" : rounded(value, decimals);
            case WEIGHTS -> rounded(value, decimals);
            default -> Numbers.fixed(value, decimals);
        };
    }

    private static String rounded(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Numbers.shortest(Math.round(value * unit) / unit);
    }
}
