package lossloupe.view.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;

class RunsTest {
    private final Plane row = Plane.generate(DType.UINT8, 100_000, p -> p >= 20_000 && p < 60_000 ? 1 : 0);

    /// At a thousand positions a pixel, five pixels are as many to a hand as at one.
    @Test
    void anEdgeIsFoundWithinReachAtAnyZoom() {
        assertEquals(60_000, Runs.edgeNear(row, 55_001, 5_000, 15_000));
        assertEquals(60_000, Runs.edgeNear(row, 64_999, 5_000, 15_000));
        assertEquals(20_000, Runs.edgeNear(row, 20_000.4, 0.5, 1));
        assertEquals(-1, Runs.edgeNear(row, 54_000, 5_000, 15_000));
        assertEquals(-1, Runs.edgeNear(row, 60_000, 5_000, 50_000), "too short to be clicked beside its ends");
    }

    @Test
    void ofTwoEdgesTheNearerIsTaken() {
        var close = Plane.of(new byte[] {0, 1, 1, 1, 0, 0, 1, 1, 1, 0});
        assertEquals(4, Runs.edgeNear(close, 4.7, 3, 1));
        assertEquals(6, Runs.edgeNear(close, 5.4, 3, 1));
        assertEquals(1, Runs.edgeNear(close, -0.5, 3, 1));
    }
}
