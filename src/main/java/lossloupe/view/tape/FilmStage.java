package lossloupe.view.tape;

import javafx.scene.layout.Region;
import lossloupe.doctor.ReshapeFilm;
import lossloupe.document.Document;
import lossloupe.paint.Argb;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;
import lossloupe.view.track.RenderCanvas;

/// Memory above, the grid that is filled from it below; a thread from the number that moves to where it lands.
final class FilmStage extends Region {
    private static final double STRIP = 22;
    private static final double BRAID = 34;
    private static final double MOST_CELL = 26;

    private final RenderCanvas canvas;
    private final Runnable laidOut;

    /// @param laidOut told when there is another size to be drawn in
    FilmStage(Looks looks, Runnable laidOut) {
        this.laidOut = laidOut;
        canvas = new RenderCanvas(looks);
        getChildren().add(canvas);
        setMinHeight(STRIP + BRAID + 60);
    }

    @Override
    protected void layoutChildren() {
        laidOut.run();
    }

    void clear() {
        canvas.begin(Math.max(1, getWidth()), Math.max(1, getHeight()));
    }

    void draw(Palette palette, Document document, int example, ReshapeFilm film, int placed) {
        if (getWidth() < 20) {
            return;
        }
        var boxes = new Boxes(canvas.begin(getWidth(), getHeight()), palette, document, example);
        var shape = document.shape();
        double box = Math.min(MOST_CELL, getWidth() / film.size());
        double top = STRIP + BRAID;
        double cell = Math.min(MOST_CELL, getWidth() / shape.length());
        double row = Math.clamp((getHeight() - top - 6) / shape.classes(), 4, MOST_CELL);
        for (int k = 0; k < film.size(); k++) {
            boxes.box(film.from(k), k * box, 0, box, STRIP);
            var into = film.into(k);
            double x = into.position() * cell;
            double y = top + into.cls() * row;
            if (k >= placed) {
                boxes.gc().setFill(Looks.color(palette.grid()));
                boxes.gc().fillRoundRect(x, y, cell - 1, row - 1, 4, 4);
                continue;
            }
            boxes.box(film.from(k), x, y, cell, row - 1);
            if (film.isWrong(k)) {
                boxes.gc().setStroke(Looks.color(palette.error()));
                boxes.gc().setLineWidth(2);
                boxes.gc().strokeRoundRect(x + 1, y + 1, cell - 3, row - 3, 4, 4);
            }
        }
        if (placed > 0 && placed <= film.size()) {
            var into = film.into(placed - 1);
            int color = Argb.opaque(
                    document.classes().get(film.from(placed - 1).cls()).rgb());
            double from = (placed - 0.5) * box;
            boxes.thread(from, STRIP + 1, (into.position() + 0.5) * cell, top + into.cls() * row, color, 1, 2);
        }
    }
}
