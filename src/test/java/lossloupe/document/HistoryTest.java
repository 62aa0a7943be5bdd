package lossloupe.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private final History start = History.startingAt(Samples.seed());

    private static Edit logit(double value) {
        return new Edit.Values(Edit.Target.LOGITS, 0, 0, 0, value);
    }

    private static double logit(History history) {
        return history.document().example(0).logits().getFirst().get(0);
    }

    @Test
    void undoAndRedoHandBackTheVeryDocuments() {
        var edited = start.applying(logit(1), History.NO_STROKE);
        assertSame(start.document(), edited.undone().document());
        assertSame(edited.document(), edited.undone().redone().document());
        assertFalse(start.canUndo());
        assertTrue(edited.undone().canRedo());
        assertSame(start, start.undone());
    }

    @Test
    void oneDragIsOneStep() {
        var history = start;
        for (int i = 1; i <= 50; i++) {
            history = history.applying(logit(i), 7);
        }
        assertEquals(2, history.entries().size());
        assertEquals(50, logit(history));
        assertEquals("edit.logits", history.entries().getLast().nameKey());
        assertSame(start.document(), history.undone().document());
    }

    @Test
    void anotherStrokeAndEditsWithoutOneAreStepsOfTheirOwn() {
        var history = start.applying(logit(1), 7)
                .applying(logit(2), 8)
                .applying(logit(3), History.NO_STROKE)
                .applying(logit(4), History.NO_STROKE);
        assertEquals(5, history.entries().size());
    }

    @Test
    void aStrokeEndsWhereItIsUndone() {
        var history = start.applying(logit(1), 7).undone().redone().applying(logit(2), 7);
        assertEquals(3, history.entries().size());
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        var history = start.applying(logit(1), 0)
                .applying(logit(2), 0)
                .undone()
                .undone()
                .applying(logit(3), 0);
        assertFalse(history.canRedo());
        assertEquals(2, history.entries().size());
        assertEquals(3, logit(history));
    }

    @Test
    void escapeDropsTheRunningStrokeAlone() {
        var before = start.applying(logit(1), 0);
        var dragged = before.applying(logit(2), 9).applying(logit(3), 9);
        assertEquals(1, logit(dragged.withoutStroke(9)));
        assertSame(before, before.withoutStroke(9));
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        assertSame(start, start.applying(new Edit.Replace(start.document(), "edit.open"), History.NO_STROKE));
        assertSame(start, start.applying(new ShapeEdit.RemoveExample(0), History.NO_STROKE));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void anyWalkThroughTheHistoryFindsTheDocumentsItLeft(long seed) {
        var random = new Random(seed);
        var history = start;
        var documents = new ArrayList<Document>();
        documents.add(start.document());
        for (int step = 0; step < 300; step++) {
            switch (random.nextInt(3)) {
                case 0 -> history = history.undone();
                case 1 -> history = history.redone();
                default -> {
                    history = history.applying(logit(step + 1), History.NO_STROKE);
                    while (documents.size() > history.current()) {
                        documents.removeLast();
                    }
                    documents.add(history.document());
                }
            }
            assertSame(documents.get(history.current()), history.document(), "seed " + seed);
            assertEquals(documents.size(), history.entries().size(), "seed " + seed);
        }
    }
}
