package lossloupe.view.track;

import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import lossloupe.app.AppModel;
import lossloupe.app.Surface;
import lossloupe.app.Track;
import lossloupe.app.ViewState;
import lossloupe.document.Document;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Looks;
import lossloupe.view.Presence;
import lossloupe.view.Ui;

/// The labels of all positions in one thin strip with a window on what is seen; there while something is not. Drag the
/// window, or click beside it.
public final class OverviewStrip extends Region {
    private static final double HEIGHT = 30;
    private static final double LEAST_WIDTH = 10;
    private static final double VEIL = 0.45;
    private final Ui ui;
    private final AppModel model;
    private final RenderCanvas canvas;
    private final PaintedGrid painted = new PaintedGrid();
    private double grip;

    public OverviewStrip(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        this.canvas = new RenderCanvas(ui.looks());
        getStyleClass().add("overview");
        setId("overview");
        setAccessibleRole(AccessibleRole.SCROLL_BAR);
        accessibleTextProperty().bind(ui.texts().of("track.overview"));
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setCursor(Cursor.HAND);
        model.frameProperty().subscribe(f -> draw());
        model.viewProperty().subscribe(v -> {
            boolean needed = !v.viewport().showsAll();
            Presence.set(this, needed);
            draw();
        });
        ui.looks().paletteProperty().subscribe(p -> refresh());
        model.paintFor(this::surface);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
    }

    @Override
    protected void layoutChildren() {
        refresh();
    }

    private void refresh() {
        model.repaint();
        draw();
    }

    private Map<Track, Surface> surface(Document document, ViewState view) {
        if (view.viewport().showsAll() || getWidth() < LEAST_WIDTH) {
            return Map.of();
        }
        var shape = document.shape();
        // Always painted along x: the strip lies at the foot in either layout.
        var grid = new GridGeometry(
                DataFormat.CHANNELS_FIRST, shape.classes(), shape.length(), 0, shape.length(), getWidth(), HEIGHT - 8);
        return Map.of(Track.OVERVIEW, ui.looks().surface(grid, this));
    }

    private void draw() {
        if (!isVisible() || getWidth() < LEAST_WIDTH) {
            return;
        }
        var palette = ui.looks().palette();
        var gc = canvas.begin(getWidth(), HEIGHT);
        gc.setFill(Looks.color(palette.panel()));
        gc.fillRoundRect(0, 1, getWidth(), HEIGHT - 2, 6, 6);
        painted.draw(gc, model.frame().picture(Track.OVERVIEW), new GridGeometry.Box(0, 4, getWidth(), HEIGHT - 8));
        var view = model.view().viewport();
        double x0 = view.from() / view.length() * getWidth();
        double x1 = view.to() / view.length() * getWidth();
        var veil = Looks.color(palette.background());
        gc.setFill(Color.color(veil.getRed(), veil.getGreen(), veil.getBlue(), VEIL));
        gc.fillRect(0, 0, x0, HEIGHT);
        gc.fillRect(x1, 0, getWidth() - x1, HEIGHT);
        gc.setFill(Looks.color(palette.ink()));
        double selected = (model.view().selection().position() + 0.5) / view.length() * getWidth();
        gc.fillRect(Math.clamp(selected - 1, 0, getWidth() - 2), 0, 2, HEIGHT);
        gc.setStroke(Looks.color(palette.ink()));
        gc.setLineWidth(1.6);
        gc.strokeRoundRect(Math.min(x0, getWidth() - 4) + 0.8, 0.8, Math.max(4, x1 - x0) - 1.6, HEIGHT - 1.6, 6, 6);
    }

    private void pressed(MouseEvent event) {
        var view = model.view().viewport();
        double at = position(event);
        boolean inside = at >= view.from() && at <= view.to();
        grip = inside ? at - view.from() : view.span() / 2;
        dragged(event);
    }

    private void dragged(MouseEvent event) {
        double from = position(event) - grip;
        model.look(v -> v.withViewport(v.viewport().placed(from, v.viewport().span())));
    }

    private double position(MouseEvent event) {
        return event.getX() / getWidth() * model.view().viewport().length();
    }
}
