package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import lossloupe.document.Samples;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.Test;

/// The selected cell of the drawing, logit 2.1, in narrower formats.
class LensSectionTest {
    @Test
    void showsWhatEachFormatHolds() {
        var ui = OnFx.ui(Samples.seed());
        OnFx.run(() -> {
            var section = new LensSection(ui);
            section.show(CellReading.of(ui.model().frame()));
            assertEquals("2.09961", label(section, "lens-x-float16").getText());
            assertEquals("2.09375", label(section, "lens-x-bfloat16").getText());
            assertEquals("1", label(section, "lens-z-float16").getText());
            assertTrue(label(section, "lens-z-float16").getStyleClass().contains("exact"));
            assertEquals("0.443205", label(section, "lens-pB-float32").getText());
            assertTrue(label(section, "lens-x-float16").getAccessibleHelp().contains("0100000000110011"));
            ui.model().close();
        });
    }

    private static Labeled label(LensSection section, String id) {
        var label = (Labeled) section.lookup("#" + id);
        assertNotNull(label, id);
        return label;
    }
}
