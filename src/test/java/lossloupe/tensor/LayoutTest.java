package lossloupe.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {
    private static final Shape BATCH = new Shape(2, 5, 10, Batching.BATCHED);
    private static final Shape SINGLE = new Shape(1, 4, 12, Batching.UNBATCHED);

    @Test
    void shapesReadAsNumPyPrintsThem() {
        assertEquals("[2, 5, 10]", new Layout(BATCH, DataFormat.CHANNELS_FIRST).text());
        assertEquals("[2, 10, 5]", new Layout(BATCH, DataFormat.CHANNELS_LAST).text());
        assertEquals("[12, 4]", new Layout(SINGLE, DataFormat.CHANNELS_LAST).text());
        assertEquals("[b, n, l]", new Layout(BATCH, DataFormat.CHANNELS_FIRST).symbols());
        assertEquals("[l, n]", new Layout(SINGLE, DataFormat.CHANNELS_LAST).symbols());
    }

    @Test
    void theCellOfTheDrawingLiesAt19And29() {
        assertEquals(19, new Layout(SINGLE, DataFormat.CHANNELS_FIRST).flat(0, 1, 7));
        assertEquals(29, new Layout(SINGLE, DataFormat.CHANNELS_LAST).flat(0, 1, 7));
    }

    @Test
    void stridesCountElements() {
        assertArrayEquals(new long[] {50, 10, 1}, new Layout(BATCH, DataFormat.CHANNELS_FIRST).strides());
        assertArrayEquals(new long[] {50, 5, 1}, new Layout(BATCH, DataFormat.CHANNELS_LAST).strides());
    }

    @Test
    void theLastAxisIsPositionsOrClasses() {
        assertEquals(Axis.POSITION, new Layout(SINGLE, DataFormat.CHANNELS_FIRST).axisAt(-1));
        assertEquals(Axis.CLASS, new Layout(SINGLE, DataFormat.CHANNELS_LAST).axisAt(-1));
        assertEquals(-1, new Layout(SINGLE, DataFormat.CHANNELS_LAST).indexOf(Axis.BATCH));
    }

    @ParameterizedTest
    @EnumSource(DataFormat.class)
    void everyCellHasItsOwnPlaceAndComesBackFromIt(DataFormat format) {
        var layout = new Layout(BATCH, format);
        var seen = new HashSet<Long>();
        for (int b = 0; b < 2; b++) {
            for (int c = 0; c < 5; c++) {
                for (int p = 0; p < 10; p++) {
                    long flat = layout.flat(b, c, p);
                    assertEquals(new Layout.Cell(b, c, p), layout.cellAt(flat));
                    assertTrue(seen.add(flat));
                }
            }
        }
        assertEquals(BATCH.size(), seen.size());
    }

    @Test
    void flatIndicesOfLargeArraysDoNotOverflow() {
        var large = new Layout(new Shape(3, 1_000, 1_000_000, Batching.BATCHED), DataFormat.CHANNELS_FIRST);
        assertEquals(2_999_999_999L, large.flat(2, 999, 999_999));
        assertEquals(new Layout.Cell(2, 999, 999_999), large.cellAt(2_999_999_999L));
    }

    @Test
    void sizesBelowOneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Shape(1, 0, 3, Batching.BATCHED));
        assertThrows(IllegalArgumentException.class, () -> new Shape(2, 1, 3, Batching.UNBATCHED));
    }
}
