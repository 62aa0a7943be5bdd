package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.document.WeightEdit;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.Test;

class PouringTest {
    private static Document with(String reduction) {
        var seed = Samples.seed();
        return new Edit.Setup(seed.setup().withReduction(reduction), "edit.reduction").apply(seed);
    }

    /// The cups of A, or of B.
    private static List<String> cups(Document document, int side) {
        var ui = OnFx.ui(document);
        return OnFx.call(() -> {
            var pouring = new Pouring(ui);
            pouring.show(ui.model().frame());
            var line = (Pane) pouring.getChildren().get(side);
            var texts = line.getChildren().stream()
                    .map(n -> ((Label) n).getText())
                    .skip(1)
                    .toList();
            ui.model().close();
            return texts;
        });
    }

    @Test
    void meansNameWhatTheyDivideBy() {
        assertEquals(
                List.of("[4, 12]", "Σ = 10.2604", "÷ 48 cells", "= 0.2138", "gradient of a cell × 1/48"),
                cups(with("mean"), 0));
        assertEquals(
                List.of(
                        "[4, 12]",
                        "Σ over n → [12]",
                        "Σ = 9.0926",
                        "÷ 12 positions",
                        "= 0.7577",
                        "gradient of a cell × 1/12"),
                cups(with("mean"), 1));
        assertEquals(List.of("[4, 12]", "Σ = 10.2604", "= 10.2604", "gradient of a cell × 1"), cups(with("sum"), 0));
    }

    @Test
    void kerasTakesAMeanOverTheLastAxisFirst() {
        var first = cups(with("keras.sum_over_batch_size"), 0);
        assertTrue(first.contains("mean over l → [4]"), first.toString());
        assertTrue(first.contains("gradient of a cell × 1/48"), first.toString());
        var document = with("keras.sum_over_batch_size");
        var last = cups(document.withSetup(document.setup().withFormat(DataFormat.CHANNELS_LAST)), 0);
        assertTrue(last.contains("mean over n → [12]"), last.toString());
    }

    @Test
    void weightsAndTheCastOfTensorFlowHaveCupsOfTheirOwn() {
        var weighted = new WeightEdit.Along(EnumSet.of(Axis.POSITION)).apply(with("tf1.SUM_BY_NONZERO_WEIGHTS"));
        var cups = cups(weighted, 0);
        assertTrue(cups.containsAll(List.of("× w", "float32", "÷ 48 non-zero weights")), cups.toString());
    }
}
