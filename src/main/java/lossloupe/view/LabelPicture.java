package lossloupe.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import lossloupe.document.Document;
import lossloupe.paint.Argb;
import lossloupe.tensor.Extremes;
import org.jspecify.annotations.Nullable;

/// The labels of the first example, small: each class a row in its colour, each pixel column the greatest label it
/// covers.
public final class LabelPicture extends Region {
    private static final double ROW = 12;
    private static final double LEAST_ROW = 2;
    private static final double MOST_HEIGHT = 120;

    private final Canvas canvas = new Canvas();
    private final Looks looks;
    private @Nullable Document document;

    public LabelPicture(Looks looks) {
        this.looks = looks;
        getStyleClass().add("label-picture");
        getChildren().add(canvas);
        setMinHeight(USE_PREF_SIZE);
        looks.paletteProperty().when(sceneProperty().isNotNull()).subscribe(p -> requestLayout());
    }

    public void show(@Nullable Document shown) {
        document = shown;
        double rows = shown == null ? 1 : shown.shape().classes();
        setPrefHeight(Math.min(MOST_HEIGHT, rows * ROW));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        if (document == null || getWidth() < 1) {
            return;
        }
        var shape = document.shape();
        double row = Math.max(LEAST_ROW, getHeight() / shape.classes());
        double cell = getWidth() / shape.length();
        double gap = cell >= 6 ? 1 : 0;
        int columns = (int) Math.min(shape.length(), Math.ceil(getWidth()));
        var extremes = new Extremes();
        for (int c = 0; c < Math.min(shape.classes(), getHeight() / LEAST_ROW); c++) {
            var plane = document.example(0).labels().get(c);
            var colour = Looks.color(Argb.opaque(document.classes().get(c).rgb()));
            var empty = Looks.color(looks.palette().grid());
            for (int i = 0; i < columns; i++) {
                int from = (int) ((long) i * shape.length() / columns);
                int to = Math.max(from + 1, (int) ((long) (i + 1) * shape.length() / columns));
                extremes.clear();
                plane.extremes(from, to, extremes);
                double z = extremes.isEmpty() ? 0 : Math.clamp(extremes.max(), 0, 1);
                pen.setFill(empty.interpolate(colour, z));
                // Whole pixels: neighbours that share one would leave a seam.
                double left = Math.rint(i * getWidth() / columns);
                double right = Math.rint((i + 1) * getWidth() / columns);
                pen.fillRect(left, Math.rint(c * row), right - left - gap, Math.max(1, Math.rint(row) - 1));
            }
        }
    }
}
