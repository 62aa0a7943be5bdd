package lossloupe.view.doctor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.app.Scales;
import lossloupe.app.Track;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Place;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import lossloupe.view.ArrayPicture;
import lossloupe.view.Ui;
import lossloupe.view.doctor.FindingsPage.Item;
import org.jspecify.annotations.Nullable;

/// What a repair changes, as it is now and as it would be then: labels, logits or both; else the weights over the grid
/// they are stretched to, and the map of a loss that becomes another. Where a finding is about single positions of
/// many, around the first of them. Positions run as those of the tracks do.
final class ChangePicture extends HBox {
    private static final double WIDTH = 158;

    /// So many positions are drawn cell by cell.
    private static final int NEAR = 26;

    /// Of a loss, whose numbers are computed to be drawn, so many positions at most.
    private static final int MOST_COMPUTED = Chunk.SIZE;

    private final Ui ui;
    private final ObservableValue<Boolean> isWide;
    private final @Nullable Place near;
    private final DataFormat format;
    private final double mostAcross;

    /// @param then what the repair would make
    /// @param isWide whether there is room for what is now beside what is then
    ChangePicture(Ui ui, Item item, Evaluation then, ObservableValue<Boolean> isWide) {
        this.ui = ui;
        this.isWide = isWide;
        near = near(item);
        format = item.document().setup().format();
        boolean isTurned = format == DataFormat.CHANNELS_LAST;
        mostAcross = isTurned ? WIDTH : item.changed().size() > 1 ? 60 : 120;
        setMinWidth(USE_PREF_SIZE);
        var pairs = isTurned ? new HBox(16) : new VBox(6);
        item.changed().forEach(track -> pairs.getChildren().add(pair(item.now(), then, track)));
        getChildren().setAll(pairs);
    }

    /// The place that a finding is about where the whole would be too coarse to show it; null for the whole.
    private static @Nullable Place near(Item item) {
        var places = item.finding().places();
        int length = item.document().shape().length();
        return places.isEmpty()
                        || length <= NEAR
                        || places.getFirst().positions().length() > NEAR / 4
                ? null
                : places.getFirst();
    }

    private Span shown(Document document, Track track) {
        int length = document.shape().length();
        if (near == null) {
            boolean isComputed = track == Track.LOSS_A || track == Track.LOSS_B;
            return new Span(0, isComputed ? Math.min(length, MOST_COMPUTED) : length);
        }
        int middle = (near.positions().from() + near.positions().to()) / 2;
        int from = Math.clamp(middle - NEAR / 2, 0, length - NEAR);
        return new Span(from, from + NEAR);
    }

    /// What is not the same in two documents. It visits every number.
    static Set<Track> changed(Document now, Document then) {
        var changed = EnumSet.noneOf(Track.class);
        add(changed, Track.LABELS, !sameNumbers(now, then, Example::labels));
        add(changed, Track.LOGITS, !sameNumbers(now, then, Example::logits));
        if (changed.isEmpty()) {
            add(changed, Track.WEIGHTS, !now.weights().equals(then.weights()));
            add(changed, Track.LOSS_A, !now.setup().a().equals(then.setup().a()));
            add(changed, Track.LOSS_B, !now.setup().b().equals(then.setup().b()));
        }
        return changed;
    }

    private static void add(Set<Track> changed, Track track, boolean isChanged) {
        if (isChanged) {
            changed.add(track);
        }
    }

    private static boolean sameNumbers(Document now, Document then, Function<Example, List<Plane>> array) {
        if (!now.shape().equals(then.shape())) {
            return false;
        }
        for (int e = 0; e < now.shape().batch(); e++) {
            var rows = array.apply(now.example(e));
            var others = array.apply(then.example(e));
            for (int c = 0; c < rows.size(); c++) {
                if (!rows.get(c).sameValues(others.get(c))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Region pair(Evaluation now, Evaluation then, Track track) {
        // One scale for both, so that they can be compared.
        var scales = Scales.upTo(Math.max(peak(now, track), peak(then, track)));
        var before = picture(now, track, scales, "doctor." + track.id() + "Now");
        before.visibleProperty().bind(isWide);
        before.managedProperty().bind(isWide);
        return new HBox(10, before, picture(then, track, scales, "doctor." + track.id() + "Then"));
    }

    private Region picture(Evaluation evaluation, Track track, Scales scales, String key) {
        var document = evaluation.document();
        var picture = new ArrayPicture(ui.looks(), mostAcross);
        double width = format == DataFormat.CHANNELS_LAST ? USE_PREF_SIZE : WIDTH;
        picture.setMinWidth(width);
        picture.setMaxWidth(width);
        var span = shown(document, track);
        var ramp = ui.model().view().ramp();
        picture.show(
                Scales.field(track, evaluation),
                example(document),
                span,
                format,
                palette -> scales.colors(track, palette, ramp, document.classes()));
        var caption = new Label(ui.texts().now(key, what(document, track, span)));
        caption.getStyleClass().add("finding-caption");
        return new VBox(2, picture, caption);
    }

    /// The part that is shown; of the whole, its shape.
    private String what(Document document, Track track, Span span) {
        if (span.length() < document.shape().length()) {
            return ui.texts().now("doctor.positions", Integer.toString(span.from()), Integer.toString(span.to() - 1));
        }
        return track == Track.WEIGHTS && !document.weights().isNone()
                ? Arrays.toString(document.weights().shapeIn(document.layout())) + " → "
                        + document.layout().text()
                : document.layout().text();
    }

    private int example(Document document) {
        return near == null
                ? Math.min(ui.model().view().example(), document.shape().batch() - 1)
                : near.example();
    }

    private double peak(Evaluation evaluation, Track track) {
        var document = evaluation.document();
        var span = shown(document, track);
        var extremes = new Extremes();
        for (int c = 0; c < document.shape().classes(); c++) {
            Scales.field(track, evaluation).extremes(example(document), c, span.from(), span.to(), extremes);
        }
        double greatest = extremes.isEmpty() ? 0 : Math.max(Math.abs(extremes.min()), Math.abs(extremes.max()));
        return Double.isFinite(greatest) ? greatest : 0;
    }
}
