package lossloupe.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import lossloupe.document.Edit;
import lossloupe.document.Samples;
import lossloupe.paint.GridGeometry;
import lossloupe.tensor.DataFormat;
import lossloupe.view.Ui;
import lossloupe.view.dialog.OnFx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionLossChartTest {
    private static final GridGeometry ALL = new GridGeometry(DataFormat.CHANNELS_FIRST, 4, 12, 0, 12, 600, 80);
    private static final GridGeometry PART = new GridGeometry(DataFormat.CHANNELS_FIRST, 4, 12, 2, 8, 600, 80);
    private static final GridGeometry DOWN = new GridGeometry(DataFormat.CHANNELS_LAST, 4, 12, 0, 12, 80, 600);

    private final Ui ui = OnFx.ui(Samples.seed());
    private final PositionLossChart chart = OnFx.call(() -> {
        var made = new PositionLossChart(ui);
        made.setManaged(false);
        made.resize(720, 110);
        var unused = new Scene(new Pane(made));
        return made;
    });

    @AfterEach
    void close() {
        OnFx.run(() -> ui.model().close());
    }

    private long drawingsAfter(GridGeometry grid) {
        OnFx.await(ui.model()::isSettled);
        return OnFx.call(() -> {
            chart.show(ui.model().frame(), grid, 90, 20);
            chart.layout();
            return chart.drawings();
        });
    }

    @Test
    void drawsOnceForTheSameFrameAndAgainForAnotherViewportOrLayout() {
        assertEquals(1, drawingsAfter(ALL));
        assertEquals(1, drawingsAfter(ALL));
        assertEquals(2, drawingsAfter(PART));
        assertEquals(3, drawingsAfter(DOWN));
    }

    @Test
    void drawsAgainWhenALossChangedButNotForTheSeries() {
        assertEquals(1, drawingsAfter(ALL));
        OnFx.run(() -> ui.model().edit(new Edit.Values(Edit.Target.SERIES, 0, 0, 3, 17)));
        assertEquals(1, drawingsAfter(ALL));
        OnFx.run(() -> ui.model().edit(new Edit.Values(Edit.Target.LOGITS, 0, 0, 3, 4)));
        assertEquals(2, drawingsAfter(ALL));
    }

    @Test
    void manyChangesWithinAPulseCostOneDrawing() {
        OnFx.await(ui.model()::isSettled);
        long drawn = OnFx.call(() -> {
            chart.show(ui.model().frame(), ALL, 90, 20);
            chart.show(ui.model().frame(), PART, 90, 20);
            chart.show(ui.model().frame(), DOWN, 90, 20);
            chart.layout();
            return chart.drawings();
        });
        assertEquals(1, drawn);
    }
}
