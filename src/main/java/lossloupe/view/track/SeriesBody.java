package lossloupe.view.track;

import java.util.Arrays;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lossloupe.app.AppModel;
import lossloupe.app.Frame;
import lossloupe.app.Selection;
import lossloupe.document.Edit;
import lossloupe.tensor.Plane;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The series as a line whose points can be dragged while they are wide enough apart, else as the exact band between
/// least and greatest value of each pixel.
final class SeriesBody extends Region implements TrackBody, EditorHost {
    private final Ui ui;
    private final AppModel model;
    private final RenderCanvas base;
    private final RenderCanvas top;
    private @Nullable Frame frame;
    private @Nullable Placement place;
    private double low;
    private double high;
    private @Nullable Gesture running;
    private @Nullable List<Object> shown;
    private @Nullable List<?> overlaid;

    SeriesBody(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        this.base = new RenderCanvas(ui.looks());
        this.top = new RenderCanvas(ui.looks());
        getChildren().addAll(base, top);
        setId("series");
        getStyleClass().add("grid-body");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(this::moved);
        setOnMouseExited(e -> model.hoverProperty().set(null));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(e -> running = null);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void add(Node editor) {
        getChildren().add(editor);
    }

    @Override
    public void remove(Node editor) {
        getChildren().remove(editor);
    }

    @Override
    public void draw(Frame next, Placement at, Morph morph) {
        frame = next;
        place = at;
        var series = series(next);
        if (running == null) {
            var range = SeriesRange.of(series);
            low = range.low();
            high = range.high();
        }
        var state = List.of(
                series,
                at,
                low,
                high,
                model.view().selection().position(),
                ui.looks().palette(),
                ui.texts().stringsProperty().getValue());
        if (state.equals(shown)) {
            overlay();
            return;
        }
        shown = state;
        var drawn = pen(base.begin(at.width(), at.height()), at);
        drawn.series(series, ui.looks().deviceScale(this));
        drawn.ends();
        new AxisPen(drawn.gc(), at, drawn.palette())
                .positions(model.view().selection().position(), ui.texts().now("track.position"));
        overlay();
    }

    private SeriesPen pen(GraphicsContext gc, Placement at) {
        return new SeriesPen(gc, at, ui.looks().palette(), low, high);
    }

    private static Plane series(Frame frame) {
        var document = frame.evaluation().document();
        return document.example(
                        Math.min(frame.view().example(), document.examples().size() - 1))
                .series();
    }

    @Override
    public void overlay() {
        var now = frame;
        var at = place;
        if (now == null || at == null) {
            return;
        }
        var palette = ui.looks().palette();
        var state = Arrays.asList(
                series(now),
                at,
                low,
                high,
                palette,
                model.hoverProperty().get(),
                model.view().selection());
        if (state.equals(overlaid)) {
            return;
        }
        overlaid = state;
        var gc = top.begin(at.width(), at.height());
        var pen = new OverlayPen(gc, at, palette);
        pen.crosshair(model.hoverProperty().get());
        pen.stretch(model.view().selection().within(now.evaluation().document().shape()));
        var series = series(now);
        int position = Math.min(model.view().selection().position(), series.length() - 1);
        double a = at.grid().along(position);
        if (at.grid().hasCells() && a >= 0 && a < at.grid().alongPx()) {
            pen(gc, at).point(position, series.get(position), 5);
        }
        setAccessibleText(ui.texts().now("track.seriesSpoken", Integer.toString(position), written(series, position)));
    }

    private static String written(Plane series, int position) {
        return Numbers.shortest(series.get(position), series.dtype());
    }

    private void moved(MouseEvent event) {
        var at = place;
        if (at != null) {
            model.hoverProperty().set(at.grid().hit(event.getX() - at.gridX(), event.getY() - at.gridY()));
            setCursor(at.grid().hasCells() ? at.isFirst() ? Cursor.V_RESIZE : Cursor.H_RESIZE : Cursor.OPEN_HAND);
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        var at = place;
        if (at == null) {
            return;
        }
        boolean pans = event.getButton() == MouseButton.MIDDLE
                || Keys.isSpaceDown(getScene())
                || !at.grid().hasCells();
        var hit = at.grid().clamped(event.getX() - at.gridX(), event.getY() - at.gridY());
        if (!pans || event.isStillSincePress()) {
            model.look(v -> v.withSelection(Selection.cell(v.selection().cls(), hit.position())));
        }
        if (pans) {
            running = new Gestures.Pan(model, at, event);
        } else if (event.getClickCount() == 2) {
            type(at, hit.position());
        } else {
            running = new DragPoint(hit.position());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (running != null) {
            running.drag(event);
        }
        event.consume();
    }

    /// Moves one point across; the range stands still meanwhile.
    private void type(Placement at, int position) {
        int example = model.view().example();
        var now = written(model.document().example(example).series(), position);
        CellEditor.open(
                model,
                this,
                at.cell(0, position),
                now,
                v -> new Edit.Values(Edit.Target.SERIES, example, 0, position, v));
    }

    private final class DragPoint implements Gesture {
        private final int position;
        private final long stroke = model.store().newStroke();

        DragPoint(int position) {
            this.position = position;
        }

        @Override
        public void drag(MouseEvent event) {
            var at = place;
            if (at != null) {
                double value = SeriesPen.valueAt(at, low, high, at.isFirst() ? event.getY() : event.getX());
                double unit = Math.pow(10, Math.floor(Math.log10(high - low)) - 2);
                double round = Math.round(value / unit) * unit;
                double kept = Math.round(round * 1e9) / 1e9;
                model.store()
                        .apply(new Edit.Values(Edit.Target.SERIES, model.view().example(), 0, position, kept), stroke);
            }
        }

        @Override
        public void cancel() {
            model.store().cancel(stroke);
        }
    }
}
