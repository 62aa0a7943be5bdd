package lossloupe.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import org.junit.jupiter.api.Test;

class ReturnedGradientTest {
    /// product.md, fact 4 and lesson 4: red dots on six positions of the seed, five overlaps and one without a
    /// class.
    @Test
    void theSeedHasSixPositionsWhereItDiffers() {
        var evaluation = new LossEngine().evaluate(Samples.seed(), null);
        var returned = evaluation.b().returnedGradient();
        assertEquals(6, returned.count().orElseThrow());
        for (int p = 0; p < 12; p++) {
            boolean some = false;
            for (int c = 0; c < 4; c++) {
                some |= returned.differs(0, c, p);
            }
            assertEquals(p == 3 || evaluation.overlap().active().get(0, 0, p) > 1, some, "position " + p);
        }
        assertEquals(0, evaluation.a().returnedGradient().count().orElseThrow());
        assertFalse(evaluation.a().returnedGradient().mayDiffer());
    }

    @Test
    void alongPositionsEveryRowOfTheSeedDiffers() {
        var setup = Samples.seed().setup();
        var wrong = LossChoice.of("softmax_cross_entropy").with("axis", "position");
        var result = new LossEngine()
                .evaluate(Samples.seed().withSetup(setup.withB(wrong)), null)
                .b();
        assertTrue(result.returnedGradient().mayDiffer());
        assertEquals(4, result.returnedGradient().count().orElseThrow());
    }
}
