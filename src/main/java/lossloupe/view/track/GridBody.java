package lossloupe.view.track;

import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.document.Edit;
import lossloupe.document.WeightEdit;
import lossloupe.loss.Explanation.Source;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.Axis;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The body of a grid track: its picture, with selection and crosshair above, and what a person does to it.
final class GridBody extends Region implements TrackBody, EditorHost {
    private final Ui ui;
    private final Track track;
    private final GridPicture picture;
    private final RenderCanvas top;
    private @Nullable Frame frame;
    private @Nullable Placement place;
    private @Nullable Object overlaid;
    private Source pointedAt = Source.NONE;

    GridBody(Ui ui, Track track) {
        this.ui = ui;
        this.track = track;
        this.picture = new GridPicture(ui, track);
        this.top = new RenderCanvas(ui.looks());
        getChildren().addAll(picture, top);
        getStyleClass().add("grid-body");
        setId("grid-" + track.id());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        new GridMouse(ui, this);
        ObservableValue<Boolean> focus = focusedProperty();
        focus.subscribe(now -> overlay());
    }

    Track track() {
        return track;
    }

    @Nullable
    Placement place() {
        return place;
    }

    /// The frame last drawn, or null before the first.
    @Nullable
    Frame frame() {
        return frame;
    }

    /// The cell under a point of the body, or null.
    GridGeometry.@Nullable Hit hit(double x, double y) {
        return place == null ? null : place.grid().hit(x - place.gridX(), y - place.gridY());
    }

    /// The cell nearest to a point of the body.
    GridGeometry.Hit nearest(double x, double y) {
        var now = place;
        return now == null ? new GridGeometry.Hit(0, 0) : now.grid().clamped(x - now.gridX(), y - now.gridY());
    }

    /// Lets a person type the selected logit or weight.
    void type() {
        var at = place;
        if (at == null) {
            return;
        }
        var model = ui.model();
        var selection = model.view().selection();
        int example = model.view().example();
        int cls = selection.cls();
        int position = selection.position();
        var box = at.cell(cls, position);
        if (track == Track.WEIGHTS) {
            var now = Numbers.shortest(model.document().weights().at(example, cls, position));
            CellEditor.open(model, this, box, now, v -> new WeightEdit.Paint(example, cls, selection.span(), v));
        } else {
            var row = model.document().example(example).logits().get(cls);
            var now = Numbers.shortest(row.get(position), row.dtype());
            CellEditor.open(model, this, box, now, v -> new Edit.Values(Edit.Target.LOGITS, example, cls, position, v));
        }
    }

    @Override
    public void add(Node editor) {
        getChildren().add(editor);
    }

    @Override
    public void remove(Node editor) {
        getChildren().remove(editor);
    }

    /// The class whose name stands under a point of the body, or −1.
    int classNameAt(double x, double y) {
        var at = place;
        if (at == null) {
            return -1;
        }
        double across = at.isFirst() ? y - at.gridY() : x - at.gridX();
        double before = at.isFirst() ? at.gridX() - x : at.gridY() - y;
        boolean inside = before > 0 && across >= 0 && across < at.grid().acrossPx();
        return inside ? (int) (across / at.grid().cellAcross()) : -1;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void draw(Frame next, Placement at, Morph morph) {
        frame = next;
        place = at;
        picture.draw(next, at, morph);
        overlay();
    }

    @Override
    public void overlay() {
        var now = frame;
        var at = place;
        if (now == null || at == null) {
            return;
        }
        var shape = now.evaluation().document().shape();
        var selection = ui.model().view().selection().within(shape);
        var palette = ui.looks().palette();
        setAccessibleText(describe(now, selection.cls(), selection.position()));
        var words = ui.texts().stringsProperty().getValue();
        var state = Arrays.asList(
                selection,
                ui.model().hoverProperty().get(),
                at,
                palette,
                pointedAt,
                dropped(now),
                shape.length(),
                words);
        if (state.equals(overlaid)) {
            return;
        }
        overlaid = state;
        var gc = top.begin(at.width(), at.height());
        new AxisPen(gc, at, palette).positions(selection.position(), words.text("track.position"));
        var pen = new OverlayPen(gc, at, palette);
        pen.crosshair(ui.model().hoverProperty().get());
        var dropped = dropped(now);
        if (dropped != null) {
            pen.shared(selection, dropped, shape.length(), isOfA() ? palette.lossA() : palette.lossB());
        }
        pen.selection(selection);
        if (isPointedAt()) {
            pen.pointedAt(selection, palette.lossA());
        }
    }

    /// Whether this track holds what a factor of the formula under the pointer comes from.
    private boolean isPointedAt() {
        return switch (pointedAt) {
            case LOGIT, SHARED -> track == Track.LOGITS;
            case LABEL -> track == Track.LABELS;
            case RESULT, NONE -> false;
        };
    }

    /// Says which part of the formula the pointer is on.
    void pointAt(Source source) {
        pointedAt = source;
        overlay();
    }

    private boolean isOfA() {
        return track == Track.LOSS_A || track == Track.PROBABILITIES_A || track == Track.GRADIENT_A;
    }

    /// The axis that the loss of this track sums over, if it couples cells.
    private @Nullable Axis dropped(Frame now) {
        var result = switch (track) {
            case LOSS_A, PROBABILITIES_A, GRADIENT_A -> now.evaluation().a();
            case LOSS_B, PROBABILITIES_B, GRADIENT_B -> now.evaluation().b();
            default -> null;
        };
        var fibres = result == null ? null : result.fibres();
        return fibres == null ? null : fibres.dropped();
    }

    /// What a screen reader says of a cell.
    private String describe(Frame now, int cls, int position) {
        var evaluation = now.evaluation();
        int example = now.view().example();
        return ui.texts()
                .now(
                        "track.cellSpoken",
                        evaluation.document().classes().get(cls).name(),
                        Integer.toString(position),
                        Numbers.shortest(evaluation.labels().get(example, cls, position)),
                        Numbers.fixed(evaluation.a().terms().get(example, cls, position), 3),
                        Numbers.fixed(Scales.field(track, evaluation).get(example, cls, position), 3));
    }
}
