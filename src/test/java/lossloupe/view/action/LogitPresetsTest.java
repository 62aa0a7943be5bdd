package lossloupe.view.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;

class LogitPresetsTest {
    private final Document soft = new Document(
            "soft",
            List.of(ClassInfo.numbered(0)),
            List.of(new Example(
                    Plane.of(0.0, 0, 0, 0), List.of(Plane.of(0.5, 0.75, 1, 0)), List.of(Plane.of(new float[4])))),
            Batching.UNBATCHED,
            LossSetup.DEFAULT);

    @Test
    void theIdealLogitOfASoftLabelIsItsOwn() {
        var row = LogitPresets.ideal(soft, 6).example(0).logits().getFirst();
        assertEquals(0, row.get(0));
        assertEquals((float) Math.log(3), row.get(1), 1e-7);
        assertEquals(6, row.get(2));
        assertEquals(-6, row.get(3));
    }

    @Test
    void storageStaysFloat32() {
        assertEquals(
                DType.FLOAT32,
                LogitPresets.random(soft, 1).example(0).logits().getFirst().dtype());
    }

    @Test
    void randomLogitsAreTheSameForTheSameSeed() {
        var once = LogitPresets.random(Samples.seed(), 42).example(0).logits().get(2);
        var again = LogitPresets.random(Samples.seed(), 42).example(0).logits().get(2);
        var other = LogitPresets.random(Samples.seed(), 43).example(0).logits().get(2);
        assertTrue(once.sameValues(again));
        assertTrue(!once.sameValues(other));
    }
}
