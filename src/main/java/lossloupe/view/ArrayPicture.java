package lossloupe.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import lossloupe.compute.Field;
import lossloupe.document.Document;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.ColorScale;
import lossloupe.paint.GridGeometry.Box;
import lossloupe.paint.Palette;
import lossloupe.tensor.DataFormat;
import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import org.jspecify.annotations.Nullable;

/// Numbers of one example, small, in the colours of the tracks: each class a row, each pixel column the extremes of the
/// positions it covers; or, where it is turned, each class a column.
public final class ArrayPicture extends Region {
    private static final double ROW = 12;
    private static final double LEAST_ROW = 2;
    private static final double MOST = 120;

    private final Canvas canvas = new Canvas();
    private final Looks looks;
    private final double mostAcross;
    private List<Row> rows = List.of();
    private Span shown = new Span(0, 0);
    private DataFormat format = DataFormat.CHANNELS_FIRST;
    private Function<Palette, CellColors> colors = palette -> new CellColors.Labels(List.of());

    /// The numbers of a class.
    private interface Row {
        void extremes(int from, int to, Extremes into);
    }

    public ArrayPicture(Looks looks) {
        this(looks, MOST);
    }

    /// @param mostAcross how far it may reach with many classes
    public ArrayPicture(Looks looks, double mostAcross) {
        this.looks = looks;
        this.mostAcross = mostAcross;
        getStyleClass().add("array-picture");
        getChildren().add(canvas);
        setMinHeight(USE_PREF_SIZE);
        looks.paletteProperty().when(Shown.in(this)).subscribe(p -> requestLayout());
    }

    /// Shows the labels of an example, positions to the right, or nothing.
    public void labels(@Nullable Document document, int example) {
        if (document == null) {
            show(List.of(), new Span(0, 0), colors);
            return;
        }
        var classes = document.classes();
        show(
                document.example(example).labels().stream()
                        .map((Plane plane) -> (Row) plane::extremes)
                        .toList(),
                new Span(0, document.shape().length()),
                palette -> new CellColors.Labels(classes.stream()
                        .map(c -> ColorScale.tint(Argb.opaque(c.rgb()), palette))
                        .toList()));
    }

    /// Shows some positions of an example.
    ///
    /// @param as positions run to the right in channels_first and down in channels_last, where the picture is as
    /// wide as it has to be
    public void show(Field field, int example, Span positions, DataFormat as, Function<Palette, CellColors> coloured) {
        format = as;
        show(
                IntStream.range(0, field.shape().classes())
                        .mapToObj(c -> (Row) (from, to, into) -> field.extremes(example, c, from, to, into))
                        .toList(),
                positions,
                coloured);
    }

    private void show(List<Row> planes, Span positions, Function<Palette, CellColors> coloured) {
        rows = planes;
        shown = positions;
        colors = coloured;
        double across = Math.min(mostAcross, Math.max(1, rows.size()) * ROW);
        if (isTurned()) {
            setPrefSize(across, Math.min(MOST, positions.length() * ROW));
        } else {
            setPrefHeight(across);
        }
        requestLayout();
    }

    private boolean isTurned() {
        return format == DataFormat.CHANNELS_LAST;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        double along = isTurned() ? getHeight() : getWidth();
        double across = isTurned() ? getWidth() : getHeight();
        if (rows.isEmpty() || along < 1) {
            return;
        }
        int length = shown.length();
        double row = Math.max(LEAST_ROW, across / rows.size());
        double gap = along / length >= 6 ? 1 : 0;
        int steps = (int) Math.min(length, Math.ceil(along));
        var coloured = colors.apply(looks.palette());
        var extremes = new Extremes();
        for (int c = 0; c < Math.min(rows.size(), across / LEAST_ROW); c++) {
            double top = Math.rint(c * row);
            double high = Math.max(1, Math.rint(row) - 1);
            for (int i = 0; i < steps; i++) {
                int from = shown.from() + (int) ((long) i * length / steps);
                int to = Math.max(from + 1, shown.from() + (int) ((long) (i + 1) * length / steps));
                extremes.clear();
                rows.get(c).extremes(from, to, extremes);
                // Whole pixels: neighbours that share one would leave a seam.
                double left = Math.rint(i * along / steps);
                double wide = Math.rint((i + 1) * along / steps) - left - gap;
                cell(new Box(left, top, wide, high), c, coloured, extremes);
            }
        }
    }

    /// @param box along positions, then across them
    private void cell(Box box, int cls, CellColors coloured, Extremes extremes) {
        boolean broken = extremes.isEmpty() || extremes.hasNaN();
        fill(box, broken ? Palette.NAN : coloured.first(cls, extremes.min(), extremes.max()));
        if (!broken && extremes.min() < extremes.max()) {
            double half = Math.rint(box.height() / 2);
            fill(
                    new Box(box.x(), box.y() + half, box.width(), box.height() - half),
                    coloured.second(cls, extremes.min(), extremes.max()));
        }
    }

    private void fill(Box box, int argb) {
        var pen = canvas.getGraphicsContext2D();
        pen.setFill(Looks.color(argb));
        if (isTurned()) {
            pen.fillRect(box.y(), box.x(), box.height(), box.width());
        } else {
            pen.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }
}
