package lossloupe.view.doctor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.doctor.Place;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.paint.ColorScale;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import lossloupe.view.ArrayPicture;
import lossloupe.view.Ui;
import lossloupe.view.doctor.FindingsPage.Item;
import org.jspecify.annotations.Nullable;

/// What a repair changes: labels, logits or both, as they are now and as they would be
/// then; where a finding is about single positions of many, around the first of them.
final class ChangePicture extends VBox {
    private static final double WIDTH = 158;

    /// So many positions are drawn cell by cell.
    private static final int NEAR = 26;

    private final Ui ui;
    private final ObservableValue<Boolean> isWide;
    private final @Nullable Place near;
    private final double mostHeight;

    /// @param isWide whether there is room for what is now beside what is then
    ChangePicture(Ui ui, Item item, Document then, ObservableValue<Boolean> isWide) {
        super(6);
        this.ui = ui;
        this.isWide = isWide;
        near = near(item);
        mostHeight = item.changed().size() > 1 ? 60 : 120;
        setMinWidth(USE_PREF_SIZE);
        item.changed().forEach(array -> getChildren().add(pair(item.document(), then, array)));
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

    private Span shown(Document document) {
        int length = document.shape().length();
        if (near == null) {
            return new Span(0, length);
        }
        int middle = (near.positions().from() + near.positions().to()) / 2;
        int from = Math.clamp(middle - NEAR / 2, 0, length - NEAR);
        return new Span(from, from + NEAR);
    }

    /// What can be seen of a document here.
    enum Array {
        LABELS("doctor.labelsNow", "doctor.labelsThen"),
        LOGITS("doctor.logitsNow", "doctor.logitsThen");

        private final String now;
        private final String then;

        Array(String now, String then) {
            this.now = now;
            this.then = then;
        }

        private List<Plane> of(Example example) {
            return this == LABELS ? example.labels() : example.logits();
        }

        /// Those whose numbers are not the same. It visits every number.
        static Set<Array> changed(Document now, Document then) {
            var changed = EnumSet.noneOf(Array.class);
            for (var array : values()) {
                if (!now.shape().equals(then.shape()) || !array.same(now, then)) {
                    changed.add(array);
                }
            }
            return changed;
        }

        private boolean same(Document now, Document then) {
            for (int e = 0; e < now.shape().batch(); e++) {
                var rows = of(now.example(e));
                var others = of(then.example(e));
                for (int c = 0; c < rows.size(); c++) {
                    if (!rows.get(c).sameValues(others.get(c))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private Region pair(Document now, Document then, Array array) {
        double top = Math.max(peak(now), peak(then));
        var before = picture(now, array, top, array.now);
        before.visibleProperty().bind(isWide);
        before.managedProperty().bind(isWide);
        return new HBox(10, before, picture(then, array, top, array.then));
    }

    private Region picture(Document document, Array array, double top, String key) {
        var picture = new ArrayPicture(ui.looks(), mostHeight);
        picture.setMinWidth(WIDTH);
        picture.setMaxWidth(WIDTH);
        int example = example(document);
        var span = shown(document);
        if (array == Array.LABELS) {
            picture.labels(document, example, span);
        } else {
            picture.logits(document, example, span, top);
        }
        var what = near == null
                ? document.layout().text()
                : ui.texts().now("doctor.positions", Integer.toString(span.from()), Integer.toString(span.to() - 1));
        var caption = new Label(ui.texts().now(key, what));
        caption.getStyleClass().add("finding-caption");
        return new VBox(2, picture, caption);
    }

    private int example(Document document) {
        return near == null
                ? Math.min(ui.model().view().example(), document.shape().batch() - 1)
                : near.example();
    }

    /// One scale for now and then, so that both can be compared.
    private double peak(Document document) {
        var extremes = new Extremes();
        for (var row : document.example(example(document)).logits()) {
            row.extremes(0, row.length(), extremes);
        }
        double greatest = extremes.isEmpty() ? 1 : Math.max(Math.abs(extremes.min()), Math.abs(extremes.max()));
        return ColorScale.roundTop(1, greatest, 0.8);
    }
}
