package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.document.Samples;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final Document seed = Samples.seed();
    private final LossEngine engine = new LossEngine();
    private final Evaluation before = engine.evaluate(seed, null);

    @Test
    void countsCellsAndFindsTheLargestMove() {
        double old = seed.example(0).logits().get(1).get(7);
        var after = new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, old + 2, 0).apply(seed);
        after = new Edit.Labels(0, 2, new Span(0, 3), 1, LabelMode.OVERLAPPING).apply(after);
        var changes = Changes.between(before, engine.evaluate(after, before));
        assertTrue(changes.sameShape());
        assertEquals(3, changes.all().labels());
        assertEquals(3, changes.classes().get(2).labels());
        assertEquals(2, changes.classes().get(1).logits());
        assertEquals(new Changes.Largest(0, 1, 7, old, old + 2), changes.largest());
        double moved = 2 + Math.abs(seed.example(0).logits().get(1).get(8));
        assertEquals(moved / 48, changes.all().meanMove(), 1e-15);
        assertEquals(moved / 12, changes.classes().get(1).meanMove(), 1e-15);
        assertEquals(before.a().perClass()[1], changes.classes().get(1).a().before());
    }

    @Test
    void nothingDiffersFromItself() {
        var changes = Changes.between(before, engine.evaluate(Samples.seed(), null));
        assertEquals(0, changes.all().labels());
        assertEquals(0, changes.all().logits());
        assertNull(changes.largest());
    }

    @Test
    void anotherShapeComparesLossesAlone() {
        var other = Samples.random(Samples.Recipe.dummy(5), seed.setup());
        var changes = Changes.between(before, engine.evaluate(other, null));
        assertFalse(changes.sameShape());
        assertTrue(changes.classes().isEmpty());
        assertEquals(before.a().reduced(Reduction.of("mean")), changes.all().a().before());
    }
}
