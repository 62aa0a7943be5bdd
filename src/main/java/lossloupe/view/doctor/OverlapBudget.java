package lossloupe.view.doctor;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import lossloupe.compute.Overlap;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// How many positions have no class, one, two, or more, as a bar; and what that means for softmax and for sigmoid.
final class OverlapBudget extends HBox {
    private static final String[] KINDS = {"gaps", "single", "pairs", "more"};
    private static final double WIDTH = 300;
    private static final double AROUND = 18;

    private final Ui ui;
    private final HBox bar = new HBox(2);
    private final Label meaning = new Label();
    private @Nullable Overlap shown;

    OverlapBudget(Ui ui) {
        this.ui = ui;
        getStyleClass().add("overlap-budget");
        setAlignment(Pos.CENTER_LEFT);
        setId("overlap-budget");
        bar.setMinWidth(USE_PREF_SIZE);
        meaning.setWrapText(true);
        meaning.setId("overlap-meaning");
        meaning.getStyleClass().add("finding-evidence");
        HBox.setHgrow(meaning, Priority.ALWAYS);
        getChildren().setAll(bar, meaning);
    }

    void show(Overlap overlap) {
        shown = overlap;
        var tally = overlap.all();
        long[] counts = {tally.gaps(), tally.single(), tally.pairs(), tally.more()};
        long all = tally.gaps() + tally.single() + tally.overlaps();
        bar.getChildren().clear();
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                var part = new Label(ui.texts().now("budget." + KINDS[k], Numbers.counted(counts[k])));
                part.getStyleClass().addAll("budget-part", "budget-" + KINDS[k]);
                double words = new Text(part.getText()).getLayoutBounds().getWidth() + AROUND;
                part.setMinWidth(words);
                part.setPrefWidth(Math.max(words, WIDTH * counts[k] / all));
                part.setAlignment(Pos.CENTER);
                bar.getChildren().add(part);
            }
        }
        meaning.setText(meaning(overlap));
    }

    void retold() {
        if (shown != null) {
            show(shown);
        }
    }

    private String meaning(Overlap overlap) {
        var several = Numbers.counted(overlap.overlaps());
        var none = Numbers.counted(overlap.gaps());
        if (overlap.isExclusive()) {
            return ui.texts().now("budget.exclusive");
        }
        if (overlap.overlaps() == 0) {
            return ui.texts().now("budget.needsBackground", none);
        }
        return overlap.gaps() == 0
                ? ui.texts().now("budget.needsRule", several)
                : ui.texts().now("budget.needsBoth", several, none);
    }
}
