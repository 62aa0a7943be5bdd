package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.document.Samples;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {
    private final DocumentStore store = new DocumentStore(Samples.seed());

    private static Edit logit(double value) {
        return new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, value);
    }

    @Test
    void aDragIsOneStep() {
        var before = store.document();
        long stroke = store.newStroke();
        for (int i = 0; i < 50; i++) {
            store.apply(logit(i), stroke);
        }
        assertEquals(49, store.document().example(0).logits().get(1).get(7));
        store.undo();
        assertSame(before, store.document());
        assertFalse(store.historyProperty().get().canUndo());
    }

    /// The title reads the document's name when the history changes.
    @Test
    void whoHearsOfTheHistorySeesItsDocument() {
        var seen = new ArrayList<Boolean>();
        store.historyProperty().addListener((o, was, now) -> seen.add(now.document() == store.document()));
        store.apply(logit(3));
        store.undo();
        store.redo();
        assertEquals(List.of(true, true, true), seen);
    }

    /// A look from another side is no work, and must not cost what was undone.
    @Test
    void turningTheLayoutIsNoStepEndsNoRedoAndLeavesSavedWorkSaved() {
        store.turn(DataFormat.CHANNELS_LAST);
        assertFalse(store.isEdited());
        assertFalse(store.historyProperty().get().canUndo());
        store.apply(logit(3));
        store.undo();
        store.turn(DataFormat.CHANNELS_FIRST);
        assertFalse(store.isEdited(), "as it was opened");
        store.redo();
        assertTrue(store.isEdited());
        assertEquals(3, store.document().example(0).logits().get(1).get(7));
        assertEquals(DataFormat.CHANNELS_FIRST, store.document().setup().format());
        store.turn(DataFormat.CHANNELS_LAST);
        store.undo();
        assertEquals(DataFormat.CHANNELS_LAST, store.document().setup().format(), "undo turns no layout");
    }

    @Test
    void aChoiceTakenBackIsNoWork() {
        var setup = store.document().setup();
        store.apply(new Edit.Setup(setup.withReduction("sum"), "edit.reduction"));
        assertTrue(store.isEdited());
        store.apply(new Edit.Setup(setup, "edit.reduction"));
        assertFalse(store.isEdited());
        store.turn(DataFormat.CHANNELS_LAST);
        assertFalse(store.isEdited());
        assertTrue(store.historyProperty().get().canUndo(), "both are steps");
    }

    @Test
    void paintingWhatIsPaintedIsNoChange() {
        long before = store.revision();
        store.apply(new Edit.Labels(0, 1, Span.at(7), 1, LabelMode.OVERLAPPING), store.newStroke());
        assertEquals(before, store.revision());
        assertFalse(store.historyProperty().get().canUndo());
    }

    @Test
    void twoDragsAreTwoSteps() {
        store.apply(logit(1), store.newStroke());
        var between = store.document();
        store.apply(logit(2), store.newStroke());
        store.undo();
        assertSame(between, store.document());
    }

    @Test
    void cancellingADragLeavesNoTrace() {
        var before = store.document();
        long stroke = store.newStroke();
        store.apply(logit(5), stroke);
        store.cancel(stroke);
        assertSame(before, store.document());
        assertFalse(store.historyProperty().get().canRedo());
    }

    @Test
    void savedIsWhatWasWrittenAndNotWhatCameAfter() {
        store.apply(logit(1));
        var written = store.document();
        assertTrue(store.isEdited());
        store.markSaved(written, Path.of("a.lossloupe"));
        assertFalse(store.isEdited());
        store.apply(logit(2));
        assertTrue(store.isEdited());
        store.undo();
        assertFalse(store.isEdited());
    }

    @Test
    void eachChangeHasARevisionOfItsOwn() {
        long first = store.revision();
        store.apply(logit(1));
        long second = store.revision();
        store.undo();
        assertNotEquals(first, second);
        assertNotEquals(second, store.revision());
    }

    @Test
    void weightsPerClassGoWhenTheClassesNoLongerMatchAndComeBackByUndo() {
        var seed = lossloupe.document.Samples.seed();
        var weighted = lossloupe.document.LossChoice.of("sigmoid_cross_entropy").with("pos_weight", "1,2,3,4");
        var store = new DocumentStore(seed.withSetup(seed.setup().withA(weighted)));
        store.apply(new lossloupe.document.ClassEdit.Remove(0));
        assertEquals(java.util.Map.of(), store.document().setup().a().params());
        store.undo();
        assertEquals(weighted, store.document().setup().a());
    }
}
