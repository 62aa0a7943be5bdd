package lossloupe.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class TouchedTest {
    private final Document seed = Samples.seed();

    private Optional<Touched> by(Edit edit) {
        return Touched.between(seed, edit.apply(seed));
    }

    @Test
    void oneLogitWithItsValuesBeforeAndAfter() {
        assertEquals(
                Optional.of(new Touched(1, 0, 1, 7, 7, 2.1, 3.5)),
                by(new Edit.Values(Edit.Target.LOGITS, 0, 1, 7, 3.5)));
    }

    @Test
    void aRunOfOneClass() {
        var run = by(new Edit.Labels(0, 0, new Span(4, 7), 1, LabelMode.OVERLAPPING))
                .orElseThrow();
        assertEquals(new Touched(3, 0, 0, 4, 6, 0, 1), run);
    }

    @Test
    void cellsOfSeveralClassesAreNoRun() {
        var many = by(new Edit.Labels(0, 0, new Span(4, 6), 1, LabelMode.EXCLUSIVE))
                .orElseThrow();
        assertEquals(4, many.cells(), "two painted, two cleared");
        assertEquals(-1, many.last());
    }

    @Test
    void nothingWhereNoNumberChanged() {
        assertTrue(by(new Edit.Setup(seed.setup().swapped(), "edit.swap")).isEmpty());
        assertTrue(Touched.between(seed, Samples.random(new Samples.Recipe(1, 4, 13, -3, 3, 0.3, 1), seed.setup()))
                .isEmpty());
    }
}
