package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;

class ViewportTest {
    @Test
    void zoomingKeepsThePositionUnderThePointer() {
        var view = new Viewport(100, 300, 1000);
        var closer = view.zoomed(2, 150);
        assertEquals(100, closer.span(), 1e-9);
        assertEquals((150.0 - 100) / 200, (150 - closer.from()) / closer.span(), 1e-9);
    }

    @Test
    void neverLeavesTheSeriesWhateverIsDone() {
        var random = new Random(7);
        var view = Viewport.all(1000);
        for (int i = 0; i < 2000; i++) {
            view = random.nextBoolean()
                    ? view.zoomed(Math.exp(random.nextGaussian()), random.nextInt(1000))
                    : view.panned(random.nextGaussian() * 300);
            assertTrue(view.from() >= 0 && view.to() <= 1000 + 1e-9, view.toString());
            assertTrue(view.span() >= 4 - 1e-9, view.toString());
        }
    }

    @Test
    void showsAllOfALongerSeriesWhereAllWasSeen() {
        assertTrue(Viewport.all(12).resized(40).showsAll());
        var part = new Viewport(3, 9, 12).resized(40);
        assertEquals(3, part.from());
        assertEquals(9, part.to());
    }

    @Test
    void movesJustEnoughToShowAPosition() {
        var view = new Viewport(10, 20, 100);
        assertEquals(view, view.showing(15));
        assertEquals(5, view.showing(5).from());
        assertEquals(31, view.showing(30).to());
    }

    @Test
    void aStretchTooNarrowToBeSeenIsComeCloseTo() {
        var all = Viewport.all(1_000_000);
        assertEquals(all, all.closeTo(new Span(1000, 12_000)), "eleven pixels of a thousand are seen");
        var close = all.closeTo(new Span(500_000, 500_001));
        assertEquals(60, close.span(), 1e-9);
        assertEquals(500_000.5, (close.from() + close.to()) / 2, 1e-9);
        assertEquals(0, all.closeTo(new Span(0, 1)).from(), "never past the ends");
    }

    @Test
    void aStretchOutOfSightComesIntoTheMiddleOrIsShownFromItsBeginning() {
        var view = Viewport.all(1000).placed(500, 100);
        assertEquals(590, view.showing(new Span(620, 660)).from());
        assertEquals(900, view.showing(new Span(990, 991)).from(), "never past the ends");
        assertEquals(200, view.showing(new Span(200, 660)).from());
        assertEquals(view, view.showing(new Span(510, 560)));
    }
}
