package lossloupe.view.track;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.app.Track;
import lossloupe.view.CopyMenu;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// One track: a header and a body on a card.
final class TrackCard extends Region {
    private static final double FOLD = 12;
    private final TrackHeader header;
    private final TrackBody body;
    private final Button fold;
    private final @Nullable ScaleBar scale;

    /// What the card looks like, beside and not around its contents: a renderer that begins at an opaque header or
    /// grid draws what is around that all the same.
    private final Region paper = new Region();

    TrackCard(Ui ui, Track track) {
        header = new TrackHeader(ui, track);
        body = switch (track) {
            case SERIES -> new SeriesBody(ui);
            case POSITION_LOSS -> new PositionLossBody(ui);
            default -> new GridBody(ui, track);
        };
        scale = ScaleBar.isOf(track) ? new ScaleBar(ui, track) : null;
        fold = header.foldButton();
        fold.setManaged(false);
        getStyleClass().add("track-card");
        setId("track-" + track.id());
        paper.getStyleClass().add("track-paper");
        paper.setManaged(false);
        paper.setMouseTransparent(true);
        getChildren().addAll(paper, header, body.node(), fold);
        body.node().setManaged(false);
        header.setManaged(false);
        if (scale != null) {
            scale.setManaged(false);
            getChildren().add(scale);
        }
        CopyMenu.on(this, ui, () -> TrackNumbers.of(track, ui.model().frame()));
    }

    TrackBody body() {
        return body;
    }

    TrackHeader header() {
        return header;
    }

    /// Draws a frame; the card has been moved to its place before.
    void draw(Frame frame, StackPlan.Card card, Rhythm rhythm, Morph morph) {
        double pad = (card.width() - card.body().width()) / 2;
        paper.resize(getWidth(), getHeight());
        header.resizeRelocate(pad, rhythm.header() - 28, Math.max(10, getWidth() - 2 * pad), 22);
        fold.resizeRelocate(getWidth() - FOLD - 1, rhythm.header() - 26, FOLD, 18);
        body.node()
                .resizeRelocate(
                        pad, rhythm.header(), card.body().width(), card.body().height());
        header.show(frame, card.body().grid());
        if (scale != null) {
            showScale(scale, frame, card.body());
        }
        body.draw(frame, card.body(), morph);
    }

    /// In channels_last, whose headers are too narrow for it, the scale of colours stands at the foot.
    private void showScale(ScaleBar bar, Frame frame, Placement place) {
        bar.setVisible(!place.isFirst());
        if (bar.isVisible()) {
            bar.show(frame);
            double width = Math.min(place.width(), Metrics.SCALE_WIDTH);
            bar.resizeRelocate((getWidth() - width) / 2, getHeight() - Metrics.SCALE, width, Metrics.SCALE - 8);
        }
    }
}
