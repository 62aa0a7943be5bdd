package lossloupe.view.track;

import javafx.scene.layout.Region;
import lossloupe.app.Frame;
import lossloupe.view.Ui;
import lossloupe.view.chart.PositionLossChart;

/// Loss per position of A and B as lines on the shared axis.
final class PositionLossBody extends Region implements TrackBody {
    private final PositionLossChart chart;

    PositionLossBody(Ui ui) {
        chart = new PositionLossChart(ui);
        getChildren().add(chart);
        chart.setManaged(false);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void draw(Frame frame, Placement place, Morph morph) {
        chart.resizeRelocate(0, 0, place.width(), place.height());
        chart.show(frame, place.grid(), place.gridX(), place.gridY());
    }

    @Override
    public void overlay() {
        chart.overlay();
    }
}
