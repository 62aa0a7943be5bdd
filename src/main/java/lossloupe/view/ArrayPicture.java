package lossloupe.view;

import java.util.List;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import org.jspecify.annotations.Nullable;

/// Labels or logits of one example, small, in the colours of the tracks: each class a row, each pixel column the
/// extremes of the positions it covers.
public final class ArrayPicture extends Region {
    private static final double ROW = 12;
    private static final double LEAST_ROW = 2;

    private final Canvas canvas = new Canvas();
    private final Looks looks;
    private final double mostHeight;
    private List<Plane> rows = List.of();
    private Span shown = new Span(0, 0);
    private Function<Palette, CellColors> colors = palette -> new CellColors.Labels(List.of());

    public ArrayPicture(Looks looks) {
        this(looks, 120);
    }

    /// @param mostHeight how high it may become with many classes
    public ArrayPicture(Looks looks, double mostHeight) {
        this.looks = looks;
        this.mostHeight = mostHeight;
        getStyleClass().add("array-picture");
        getChildren().add(canvas);
        setMinHeight(USE_PREF_SIZE);
        looks.paletteProperty().when(Shown.in(this)).subscribe(p -> requestLayout());
    }

    /// Shows the labels of an example, or nothing.
    public void labels(@Nullable Document document, int example) {
        if (document == null) {
            show(List.of(), colors, new Span(0, 0));
            return;
        }
        labels(document, example, new Span(0, document.shape().length()));
    }

    /// Shows some positions of the labels of an example.
    public void labels(Document document, int example, Span positions) {
        var classes = document.classes();
        show(document.example(example).labels(), palette -> new CellColors.Labels(tints(classes, palette)), positions);
    }

    /// Shows some positions of the logits of an example.
    ///
    /// @param top the logit that takes the full colour
    public void logits(Document document, int example, Span positions, double top) {
        show(
                document.example(example).logits(),
                palette -> new CellColors.Diverging(ColorScale.diverging(top, palette)),
                positions);
    }

    private static List<ColorScale> tints(List<ClassInfo> classes, Palette palette) {
        return classes.stream()
                .map(c -> ColorScale.tint(Argb.opaque(c.rgb()), palette))
                .toList();
    }

    private void show(List<Plane> planes, Function<Palette, CellColors> coloured, Span positions) {
        rows = planes;
        shown = positions;
        colors = coloured;
        setPrefHeight(Math.min(mostHeight, Math.max(1, rows.size()) * ROW));
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
        if (rows.isEmpty() || getWidth() < 1) {
            return;
        }
        int length = shown.length();
        double row = Math.max(LEAST_ROW, getHeight() / rows.size());
        double gap = getWidth() / length >= 6 ? 1 : 0;
        int columns = (int) Math.min(length, Math.ceil(getWidth()));
        var coloured = colors.apply(looks.palette());
        var extremes = new Extremes();
        for (int c = 0; c < Math.min(rows.size(), getHeight() / LEAST_ROW); c++) {
            double top = Math.rint(c * row);
            double high = Math.max(1, Math.rint(row) - 1);
            for (int i = 0; i < columns; i++) {
                int from = shown.from() + (int) ((long) i * length / columns);
                int to = Math.max(from + 1, shown.from() + (int) ((long) (i + 1) * length / columns));
                extremes.clear();
                rows.get(c).extremes(from, to, extremes);
                boolean broken = extremes.isEmpty() || extremes.hasNaN();
                // Whole pixels: neighbours that share one would leave a seam.
                double left = Math.rint(i * getWidth() / columns);
                double wide = Math.rint((i + 1) * getWidth() / columns) - left - gap;
                pen.setFill(Looks.color(broken ? Palette.NAN : coloured.first(c, extremes.min(), extremes.max())));
                pen.fillRect(left, top, wide, high);
                if (!broken && extremes.min() < extremes.max()) {
                    pen.setFill(Looks.color(coloured.second(c, extremes.min(), extremes.max())));
                    pen.fillRect(left, top + Math.rint(high / 2), wide, high - Math.rint(high / 2));
                }
            }
        }
    }
}
