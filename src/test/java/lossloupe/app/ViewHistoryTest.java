package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lossloupe.document.Samples;
import lossloupe.tensor.DataFormat;
import org.junit.jupiter.api.Test;

class ViewHistoryTest {
    private static final long STEP = ViewHistory.ONE_STEP;

    private final ViewState first = ViewState.opening(Samples.seed());
    private final ViewHistory start = ViewHistory.startingAt(seen(first), 0);

    private static ViewHistory.Entry seen(ViewState view) {
        return new ViewHistory.Entry(view, DataFormat.CHANNELS_FIRST);
    }

    private ViewHistory.Entry zoomed(double factor) {
        return seen(first.withViewport(first.viewport().zoomed(factor, 6)));
    }

    @Test
    void goesBackAndForwardThroughViewsAndLayouts() {
        var turned = new ViewHistory.Entry(first, DataFormat.CHANNELS_LAST);
        var history = start.showing(zoomed(2), 0).showing(turned, 2 * STEP);
        assertEquals(zoomed(2), history.earlier().entry());
        assertEquals(seen(first), history.earlier().earlier().entry());
        assertFalse(history.earlier().earlier().hasEarlier());
        assertEquals(turned, history.earlier().earlier().later().later().entry());
        assertFalse(history.hasLater());
    }

    @Test
    void theNotchesOfAWheelAreOneStep() {
        var history = start.showing(zoomed(1.2), STEP)
                .showing(zoomed(1.5), STEP + STEP / 2)
                .showing(zoomed(2), 2 * STEP - 1);
        assertEquals(zoomed(2), history.entry());
        assertEquals(seen(first), history.earlier().entry());
    }

    @Test
    void aViewAfterGoingBackIsAStepOfItsOwnHoweverSoon() {
        var back = start.showing(zoomed(2), STEP).showing(zoomed(3), 3 * STEP).earlier();
        var history = back.showing(zoomed(2.5), 3 * STEP + 1);
        assertFalse(history.hasLater());
        assertEquals(zoomed(2), history.earlier().entry());
    }

    @Test
    void anotherSelectionIsNoStepButComesBackWithItsView() {
        var selected = seen(first.withSelection(Selection.cell(2, 3)));
        var history = start.showing(selected, STEP).showing(zoomed(2), 3 * STEP);
        assertFalse(start.showing(selected, STEP).hasEarlier());
        assertEquals(selected, history.earlier().entry());
    }

    @Test
    void theEndsHold() {
        assertSame(start, start.earlier());
        assertSame(start, start.later());
        assertTrue(start.showing(zoomed(2), 1).hasEarlier());
    }
}
