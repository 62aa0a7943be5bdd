package lossloupe.view.track;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.app.Track;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Presence;
import lossloupe.view.Tip;
import lossloupe.view.Ui;
import lossloupe.view.dialog.ShapePopover;
import org.jspecify.annotations.Nullable;

/// A card's first line: what it shows, in which unit, its value under the cursor, its colour scale, and a button that
/// folds it away.
final class TrackHeader extends HBox {
    private final Ui ui;
    private final Track track;
    private final Label tag = new Label();
    private final Label title = new Label();
    private final Label unit = new Label();
    private final Label value = new Label();
    private final @Nullable ScaleBar scale;
    private @Nullable GridGeometry grid;

    TrackHeader(Ui ui, Track track) {
        this.ui = ui;
        this.track = track;
        this.scale = ScaleBar.isOf(track) ? new ScaleBar(ui, track) : null;
        getStyleClass().add("track-header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("track-title");
        unit.getStyleClass().add("track-unit");
        value.getStyleClass().addAll("track-unit", "track-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
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
        if (scale != null) {
            scale.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(scale);
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

    /// Writes what the frame says.
    ///
    /// @param cells where they are
    void show(Frame frame, GridGeometry cells) {
        grid = cells;
        var words = new TrackWords(ui, track, frame, cells);
        boolean first = frame.evaluation().document().setup().format() == DataFormat.CHANNELS_FIRST;
        title.setText(first ? words.title() : words.shortTitle());
        title.setMinWidth(first ? USE_PREF_SIZE : 0);
        unit.setText(first ? words.unit() : "");
        Presence.set(unit, first);
        if (scale != null) {
            Presence.set(scale, first);
            if (first) {
                scale.show(frame);
            }
        }
        hover(frame);
    }

    /// Writes the value under the cursor, or else what the track has to say as a whole. In the narrow cards of
    /// channels_last it is the number alone, where there is room for it.
    void hover(Frame frame) {
        var cells = grid;
        if (cells == null) {
            return;
        }
        var words = new TrackWords(ui, track, frame, cells);
        boolean first = frame.evaluation().document().setup().format() == DataFormat.CHANNELS_FIRST;
        var number = first ? words.value() : words.number();
        value.setText(number);
        Presence.set(value, first || (!number.isEmpty() && hasRoomForValue()));
    }

    private boolean hasRoomForValue() {
        double width = title.prefWidth(-1) + (hasTag() ? tag.prefWidth(-1) + getSpacing() : 0);
        // The empty gap has a space of its own.
        return width + getSpacing() + value.prefWidth(-1) + getSpacing() <= getWidth();
    }
}
