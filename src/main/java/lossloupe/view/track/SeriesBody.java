package lossloupe.view.track;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import lossloupe.app.AppModel;
import lossloupe.app.Frame;
import lossloupe.app.Selection;
import lossloupe.document.Edit;
import lossloupe.paint.Envelope;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The series as a line whose points can be dragged while they are wide enough apart, else as the exact band between
/// least and greatest value of each pixel; and the numbers of the shared position axis.
final class SeriesBody extends Region implements TrackBody, EditorHost {
    private static final double INSET = 9;
    private static final double LEAST_TICK = 46;
    private final Ui ui;
    private final AppModel model;
    private final RenderCanvas base;
    private final RenderCanvas top;
    private @Nullable Frame frame;
    private @Nullable Placement place;
    private double low;
    private double high;
    private @Nullable Gesture running;

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
            range(series);
        }
        var palette = ui.looks().palette();
        var gc = base.begin(at.width(), at.height());
        gc.setStroke(Looks.color(palette.ink()));
        if (at.grid().hasCells()) {
            line(gc, series, at, palette);
        } else {
            band(gc, series, at, palette);
        }
        axis(gc, at, palette);
        overlay();
    }

    private static Plane series(Frame frame) {
        var document = frame.evaluation().document();
        return document.example(Math.min(frame.view().example(), document.examples().size() - 1))
                .series();
    }

    private void range(Plane series) {
        var extremes = new Extremes();
        series.extremes(0, series.length(), extremes);
        low = extremes.isEmpty() ? 0 : extremes.min();
        high = extremes.isEmpty() ? 1 : extremes.max();
        if (high <= low) {
            high = low + 1;
        }
    }

    /// Pixel across for a value.
    private double across(Placement at, double value) {
        double t = (value - low) / (high - low);
        double size = at.grid().acrossPx() - 2 * INSET;
        return at.isFirst() ? at.gridY() + INSET + (1 - t) * size : at.gridX() + INSET + t * size;
    }

    private double valueAt(Placement at, double pixel) {
        double size = at.grid().acrossPx() - 2 * INSET;
        double t = at.isFirst() ? 1 - (pixel - at.gridY() - INSET) / size : (pixel - at.gridX() - INSET) / size;
        return low + t * (high - low);
    }

    private double along(Placement at, int position) {
        var grid = at.grid();
        return (at.isFirst() ? at.gridX() : at.gridY()) + grid.along(position) + (grid.cellAlong() - grid.gap()) / 2;
    }

    private void line(GraphicsContext gc, Plane series, Placement at, Palette palette) {
        var grid = at.grid();
        gc.save();
        gc.beginPath();
        gc.rect(at.gridX() - 6, at.gridY() - 2, grid.width() + 12, grid.height() + 4);
        gc.clip();
        gc.setLineWidth(1.8);
        gc.beginPath();
        boolean pen = false;
        int first = Math.max(0, grid.firstVisible() - 1);
        int last = Math.min(series.length(), grid.lastVisible() + 1);
        for (int p = first; p < last; p++) {
            double v = series.get(p);
            if (!Double.isFinite(v)) {
                pen = false;
                continue;
            }
            double a = along(at, p);
            double b = across(at, v);
            double x = at.isFirst() ? a : b;
            double y = at.isFirst() ? b : a;
            if (pen) {
                gc.lineTo(x, y);
            } else {
                gc.moveTo(x, y);
            }
            pen = true;
        }
        gc.stroke();
        if (grid.cellAlong() >= 12) {
            for (int p = grid.firstVisible(); p < grid.lastVisible(); p++) {
                point(gc, at, p, series.get(p), 3.4, palette);
            }
        }
        gc.restore();
    }

    private void point(GraphicsContext gc, Placement at, int position, double value, double r, Palette palette) {
        if (!Double.isFinite(value)) {
            return;
        }
        double a = along(at, position);
        double b = across(at, value);
        double x = at.isFirst() ? a : b;
        double y = at.isFirst() ? b : a;
        gc.setFill(Looks.color(palette.panel()));
        gc.setStroke(Looks.color(palette.ink()));
        gc.setLineWidth(1.8);
        gc.fillOval(x - r, y - r, 2 * r, 2 * r);
        gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    private void band(GraphicsContext gc, Plane series, Placement at, Palette palette) {
        double scale = base.deviceScale();
        var envelope = Envelope.of(series, at.grid(), scale);
        gc.setStroke(Looks.color(palette.ink()));
        gc.setLineWidth(1 / scale);
        double before = Double.NaN;
        for (int i = 0; i < envelope.min().length; i++) {
            if (Double.isNaN(envelope.min()[i])) {
                before = Double.NaN;
                continue;
            }
            double b0 = across(at, envelope.min()[i]);
            double b1 = across(at, envelope.max()[i]);
            double far = at.isFirst() ? Math.min(b1, Double.isNaN(before) ? b1 : before) : Math.max(b1, b0);
            double a = (at.isFirst() ? at.gridX() : at.gridY()) + (i + 0.5) / scale;
            if (at.isFirst()) {
                gc.strokeLine(a, b0 + 0.6, a, far - 0.6);
            } else {
                gc.strokeLine(b0 - 0.6, a, b1 + 0.6, a);
            }
            before = at.isFirst() ? b0 : Double.NaN;
        }
    }

    private void axis(GraphicsContext gc, Placement at, Palette palette) {
        var grid = at.grid();
        int selected = model.view().selection().position();
        var mute = Looks.color(palette.mute());
        for (int p : Ticks.of(grid, at.isFirst() ? LEAST_TICK : 22)) {
            var font = p == selected ? Faces.STRONG : Faces.SMALL;
            var ink = p == selected ? Looks.color(palette.ink()) : mute;
            double a = along(at, p);
            if (at.isFirst()) {
                double y = at.gridY() + grid.acrossPx() + 10;
                Marks.text(gc, Ticks.text(p), a, y, TextAlignment.CENTER, font, ink);
            } else {
                Marks.text(gc, Ticks.text(p), at.gridX() - 4, a, TextAlignment.RIGHT, font, ink);
            }
        }
        if (at.isFirst()) {
            double x = at.gridX() - 10;
            Marks.text(gc, tick(high), x, across(at, high), TextAlignment.RIGHT, Faces.SMALL, mute);
            Marks.text(gc, tick(low), x, across(at, low), TextAlignment.RIGHT, Faces.SMALL, mute);
            double y = at.gridY() + grid.acrossPx() + 10;
            Marks.text(gc, ui.texts().now("track.position"), 0, y, TextAlignment.LEFT, Faces.SMALL, mute);
        } else {
            double y = at.gridY() - 12;
            Marks.text(gc, tick(low), across(at, low), y, TextAlignment.CENTER, Faces.SMALL, mute);
            Marks.text(gc, tick(high), across(at, high), y, TextAlignment.CENTER, Faces.SMALL, mute);
        }
    }

    private static String tick(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return Numbers.shortest(rounded);
    }

    @Override
    public void overlay() {
        var now = frame;
        var at = place;
        if (now == null || at == null) {
            return;
        }
        var palette = ui.looks().palette();
        var gc = top.begin(at.width(), at.height());
        new OverlayPen(gc, at, palette).crosshair(model.hoverProperty().get());
        var series = series(now);
        int position = Math.min(model.view().selection().position(), series.length() - 1);
        double a = at.grid().along(position);
        if (at.grid().hasCells() && a >= 0 && a < at.grid().alongPx()) {
            point(gc, at, position, series.get(position), 5, palette);
        }
        setAccessibleText(ui.texts()
                .now("track.seriesSpoken", Integer.toString(position), Numbers.shortest(series.get(position))));
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
            double a = along(at, hit.position());
            CellEditor.open(model, Edit.Target.SERIES, this, new Box(a - 40, at.gridY(), 80, 40));
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
                double value = valueAt(at, at.isFirst() ? event.getY() : event.getX());
                double unit = Math.pow(10, Math.floor(Math.log10(high - low)) - 2);
                double round = Math.round(value / unit) * unit;
                double kept = Math.round(round * 1e9) / 1e9;
                model.store()
                        .apply(
                                new Edit.Values(
                                        Edit.Target.SERIES, model.view().example(), 0, position, kept),
                                stroke);
            }
        }

        @Override
        public void cancel() {
            model.store().cancel(stroke);
        }
    }
}
