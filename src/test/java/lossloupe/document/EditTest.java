package lossloupe.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class EditTest {
    private final Document seed = Samples.seed();

    @Test
    void paintingOverlappingClassesLeavesTheOthersAlone() {
        var edit = new Edit.Labels(0, 0, new Span(4, 6), 1, LabelMode.OVERLAPPING);
        var after = edit.apply(seed);
        assertEquals(1, after.example(0).labels().get(0).get(4));
        assertSame(seed.example(0).labels().get(1), after.example(0).labels().get(1));
        assertEquals("edit.paint", edit.nameKey());
    }

    @Test
    void paintingExclusiveClassesClearsTheOthersWithinTheSpan() {
        var after = new Edit.Labels(0, 0, new Span(4, 6), 1, LabelMode.EXCLUSIVE).apply(seed);
        assertEquals(0, after.example(0).labels().get(1).get(5));
        assertEquals(1, after.example(0).labels().get(1).get(6));
    }

    @Test
    void paintingWhatIsThereAlreadyKeepsTheRow() {
        var after = new Edit.Labels(0, 0, new Span(1, 3), 1, LabelMode.OVERLAPPING).apply(seed);
        assertSame(seed.example(0).labels().get(0), after.example(0).labels().get(0));
    }

    @Test
    void valuesGoToTheRowTheyAreMeantFor() {
        var after = new Edit.Values(Edit.Target.LOGITS, 0, 2, 10, -1, -2).apply(seed);
        assertEquals(-2, after.example(0).logits().get(2).get(11));
        assertSame(seed.example(0).labels().get(2), after.example(0).labels().get(2));
        var series = new Edit.Values(Edit.Target.SERIES, 0, 0, 0, 5).apply(seed);
        assertEquals(5, series.example(0).series().get(0));
    }

    @Test
    void severalEditsAreOneStep() {
        var edits = List.of(
                new Edit.Values(Edit.Target.LOGITS, 0, 0, 0, 1), new Edit.Values(Edit.Target.LOGITS, 0, 0, 1, 2));
        var after = new Edit.Several(edits, "edit.paste").apply(seed);
        assertEquals(1, after.example(0).logits().get(0).get(0));
        assertEquals(2, after.example(0).logits().get(0).get(1));
    }

    @Test
    void aMovedClassTakesItsRowsAlong() {
        var after = new ClassEdit.Move(0, 2).apply(seed);
        assertEquals("class 1", after.classes().get(2).name());
        assertSame(seed.example(0).labels().get(0), after.example(0).labels().get(2));
        assertSame(seed.example(0).logits().get(0), after.example(0).logits().get(2));
    }

    @Test
    void anAddedClassHasNoLabelsAndTheLastOneStays() {
        var added = new ClassEdit.Add(4, ClassInfo.numbered(4)).apply(seed);
        assertEquals(5, added.shape().classes());
        assertArrayEquals(new double[12], added.example(0).labels().get(4).toDoubles());
        var one = seed;
        for (int i = 0; i < 6; i++) {
            one = new ClassEdit.Remove(0).apply(one);
        }
        assertEquals(1, one.shape().classes());
    }

    @Test
    void aSecondExampleBringsTheBatchAxisAndItStays() {
        var two = new ShapeEdit.BatchSize(2).apply(seed);
        assertEquals(Batching.BATCHED, two.shape().batching());
        assertEquals(DType.UINT8, two.example(1).labels().getFirst().dtype());
        var one = new ShapeEdit.RemoveExample(0).apply(two);
        assertEquals(Batching.BATCHED, one.shape().batching());
        assertEquals(1, new ShapeEdit.RemoveExample(0).apply(one).shape().batch());
    }

    @Test
    void lengthChangesEveryRowOfEveryExample() {
        var longer = new ShapeEdit.Length(20).apply(new ShapeEdit.DuplicateExample(0).apply(seed));
        for (var example : longer.examples()) {
            assertEquals(20, example.length());
            example.labels().forEach(p -> assertEquals(20, p.length()));
            example.logits().forEach(p -> assertEquals(20, p.length()));
        }
    }

    @Test
    void theSameRecipeGivesTheSameDocument() {
        var recipe = Samples.Recipe.dummy(3);
        var a = Samples.random(recipe, LossSetup.DEFAULT);
        var b = Samples.random(recipe, LossSetup.DEFAULT);
        for (int c = 0; c < 5; c++) {
            assertTrue(a.example(1)
                    .logits()
                    .get(c)
                    .sameValues(b.example(1).logits().get(c)));
        }
        assertEquals("[2, 5, 10]", a.layout().text());
    }
}
