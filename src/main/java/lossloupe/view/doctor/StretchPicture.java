package lossloupe.view.doctor;

import java.util.List;
import javafx.scene.layout.Region;
import lossloupe.clash.Dims;
import lossloupe.paint.Argb;
import lossloupe.view.Looks;
import lossloupe.view.track.RenderCanvas;
import org.jspecify.annotations.Nullable;

/// An array over the grid it is stretched to: its own cells full, the copies of them pale and struck through. Of more
/// than three axes or of long ones the beginning is drawn.
final class StretchPicture extends Region {
    private static final int MOST_ROWS = 8;
    private static final int MOST_COLUMNS = 24;
    private static final double CELL = 12;

    private final RenderCanvas canvas;
    private final Looks looks;
    private @Nullable Dims result;
    private List<Integer> repeats = List.of();

    StretchPicture(Looks looks) {
        this.looks = looks;
        canvas = new RenderCanvas(looks);
        getChildren().add(canvas);
    }

    /// @param stretched the shape that everything is stretched to
    /// @param times how often the array is repeated along each of its axes
    void show(Dims stretched, List<Integer> times) {
        result = stretched;
        repeats = times;
        setMinSize(columns() * CELL, rows() * CELL);
        setPrefSize(columns() * CELL, rows() * CELL);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        requestLayout();
    }

    private int columns() {
        return result == null ? 0 : Math.min(MOST_COLUMNS, result.at(-1));
    }

    private int rows() {
        return result == null ? 0 : result.rank() < 2 ? 1 : Math.min(MOST_ROWS, result.at(-2));
    }

    @Override
    protected void layoutChildren() {
        if (result == null) {
            return;
        }
        var gc = canvas.begin(Math.max(1, getWidth()), Math.max(1, getHeight()));
        var palette = looks.palette();
        boolean alongColumns = repeats.getLast() > 1;
        boolean alongRows = result.rank() > 1 && repeats.get(repeats.size() - 2) > 1;
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                boolean copy = (alongColumns && c > 0) || (alongRows && r > 0);
                gc.setFill(Looks.color(Argb.mix(palette.panel(), palette.lossA(), copy ? 0.16 : 0.85)));
                gc.fillRoundRect(c * CELL, r * CELL, CELL - 1, CELL - 1, 3, 3);
                if (copy) {
                    gc.setStroke(Looks.color(Argb.mix(palette.panel(), palette.lossA(), 0.5)));
                    gc.setLineWidth(1);
                    gc.strokeLine(c * CELL + 2, (r + 1) * CELL - 3, (c + 1) * CELL - 3, r * CELL + 2);
                }
            }
        }
    }
}
