package lossloupe.view.track;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import lossloupe.app.Track;
import lossloupe.app.ViewState;
import lossloupe.view.Presence;
import lossloupe.view.Ui;

/// The folded tracks, waiting at the foot of the stack.
public final class ChipBar extends FlowPane {
    /// One line of chips is kept where closer ones fit in it.
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private static final double LEAST_ROOMY = 780;

    private final Map<Track, Button> chips = new EnumMap<>(Track.class);

    public ChipBar(Ui ui) {
        getStyleClass().add("chip-bar");
        for (var track : Track.values()) {
            if (track.isOpenable()) {
                chips.put(track, chip(ui, track));
            }
        }
        getChildren().setAll(chips.values());
        ui.model().viewProperty().subscribe(this::show);
        widthProperty().subscribe(w -> pseudoClassStateChanged(NARROW, w.doubleValue() < LEAST_ROOMY));
    }

    private static Button chip(Ui ui, Track track) {
        var chip = new Button();
        chip.textProperty().bind(ui.texts().of("track.chip." + track.id()));
        chip.getStyleClass().add("chip");
        chip.setId("chip-" + track.id());
        chip.setOnAction(e -> ui.model().look(v -> v.toggled(track)));
        return chip;
    }

    private void show(ViewState view) {
        chips.forEach((track, chip) -> {
            Presence.set(chip, !view.shown().contains(track));
        });
    }
}
