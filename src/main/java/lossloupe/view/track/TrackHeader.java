package lossloupe.view.track;

import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.paint.Ramp;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Presence;
import lossloupe.view.Tip;
import lossloupe.view.Ui;
import lossloupe.view.dialog.ShapePopover;
import org.jspecify.annotations.Nullable;

/// A card's first line: what it shows, in which unit, its value under the cursor, its colour scale, and a button that
/// folds it away.
final class TrackHeader extends HBox {
    private static final double RAMP_WIDTH = 90;
    private final Ui ui;
    private final Track track;
    private final Label tag = new Label();
    private final Label title = new Label();
    private final Label unit = new Label();
    private final Label value = new Label();
    private final Label low = new Label();
    private final Label high = new Label();
    private final RenderCanvas ramp;
    private @Nullable Drawn drawn;

    /// What the picture of the colours depends on.
    private record RampKey(Scales scales, Palette palette, Ramp ramp, double renderScale) {}

    private record Drawn(RampKey key, ColorScale scale) {}

    TrackHeader(Ui ui, Track track) {
        this.ui = ui;
        this.track = track;
        this.ramp = new RenderCanvas(ui.looks());
        getStyleClass().add("track-header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("track-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("track-unit");
        value.getStyleClass().addAll("track-unit", "track-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        low.getStyleClass().add("track-unit");
        high.getStyleClass().add("track-unit");
        low.setMinWidth(Region.USE_PREF_SIZE);
        high.setMinWidth(Region.USE_PREF_SIZE);
        tag.getStyleClass().addAll("tag", isOfB() ? "tag-b" : "tag-a");
        tag.setText(isOfB() ? "B" : "A");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        unit.setMinWidth(0);
        if (track == Track.LABELS) {
            changeShapeOnClick();
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (hasTag()) {
            getChildren().add(tag);
        }
        getChildren().addAll(title, unit, gap, value);
        if (hasRamp()) {
            var holder = new Region() {
                {
                    getChildren().add(ramp);
                    setMinSize(RAMP_WIDTH, 8);
                    setMaxSize(RAMP_WIDTH, 8);
                }
            };
            getChildren().addAll(low, holder, high);
        }
    }

    /// The button that folds the track away; the card shows it in its corner while the pointer is over it.
    Button foldButton() {
        var fold = new Button("▾");
        fold.getStyleClass().addAll("flat-icon", "fold-button");
        fold.setFocusTraversable(false);
        fold.setMinWidth(0);
        Tip.on(fold, ui.texts().of("track.fold"));
        fold.accessibleTextProperty().bind(ui.texts().of("track.fold"));
        fold.setOnAction(e -> ui.model().look(v -> v.toggled(track)));
        return fold;
    }

    private void changeShapeOnClick() {
        unit.getStyleClass().add("track-link");
        unit.setId("document-shape");
        unit.setOnMouseClicked(e -> ShapePopover.show(ui, unit));
    }

    private boolean hasTag() {
        return switch (track) {
            case LOSS_A, LOSS_B, GRADIENT_A, GRADIENT_B, PROBABILITIES_A, PROBABILITIES_B -> true;
            default -> false;
        };
    }

    private boolean isOfB() {
        return track == Track.LOSS_B || track == Track.GRADIENT_B || track == Track.PROBABILITIES_B;
    }

    private boolean hasRamp() {
        return track.isGrid() && track != Track.LABELS;
    }

    /// Writes what the frame says.
    void show(Frame frame) {
        var words = new TrackWords(ui, track, frame);
        boolean first = frame.evaluation().document().setup().format() == DataFormat.CHANNELS_FIRST;
        title.setText(first ? words.title() : words.shortTitle());
        unit.setText(first ? words.unit() : "");
        Presence.set(unit, first);
        if (hasRamp()) {
            var scale = ramp(new RampKey(
                    frame.scales(),
                    ui.looks().palette(),
                    frame.view().ramp(),
                    ui.looks().renderScaleProperty().get()));
            var range = Scales.field(track, frame.evaluation()).range();
            double span = scale.high() - scale.low();
            var most = (scale.low() < 0 ? "+" : "") + Numbers.onAxis(scale.high(), span);
            // An arrow where values lie beyond the end, in its colour.
            high.setText(most + (range.max() > scale.high() ? " ›" : ""));
            low.setText((range.min() < scale.low() ? "‹ " : "") + Numbers.onAxis(scale.low(), span));
        }
        hover(frame);
    }

    /// Writes the value under the cursor, or else what the track has to say as a whole. In the narrow cards of
    /// channels_last the number alone takes the place of the scale, each where there is room for it.
    void hover(Frame frame) {
        var words = new TrackWords(ui, track, frame);
        boolean first = frame.evaluation().document().setup().format() == DataFormat.CHANNELS_FIRST;
        var number = first ? words.value() : words.number();
        value.setText(number);
        Presence.set(value, first || (!number.isEmpty() && hasRoom(value)));
        if (hasRamp()) {
            var scale = new Region[] {low, (Region) ramp.getParent(), high};
            boolean isThere = first || (number.isEmpty() && hasRoom(scale));
            for (var part : scale) {
                Presence.set(part, isThere);
            }
        }
    }

    /// Whether `parts` fit behind the title.
    private boolean hasRoom(Region... parts) {
        double width = title.prefWidth(-1) + (hasTag() ? tag.prefWidth(-1) + getSpacing() : 0);
        for (var part : parts) {
            width += getSpacing() + Math.max(part.minWidth(-1), part.prefWidth(-1));
        }
        return width + getSpacing() <= getWidth(); // the empty gap has a space of its own
    }

    /// The colours from end to end, drawn anew only where they changed: a drag holds them.
    private ColorScale ramp(RampKey key) {
        var known = drawn;
        if (known != null && known.key.equals(key)) {
            return known.scale;
        }
        var scale = key.scales().scale(track, key.palette(), key.ramp());
        drawn = new Drawn(key, scale);
        GraphicsContext gc = ramp.begin(RAMP_WIDTH, 8);
        for (int x = 0; x < RAMP_WIDTH; x++) {
            gc.setFill(Looks.color(scale.colorAt(x / (RAMP_WIDTH - 1))));
            double inset = x == 0 || x == RAMP_WIDTH - 1 ? 2 : x == 1 || x == RAMP_WIDTH - 2 ? 1 : 0;
            gc.fillRect(x, inset, 1, 8 - 2 * inset);
        }
        return scale;
    }
}
