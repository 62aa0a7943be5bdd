package lossloupe.view.doctor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.paint.ColorScale;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.view.ArrayPicture;
import lossloupe.view.Ui;

/// What a repair changes: labels, logits or both, as they are now and as they would be then.
final class ChangePicture extends VBox {
    private static final double WIDTH = 158;

    private final Ui ui;
    private final ObservableValue<Boolean> isWide;
    private final double mostHeight;

    /// @param changed the arrays that differ
    /// @param isWide whether there is room for what is now beside what is then
    ChangePicture(Ui ui, Document now, Document then, Set<Array> changed, ObservableValue<Boolean> isWide) {
        super(6);
        this.ui = ui;
        this.isWide = isWide;
        mostHeight = changed.size() > 1 ? 60 : 120;
        setMinWidth(USE_PREF_SIZE);
        changed.forEach(array -> getChildren().add(pair(now, then, array)));
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
        if (array == Array.LABELS) {
            picture.labels(document, example);
        } else {
            picture.logits(document, example, top);
        }
        var caption = new Label(ui.texts().now(key, document.layout().text()));
        caption.getStyleClass().add("finding-caption");
        return new VBox(2, picture, caption);
    }

    private int example(Document document) {
        return Math.min(ui.model().view().example(), document.shape().batch() - 1);
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
