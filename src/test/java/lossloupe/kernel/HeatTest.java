package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HeatTest {
    private static final int SPAN = 4096;
    private static final long MILLI = 1_000_000;
    private final Heat heat = Heat.cold();
    private int elements;
    private int slices;

    /// A loop that takes a millisecond however little it does, as one that nothing has compiled.
    private int cold(int from, int to) {
        long end = System.nanoTime() + MILLI;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return counted(from, to);
    }

    private int counted(int from, int to) {
        slices++;
        elements += to - from;
        return to;
    }

    @Test
    void aColdLoopCostsHalfOfWhatTheTwinDoes() {
        int spans = 1000;
        for (int k = 0; k < spans; k++) {
            heat.run(0, SPAN, 1, this::cold);
        }
        // Two operands of 8 ns each: the twin is reckoned to take 66 ms, which pay for 33 slices.
        assertTrue(slices >= 1 && slices <= 34, slices + " slices");
    }

    @Test
    void aFastLoopSoonGetsEverything() {
        for (int k = 0; k < 100; k++) {
            heat.run(0, SPAN, 1, this::counted);
        }
        elements = 0;
        assertEquals(SPAN, heat.run(0, SPAN, 1, this::counted));
        assertEquals(SPAN, elements);
    }

    @Test
    void aShortSpanIsLeftToTheTwin() {
        assertEquals(7, heat.run(7, 100, 1, this::counted));
        assertEquals(0, slices);
    }
}
