package lossloupe.view.tape;

import java.util.Arrays;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import lossloupe.app.Frame;
import lossloupe.app.Selection;
import lossloupe.paint.Argb;
import lossloupe.paint.GridGeometry.Hit;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Layout;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import lossloupe.view.track.RenderCanvas;
import org.jspecify.annotations.Nullable;

/// One strip of boxes for each layout in true memory order, and threads from every box to the same cell in the other.
/// Of more boxes than fit, those around the selected cell.
final class Tape extends Region {
    private static final double TITLE = 22;
    private static final double STRIP = 24;
    private static final double BRAID = 84;
    private static final double LEAST_BOX = 9;
    private static final double MOST_BOX = 26;
    private static final int MOST_THREADS = 240;

    private static final Duration FLIGHT = Duration.millis(900);

    private final Ui ui;
    private final RenderCanvas canvas;

    /// How far the boxes are on their way from the former layout to the present one; 1 once they are there.
    private final DoubleProperty arrived = new SimpleDoubleProperty(1);

    private final Timeline flight = new Timeline(
            new KeyFrame(Duration.ZERO, new KeyValue(arrived, 0)),
            new KeyFrame(FLIGHT, new KeyValue(arrived, 1, Interpolator.EASE_BOTH)));
    private @Nullable Frame frame;

    /// A strip of one layout: which boxes it shows, and where.
    private record Strip(Layout layout, int example, long first, int count, double box, double y) {
        double x(long flat) {
            return (flat - first) * box;
        }

        boolean shows(long flat) {
            return flat >= first && flat < first + count;
        }

        long flat(Hit hit) {
            return layout.flat(example, hit.cls(), hit.position());
        }
    }

    Tape(Ui ui) {
        this.ui = ui;
        this.canvas = new RenderCanvas(ui.looks());
        setId("tape");
        getChildren().add(canvas);
        setMinHeight(2 * (TITLE + STRIP) + BRAID + 6);
        setOnMouseMoved(this::hover);
        setOnMouseExited(e -> ui.model().hoverProperty().set(null));
        setOnMousePressed(this::press);
        arrived.subscribe(a -> draw());
        ui.model().hoverProperty().subscribe(h -> draw());
        ui.looks().paletteProperty().when(Shown.in(this)).subscribe(p -> draw());
    }

    void show(Frame next) {
        var before = frame;
        frame = next;
        if (before != null && format(before) != format(next) && ui.looks().movesFreely()) {
            flight.playFromStart();
        }
        draw();
    }

