package lossloupe.view.track;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import lossloupe.app.AppModel;
import lossloupe.app.Frame;
import lossloupe.app.Surface;
import lossloupe.app.Track;
import lossloupe.app.ViewState;
import lossloupe.document.Document;
import lossloupe.loss.Explanation.Source;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// All open tracks on one position axis. It follows the model's frame: plans where the cards stand, moves them there
/// (with every cell on its own way when the layout turns), and tells the pipeline where grids want to be painted.
public final class TrackStack extends Pane {
    private static final double TURN_MILLIS = 320;
    /// Per pixel of the wheel: a notch is a fifth.
    private static final double ZOOM = 1.0046;
    private final Ui ui;
    private final AppModel model;
    private final Map<Track, TrackCard> cards = new EnumMap<>(Track.class);
    private @Nullable StackPlan plan;
    private @Nullable StackPlan former;
    private @Nullable Transition turning;
    private double progress = 1;
    private double roomWidth;
    private double roomHeight;

    public TrackStack(Ui ui) {
        this.ui = ui;
        this.model = ui.model();
        getStyleClass().add("track-stack");
        model.frameProperty().subscribe(frame -> refresh());
        model.viewProperty().subscribe(view -> refresh());
        model.hoverProperty().subscribe(hit -> overlays());
        ui.looks().paletteProperty().subscribe(palette -> repaint());
        ui.looks().renderScaleProperty().subscribe(scale -> repaint());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .subscribe(scale -> repaint());
        ui.texts().stringsProperty().subscribe(words -> refresh());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(ZoomEvent.ZOOM, this::pinched);
        new GapMouse(model, this);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Keys.watch(scene);
            }
        });
        model.paintFor(this::surfaces);
    }

    /// Says how much room there is; the stack takes what its tracks need, which may be more.
    public void setRoom(double width, double height) {
        if (width != roomWidth || height != roomHeight) {
            roomWidth = width;
            roomHeight = height;
            repaint();
        }
    }

    /// Lets a person type the selected logit.
    public void typeSelectedLogit() {
        var weights = cards.get(Track.WEIGHTS);
        if (weights != null && weights.body() instanceof GridBody body && body.isFocused()) {
            body.type();
            return;
        }
        model.look(v -> v.opened(Track.LOGITS));
        var card = cards.get(Track.LOGITS);
        if (card != null && card.body() instanceof GridBody body) {
            body.type();
        }
    }

    /// Frames the cells that a factor of the formula comes from.
    public void pointAt(Source source) {
        for (var card : cards.values()) {
            if (card.body() instanceof GridBody body) {
                body.pointAt(source);
            }
        }
    }

    /// Where the tracks stand now; null before the first frame.
    @Nullable
    StackPlan plan() {
        return plan;
    }

    private void repaint() {
        model.repaint();
        refresh();
    }

    private boolean hasRoom() {
        return roomWidth > 0 && roomHeight > 0;
    }

    private void refresh() {
        if (!hasRoom()) {
            return;
        }
        var frame = model.frame();
        var next = StackPlan.of(frame.evaluation().document(), model.view(), roomWidth, roomHeight);
        if (!next.equals(plan)) {
            var before = plan;
            plan = next;
            setPrefSize(next.width(), next.height());
            setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            keepCards(next);
            if (before != null && before.format() != next.format() && ui.looks().movesFreely()) {
                turn(before);
            } else if (turning == null) {
                progress = 1;
            }
        }
        draw();
    }

    /// Starts the turn from one layout to the other.
    private void turn(StackPlan from) {
        if (turning != null) {
            turning.stop();
        }
        former = from;
        progress = 0;
        var animation = new Transition(TURN_MILLIS, fraction -> {
            progress = fraction;
            draw();
        });
        animation.setOnFinished(e -> {
            turning = null;
            former = null;
            progress = 1;
            draw();
        });
        turning = animation;
        animation.play();
    }

    private void keepCards(StackPlan next) {
        cards.keySet().retainAll(next.cards().keySet());
        for (var track : Track.values()) {
            if (next.cards().containsKey(track) && !cards.containsKey(track)) {
                var card = new TrackCard(ui, track);
                card.setManaged(false);
                cards.put(track, card);
            }
        }
        getChildren().setAll(cards.values());
    }

    /// Where the grids of a document will be painted.
    private Map<Track, Surface> surfaces(Document document, ViewState view) {
        if (!hasRoom()) {
            return Map.of();
        }
        var painted = new EnumMap<Track, Surface>(Track.class);
        StackPlan.of(document, view, roomWidth, roomHeight).cards().forEach((track, card) -> {
            if (track.isGrid()) {
                painted.put(track, ui.looks().surface(card.body().grid(), this));
            }
        });
        return painted;
    }

    private void draw() {
        var now = plan;
        if (now == null) {
            return;
        }
        Frame frame = model.frame();
        cards.forEach((track, card) -> {
            var goal = now.cards().get(track);
            if (goal != null) {
                var start = former == null ? null : former.cards().get(track);
                double x = start == null ? goal.x() : mixed(start.x(), goal.x());
                double y = start == null ? goal.y() : mixed(start.y(), goal.y());
                double w = start == null ? goal.width() : mixed(start.width(), goal.width());
                double h = start == null ? goal.height() : mixed(start.height(), goal.height());
                card.resizeRelocate(x, y, w, h);
                card.draw(frame, goal, now.rhythm(), morph(start, goal, x, y));
            }
        });
    }

    private Morph morph(StackPlan.@Nullable Card start, StackPlan.Card goal, double x, double y) {
        if (progress >= 1) {
            return Morph.DONE;
        }
        if (start == null) {
            return new Morph(null, 0, 0, progress);
        }
        double startPad = (start.width() - start.body().width()) / 2;
        double goalPad = (goal.width() - goal.body().width()) / 2;
        double goneX = x - goal.x();
        double goneY = y - goal.y();
        double dx = start.x() + startPad - goal.x() - goalPad - goneX;
        double dy = start.y() - goal.y() - goneY;
        return new Morph(start.body(), dx, dy, progress);
    }

    private double mixed(double from, double to) {
        return from + (to - from) * progress;
    }

    private void overlays() {
        var frame = model.frame();
        for (var card : cards.values()) {
            card.body().overlay();
            card.header().hover(frame);
        }
    }

    /// Whether positions run to the right.
    boolean isFirst() {
        return plan == null || plan.format() == DataFormat.CHANNELS_FIRST;
    }

    /// Wheel with Ctrl zooms at the pointer; sideways (or with Shift) it moves along the positions, as it does
    /// downwards where positions run down. What is left scrolls the stack.
    private void scrolled(ScrollEvent event) {
        var at = gridPoint(event.getX(), event.getY());
        if (at == null) {
            return;
        }
        var view = model.view().viewport();
        double dy = event.getDeltaY();
        double dx = event.getDeltaX();
        if (event.isShortcutDown()) {
            double factor = Math.pow(ZOOM, dy);
            model.look(v -> v.withViewport(v.viewport().zoomed(factor, at.position())));
            event.consume();
            return;
        }
        // What is under the pointer now is another cell than it says.
        model.hoverProperty().set(null);
        double along = isFirst() ? (event.isShiftDown() && dx == 0 ? dy : dx) : dy + (event.isShiftDown() ? dx : 0);
        if (along != 0 && !view.showsAll()) {
            model.look(v -> v.withViewport(v.viewport().panned(-along / at.perPosition())));
            event.consume();
        }
    }

    private void pinched(ZoomEvent event) {
        var at = gridPoint(event.getX(), event.getY());
        if (at != null) {
            model.look(v -> v.withViewport(v.viewport().zoomed(event.getZoomFactor(), at.position())));
            event.consume();
        }
    }

    /// A place on the position axis and its scale.
    private record AxisPoint(double position, double perPosition) {}

    private @Nullable AxisPoint gridPoint(double x, double y) {
        if (plan == null || plan.cards().isEmpty()) {
            return null;
        }
        var card = plan.cards().values().iterator().next();
        var body = card.body();
        double pad = (card.width() - body.width()) / 2;
        double along = isFirst()
                ? x - card.x() - pad - body.gridX()
                : y - card.y() - plan.rhythm().header() - body.gridY();
        double kept = Math.clamp(along, 0, body.grid().alongPx());
        return new AxisPoint(body.grid().positionAt(kept), body.grid().cellAlong());
    }
}
