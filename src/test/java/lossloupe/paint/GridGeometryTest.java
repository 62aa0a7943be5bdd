package lossloupe.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lossloupe.tensor.DataFormat;
import org.junit.jupiter.api.Test;

class GridGeometryTest {
    @Test
    void theMiddleOfEveryCellHitsThatCellInBothLayouts() {
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            int classes = 1 + random.nextInt(9);
            int length = 1 + random.nextInt(60);
            var format = DataFormat.values()[i % 2];
            var grid =
                    new GridGeometry(format, classes, length, 0, length, 20 + random.nextInt(900), 20 + 10 * classes);
            int c = random.nextInt(classes);
            int p = random.nextInt(length);
            var box = grid.cell(c, p);
            var hit = grid.hit(box.centerX(), box.centerY());
            assertEquals(new GridGeometry.Hit(c, p), hit, "draw " + i + " of seed 3");
        }
    }

    @Test
    void outsideIsNoCellButHasANearestOne() {
        var grid = new GridGeometry(DataFormat.CHANNELS_FIRST, 4, 12, 0, 12, 240, 80);
        assertNull(grid.hit(-1, 10));
        assertNull(grid.hit(10, 80));
        assertEquals(new GridGeometry.Hit(3, 11), grid.clamped(1000, 1000));
        assertNotNull(grid.hit(0, 0));
    }

    @Test
    void channelsLastIsTheSameGridTurned() {
        var first = new GridGeometry(DataFormat.CHANNELS_FIRST, 4, 12, 2, 9, 240, 80);
        var last = new GridGeometry(DataFormat.CHANNELS_LAST, 4, 12, 2, 9, 240, 80);
        var a = first.cell(2, 5);
        var b = last.cell(2, 5);
        assertEquals(a.x(), b.y());
        assertEquals(a.height(), b.width());
        assertTrue(first.hasCells());
    }
}
