package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.tensor.DType;
import lossloupe.tensor.Span;
import lossloupe.view.Texts;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    private final Document seed = Samples.seed();
    private final StepWords words = new StepWords(new Texts(new SimpleObjectProperty<>(Locale.ENGLISH)));

    private String of(Edit edit) {
        return words.between(seed, edit.apply(seed));
    }

    @Test
    void oneLogitIsSaidWithItsValues() {
        assertEquals("class 2 · 7: 2.1 → −0.333", of(new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, -1.0 / 3)));
    }

    @Test
    void aRunIsSaidWithItsEnds() {
        assertEquals("class 1 · 4–6", of(new Edit.Labels(0, 0, new Span(4, 7), 1, LabelMode.OVERLAPPING)));
    }

    @Test
    void cellsOfSeveralClassesAreCounted() {
        assertEquals("4 cells", of(new Edit.Labels(0, 0, new Span(4, 6), 1, LabelMode.EXCLUSIVE)));
    }

    @Test
    void aChoiceIsSaidByWhatWasChosen() {
        var setup = seed.setup();
        assertEquals("sum", of(new Edit.Setup(setup.withReduction("sum"), "edit.reduction")));
        assertEquals("float32", of(new Edit.Setup(setup.withDType(DType.FLOAT32), "edit.dtype")));
        assertEquals("Focal", of(new Edit.Setup(setup.withA(LossChoice.of("sigmoid_focal")), "edit.lossA")));
    }
}
