package lossloupe.view.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.view.dialog.GenerateForm.Entry;
import lossloupe.view.dialog.GenerateForm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateFormTest {
    private final AtomicLong seeds = new AtomicLong(100);
    private final GenerateForm form = new GenerateForm(seeds::getAndIncrement);

    @Test
    void theSameSeedMakesTheSameDocument() {
        form.text(Entry.SEED).set("7");
        var once = made();
        form.newSeed();
        assertEquals("101", form.text(Entry.SEED).get());
        assertTrue(!sameLogits(once, made()));
        form.text(Entry.SEED).set("7");
        assertTrue(sameLogits(once, made()));
    }

    @Test
    void theDummyDataOfTheQuestionIsOneClickAway() {
        form.fillDummy();
        var made = made();
        assertEquals("[2, 5, 10]", made.layout().text());
        var logits = made.example(1).logits().get(4).toDoubles();
        for (double x : logits) {
            assertTrue(x >= 0 && x < 1);
        }
    }

    @Test
    void blankHoldsZerosAndAsksForSizesAlone() {
        form.kindProperty().set(Kind.BLANK);
        form.text(Entry.POSITIVE).set("nonsense");
        form.text(Entry.LENGTH).set("3");
        var made = made();
        assertEquals("[4, 3]", made.layout().text());
        assertEquals(0, made.example(0).logits().get(3).get(2));
    }

    @Test
    void theSeedExampleNeedsNothing() {
        form.text(Entry.LENGTH).set("");
        form.kindProperty().set(Kind.SEED_EXAMPLE);
        assertEquals(Samples.seed().shape(), made().shape());
    }

    @ParameterizedTest
    @CsvSource({
        "BATCH, 0, generate.problem.range",
        "CLASSES, 2.5, generate.problem.whole",
        "LENGTH, twelve, generate.problem.whole",
        "LENGTH, 99999999999, generate.problem.range",
        "LOW, 7, generate.problem.order",
        "HIGH, nan, generate.problem.range",
        "POSITIVE, 1.5, generate.problem.range",
        "POSITIVE, -, generate.problem.number",
        "SEED, 1.5, generate.problem.whole",
    })
    void whatIsWrongIsSaidAndNothingIsMade(Entry entry, String typed, String key) {
        form.text(entry).set(typed);
        var problem = form.problemProperty().get().orElseThrow();
        assertEquals(key, problem.key());
        assertNull(form.maker(LossSetup.DEFAULT));
    }

    @Test
    void sizesThatDoNotFitTogetherAreRefused() {
        form.text(Entry.BATCH).set("4096");
        form.text(Entry.LENGTH).set("1000000");
        assertEquals(
                "generate.problem.cells",
                form.problemProperty().get().orElseThrow().key());
    }

    @Test
    void aTrueMinusSignIsUnderstood() {
        form.text(Entry.LOW).set("−2,5");
        form.text(Entry.SEED).set("−3");
        assertTrue(form.problemProperty().get().isEmpty());
    }

    private Document made() {
        var maker = form.maker(LossSetup.DEFAULT);
        assertNotNull(maker);
        return maker.get();
    }

    private static boolean sameLogits(Document one, Document other) {
        return one.example(0)
                .logits()
                .get(0)
                .sameValues(other.example(0).logits().get(0));
    }
}
