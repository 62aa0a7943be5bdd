package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import lossloupe.compute.Documents.Recipe;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.History;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Taking over what still holds is the same as computing everything, bit for bit, whatever was edited in between.
class IncrementalTest {
    private static final int STEPS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyScriptOfEditsGivesTheBitsOfAFullPass(long seed) {
        var random = new Random(seed);
        var script = new RandomEdits(random);
        var recipe = new Recipe(2, 3, 9_000, DType.UINT8, DType.FLOAT64);
        var history = History.startingAt(Documents.random(recipe, LossSetup.DEFAULT, random));
        var engine = new LossEngine();
        Evaluation last = null;
        for (int step = 0; step < STEPS; step++) {
            history = script.next(history);
            last = evaluated(engine, history.document(), last, random);
            if (last != null) {
                assertLikeAFullPass(last, history.document(), "seed " + seed + ", step " + step);
            }
        }
    }

    /// Every third pass is cancelled somewhere on its way; what it finished is there for the next.
    private static @Nullable Evaluation evaluated(
            LossEngine engine, Document document, @Nullable Evaluation last, Random random) {
        var looks = new AtomicInteger(random.nextInt(3) == 0 ? random.nextInt(3) : Integer.MAX_VALUE);
        var threads = random.nextBoolean() ? Pass.Threads.ONE : Pass.Threads.ALL;
        var pass = Pass.PLAIN.on(threads).cancelledBy(() -> looks.getAndDecrement() <= 0);
        try {
            return engine.evaluate(document, last, pass);
        } catch (CancellationException e) {
            return last != null && random.nextBoolean() ? engine.evaluate(document, last) : null;
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static void assertLikeAFullPass(Evaluation actual, Document document, String what) {
        if (actual.document() != document) {
            return;
        }
        var full = new LossEngine().evaluate(document, null, Pass.PLAIN.on(Pass.Threads.ONE));
        for (var pair : List.of(List.of(full.a(), actual.a()), List.of(full.b(), actual.b()))) {
            var expected = pair.getFirst();
            var result = pair.getLast();
            Fields.assertSameBits(expected.terms(), result.terms(), what);
            Fields.assertSameBits(expected.gradient(), result.gradient(), what);
            Fields.assertSameBits(expected.probabilities(), result.probabilities(), what);
            Fields.assertSameBits(expected.perPosition(), result.perPosition(), what);
            Fields.assertSameBits(expected.floors(), result.floors(), what);
            for (var reduction : Reduction.values()) {
                assertEquals(expected.reduced(reduction), result.reduced(reduction), what + " " + reduction.id());
                assertEquals(expected.floor(reduction), result.floor(reduction), what + " " + reduction.id());
            }
            assertEquals(expected.nonFinite(), result.nonFinite(), what);
        }
        Fields.assertSameBits(full.difference(), actual.difference(), what);
        Fields.assertSameBits(full.overlap().active(), actual.overlap().active(), what);
        assertEquals(full.overlap().overlaps(), actual.overlap().overlaps(), what);
        assertEquals(full.overlap().gaps(), actual.overlap().gaps(), what);
    }

    @Test
    @SuppressWarnings("ReferenceEquality")
    void anEditComputesOnlyTheChunksItTouches() {
        var recipe = new Recipe(2, 3, 9_000, DType.UINT8, DType.FLOAT64);
        var before = Documents.random(recipe, LossSetup.DEFAULT, new Random(1));
        var engine = new LossEngine();
        var first = engine.evaluate(before, null);
        first.a().gradient().range();
        var after = new Edit.Values(Edit.Target.LOGITS, 1, 2, 5_000, 1.5).apply(before);
        var second = engine.evaluate(after, first);
        for (int e = 0; e < 2; e++) {
            for (int c = 0; c < 3; c++) {
                for (int k = 0; k < 3; k++) {
                    boolean own = e == 1 && c == 2 && k == 1;
                    boolean column = e == 1 && k == 1;
                    assertEquals(
                            !own,
                            first.a().terms().chunk(e, c, k)
                                    == second.a().terms().chunk(e, c, k),
                            "sigmoid");
                    assertEquals(
                            !own,
                            first.a().gradient().chunk(e, c, k)
                                    == second.a().gradient().chunk(e, c, k),
                            "gradient");
                    assertEquals(
                            !column,
                            first.b().terms().chunk(e, c, k)
                                    == second.b().terms().chunk(e, c, k),
                            "softmax");
                }
            }
        }
        assertTrue(first.labels().sharesAll(second.labels(), 1));
        assertTrue(first.b().terms().sharesAll(second.b().terms(), 0));
        assertTrue(!first.b().terms().sharesAll(second.b().terms(), 1));
    }

    @ParameterizedTest
    @CsvSource({"softmax_cross_entropy, false", "sparse_softmax_cross_entropy, true"})
    @SuppressWarnings("ReferenceEquality")
    void anEditedLabelTouchesTheTermsOfOtherClassesOnlyThroughTheIndex(String loss, boolean reachesOthers) {
        var setup = LossSetup.DEFAULT.withA(LossChoice.of(loss).with("label_smoothing", "0.1"));
        var before = Documents.random(new Recipe(1, 3, 9_000, DType.UINT8, DType.FLOAT64), setup, new Random(1));
        var engine = new LossEngine();
        var first = engine.evaluate(before, null);
        var after = new Edit.Values(Edit.Target.LABELS, 0, 2, 5_000, 1).apply(before);
        var second = engine.evaluate(after, first);
        for (int c = 0; c < 3; c++) {
            for (int k = 0; k < 3; k++) {
                boolean stays =
                        first.a().terms().chunk(0, c, k) == second.a().terms().chunk(0, c, k);
                assertEquals(k != 1 || (c != 2 && !reachesOthers), stays, "class " + c + ", chunk " + k);
            }
        }
    }

    @Test
    void switchingTheLayoutOrTheTwoLossesComputesNothing() {
        var recipe = new Recipe(1, 3, 5_000, DType.UINT8, DType.FLOAT64);
        var before = Documents.random(recipe, LossSetup.DEFAULT, new Random(1));
        var engine = new LossEngine();
        var first = engine.evaluate(before, null);
        var setup = before.setup();
        var turned = engine.evaluate(
                before.withSetup(setup.withFormat(setup.format().other()).swapped()), first);
        assertTrue(first.a().terms().sharesAll(turned.b().terms(), 0));
        assertTrue(first.b().terms().sharesAll(turned.a().terms(), 0));
        assertSame(first.a().terms().chunk(0, 2, 1), turned.b().terms().chunk(0, 2, 1));
    }

    @Test
    void aCancelledPassKeepsWhatItHasFinished() {
        var recipe = new Recipe(1, 2, 40 * 4096, DType.UINT8, DType.FLOAT64);
        var document = Documents.random(recipe, LossSetup.DEFAULT, new Random(1));
        var engine = new LossEngine();
        var looks = new AtomicInteger(2);
        var told = new ArrayList<Double>();
        var pass = Pass.PLAIN.cancelledBy(() -> looks.getAndDecrement() <= 0).reportingTo(told::add);
        assertThrows(CancellationException.class, () -> engine.evaluate(document, null, pass));
        double reached = told.getLast();
        told.clear();
        engine.evaluate(document, null, Pass.PLAIN.reportingTo(told::add));
        assertTrue(reached > 0 && told.size() > 2, "both passes worked in steps");
        assertEquals(1.0, told.getLast());
        int whole = 120 / 16 + 2;
        assertTrue(told.size() < whole, "the second pass had less to do: " + told.size() + " of " + whole);
    }

    @Test
    void onDemandNothingIsComputedBeforeItIsAskedAndThenTheSame() {
        var document = twoChunks();
        var asked = Evaluation.onDemand(document);
        assertEquals(0, asked.nonFiniteLabels() + asked.nonFiniteLogits());
        assertEquals(0, asked.a().floor(Reduction.MEAN));
        assertTrue(asked.steps().stream().flatMap(s -> s.all().stream()).noneMatch(Cell::isDone));
        assertLikeAFullPass(asked, document, "on demand");
    }

    /// During a drag not every result comes to be seen.
    @Test
    void whatWasAskedForOutlivesAFewResultsThatNobodyAsked() {
        var document = twoChunks();
        var engine = new LossEngine();
        var asked = engine.evaluate(document, null);
        var chunk = asked.a().gradient().chunk(0, 0, 0);
        var active = asked.overlap().active().chunk(0, 0, 0);
        var later = silent(engine, asked, Demand.PATIENCE);
        assertSame(chunk, later.a().gradient().chunk(0, 0, 0));
        assertSame(active, later.overlap().active().chunk(0, 0, 0));
    }

    @Test
    void whatNobodyAsksForIsNotKept() {
        var document = twoChunks();
        var engine = new LossEngine();
        var asked = engine.evaluate(document, null);
        var chunk = asked.a().gradient().chunk(0, 0, 0);
        var later = silent(engine, asked, Demand.PATIENCE + 1);
        assertNotSame(chunk, later.a().gradient().chunk(0, 0, 0));
    }

    @Test
    void whatAnotherHasBegunIsTakenUp() {
        var document = twoChunks();
        var begun = Evaluation.onDemand(document);
        var chunk = begun.a().terms().chunk(0, 1, 0);
        var engine = new LossEngine();
        engine.takeUp(begun);
        var taken = engine.evaluate(document.named("other"), null);
        assertSame(chunk, taken.a().terms().chunk(0, 1, 0));
        assertLikeAFullPass(taken, document, "taken up");
        LossEngine.complete(begun, Pass.PLAIN);
        assertTrue(begun.steps().stream().flatMap(s -> s.all().stream()).allMatch(Cell::isDone));
        assertSame(begun.b().terms().chunk(0, 1, 1), taken.b().terms().chunk(0, 1, 1));
    }

    /// Until its chunk is asked for, the gradient of one cell costs that cell alone.
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void oneValueAloneIsTheOneOfItsChunk(DType dtype) {
        var recipe = new Recipe(2, 3, 5_000, DType.UINT8, dtype);
        var smoothed = LossChoice.of("softmax_cross_entropy").with("label_smoothing", "0.1");
        var setup = LossSetup.DEFAULT.withDType(dtype).withA(smoothed);
        var document = Documents.random(recipe, setup, new Random(3));
        var alone = new LossEngine().evaluate(document, null);
        var whole = new LossEngine().evaluate(document, null);
        for (var result : List.of(whole.a(), whole.b())) {
            var same = result == whole.a() ? alone.a() : alone.b();
            for (int c = 0; c < 3; c++) {
                double one = same.gradient().get(1, c, 4_500);
                assertEquals(result.gradient().chunk(1, c, 1).get(404), one);
                double returned = same.returnedGradient().field().get(1, c, 4_500);
                assertEquals(result.returnedGradient().field().chunk(1, c, 1).get(404), returned);
            }
        }
        assertEquals(
                alone.b().gradient().get(0, 0, 7),
                alone.b().gradient().chunk(0, 0, 0).get(7));
    }

    private static Document twoChunks() {
        var recipe = new Recipe(1, 2, 5_000, DType.UINT8, DType.FLOAT64);
        return Documents.random(recipe, LossSetup.DEFAULT, new Random(1));
    }

    /// After so many evaluations of which nobody asked anything.
    private static Evaluation silent(LossEngine engine, Evaluation from, int times) {
        var last = from;
        for (int i = 0; i <= times; i++) {
            last = engine.evaluate(from.document(), last);
        }
        return last;
    }
}
