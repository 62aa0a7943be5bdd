package lossloupe.view.inspector;

import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The numbers of an array as small bars from zero up, at most one per two pixels; of more numbers the greatest of each
/// group. A path, not a canvas, so that it is sharp at every scale.
final class Sparkline extends Region {
    private static final double LEAST_STEP = 2;
    private final Path path = new Path();
    private double[] values = {};

    Sparkline(Side side) {
        getStyleClass().add("sparkline");
        path.getStyleClass().addAll("sparkline-bars", side.style("stroke"));
        path.setManaged(false);
        getChildren().setAll(path);
    }

    void show(double[] next) {
        values = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        path.getElements().clear();
        int count = (int) Math.min(values.length, Math.floor(width / LEAST_STEP));
        if (count == 0) {
            return;
        }
        var bars = new double[count];
        double greatest = 0;
        for (int i = 0; i < count; i++) {
            bars[i] = greatest(i * values.length / count, Math.max(1, (i + 1) * values.length / count));
            greatest = Math.max(greatest, bars[i]);
        }
        double step = Math.min(width / count, 12);
        path.setStrokeWidth(Math.max(1, step - Math.min(2, step / 3)));
        for (int i = 0; i < count; i++) {
            double size = greatest > 0 ? bars[i] / greatest * height : 0;
            if (size > 0) {
                double x = (i + 0.5) * step;
                path.getElements().addAll(new MoveTo(x, height), new LineTo(x, height - Math.max(1, size)));
            }
        }
    }

    private double greatest(int from, int to) {
        double greatest = 0;
        for (int i = from; i < to; i++) {
            greatest = values[i] > greatest && Double.isFinite(values[i]) ? values[i] : greatest;
        }
        return greatest;
    }
}