    private static DataFormat format(Frame frame) {
        return frame.evaluation().document().setup().format();
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private Strip strip(Frame now, DataFormat format, double y) {
        var document = now.evaluation().document();
        int example = Math.min(now.view().example(), document.shape().batch() - 1);
        var layout = new Layout(document.shape(), format);
        var selection = now.view().selection().within(document.shape());
        long all = document.shape().size();
        int fitting = (int) Math.max(1, Math.min(all, (long) (getWidth() / LEAST_BOX)));
        long middle = layout.flat(example, selection.cls(), selection.position());
        long first = Math.clamp(middle - fitting / 2, 0, all - fitting);
        return new Strip(layout, example, first, fitting, Math.min(MOST_BOX, getWidth() / fitting), y);
    }

    void draw() {
        var now = frame;
        if (now == null || getWidth() < 20 || !isVisible()) {
            return;
        }
        var palette = ui.looks().palette();
        var document = now.evaluation().document();
        var top = strip(now, DataFormat.CHANNELS_FIRST, TITLE);
        var bottom = strip(now, DataFormat.CHANNELS_LAST, TITLE + STRIP + BRAID);
        var boxes = new Boxes(canvas.begin(getWidth(), getHeight()), palette, document, top.example);
        for (int i = 0; i < top.count && top.count <= MOST_THREADS; i++) {
            var cell = top.layout.cellAt(top.first + i);
            int color = Argb.opaque(document.classes().get(cell.cls()).rgb());
            thread(boxes, top, bottom, cell, color, 0.22, 1);
        }
        for (var strip : new Strip[] {top, bottom}) {
            title(boxes, now, strip);
            for (int i = 0; i < strip.count; i++) {
                var cell = strip.layout.cellAt(strip.first + i);
                if (arrived.get() < 1 && strip.layout.format() == format(now)) {
                    boxes.slot(i * strip.box, strip.y, strip.box, STRIP);
                } else {
                    boxes.box(cell, i * strip.box, strip.y, strip.box, STRIP);
                }
            }
        }
        if (arrived.get() < 1) {
            boolean down = format(now) == DataFormat.CHANNELS_LAST;
            fly(boxes, down ? top : bottom, down ? bottom : top);
        }
        var selection = now.view().selection().within(document.shape());
        light(boxes, top, bottom, new Hit(selection.cls(), selection.position()), palette.ink());
        var hover = ui.model().hoverProperty().get();
        if (hover != null
                && hover.cls() < document.shape().classes()
                && hover.position() < document.shape().length()) {
            light(boxes, top, bottom, hover, palette.lossA());
        }
    }

    /// The permutation that a transpose is: every box on its way to where the present layout keeps it.
    private void fly(Boxes boxes, Strip from, Strip to) {
        double part = arrived.get();
        for (int i = 0; i < from.count && from.count <= MOST_THREADS; i++) {
            var cell = from.layout.cellAt(from.first + i);
            long there = to.layout.flat(cell.example(), cell.cls(), cell.position());
            if (to.shows(there)) {
                double x = from.x(from.first + i) + part * (to.x(there) - from.x(from.first + i));
                boxes.box(cell, x, from.y + part * (to.y - from.y), from.box, STRIP);
            }
        }
    }

    private void light(Boxes boxes, Strip top, Strip bottom, Hit hit, int ink) {
        var cell = new Layout.Cell(top.example, hit.cls(), hit.position());
        thread(boxes, top, bottom, cell, ink, 1, 2);
        for (var strip : new Strip[] {top, bottom}) {
            long flat = strip.flat(hit);
            if (strip.shows(flat)) {
                boxes.ring(strip.x(flat), strip.y, strip.box, STRIP, ink);
            }
        }
    }

    private static void thread(
            Boxes boxes, Strip top, Strip bottom, Layout.Cell cell, int color, double strength, double thick) {
        long above = top.layout.flat(cell.example(), cell.cls(), cell.position());
        long below = bottom.layout.flat(cell.example(), cell.cls(), cell.position());
        if (top.shows(above) && bottom.shows(below)) {
            boxes.thread(
                    top.x(above) + top.box / 2,
                    top.y + STRIP + 2,
                    bottom.x(below) + bottom.box / 2,
                    bottom.y - 2,
                    color,
                    strength,
                    thick);
        }
    }

    /// Shape, strides in elements and bytes, and the index of the cell that is pointed at.
    private void title(Boxes boxes, Frame now, Strip strip) {
        var document = now.evaluation().document();
        var layout = strip.layout;
        boolean current = document.setup().format() == layout.format();
        int bytes = document.example(strip.example).logits().getFirst().dtype().bytes();
        long[] strides = layout.strides();
        var inBytes = Arrays.stream(strides).map(s -> s * bytes).toArray();
        var hover = ui.model().hoverProperty().get();
        var selection = now.view().selection().within(document.shape());
        long flat = strip.flat(hover == null ? new Hit(selection.cls(), selection.position()) : hover);
        var text = layout.format().id() + "  " + layout.symbols() + " = " + layout.text() + "    "
                + ui.texts().now("tape.index", flat) + "    "
                + ui.texts().now("tape.strides", Arrays.toString(strides), Arrays.toString(inBytes));
        if (strip.count < document.shape().size()) {
            text += "    " + ui.texts().now("tape.part", strip.first, strip.first + strip.count - 1);
        }
        var palette = ui.looks().palette();
        double y = layout.format() == DataFormat.CHANNELS_FIRST ? strip.y - TITLE / 2 : strip.y + STRIP + TITLE / 2;
        boxes.text(text, 0, y, TextAlignment.LEFT, current ? palette.ink() : palette.mute());
    }

    private @Nullable Hit hit(MouseEvent event) {
        var now = frame;
        if (now == null) {
            return null;
        }
        for (var strip : new Strip[] {
            strip(now, DataFormat.CHANNELS_FIRST, TITLE), strip(now, DataFormat.CHANNELS_LAST, TITLE + STRIP + BRAID)
        }) {
            int i = (int) Math.floor(event.getX() / strip.box);
            boolean inside = event.getY() >= strip.y && event.getY() <= strip.y + STRIP && i >= 0 && i < strip.count;
            if (inside) {
                var cell = strip.layout.cellAt(strip.first + i);
                return cell.example() == strip.example ? new Hit(cell.cls(), cell.position()) : null;
            }
        }
        return null;
    }

    private void hover(MouseEvent event) {
        ui.model().hoverProperty().set(hit(event));
    }

    private void press(MouseEvent event) {
        var hit = hit(event);
        if (hit != null) {
            ui.model().select(Selection.cell(hit.cls(), hit.position()));
        }
    }
}
