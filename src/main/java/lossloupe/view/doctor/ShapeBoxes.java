package lossloupe.view.doctor;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lossloupe.clash.AxisNames;
import lossloupe.clash.Clash;
import lossloupe.clash.Dims;
import lossloupe.paint.Argb;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;
import lossloupe.view.track.RenderCanvas;
import org.jspecify.annotations.Nullable;

/// Two shapes as rows of boxes, one for each axis with its letter and its size; the same axis is joined by a line, and
/// a box whose place holds another size in the other array is framed: red, or ochre where it would be stretched.
final class ShapeBoxes extends Region {
    private static final Font NAME = Font.font("LossLoupe Mono", 12);
    private static final Font LETTER = Font.font("LossLoupe Mono", 14);
    private static final Font INDEX = Font.font("LossLoupe Sans", 11);
    private static final double NAMES = 66;
    private static final double BOX = 78;
    private static final double HEIGHT = 30;
    private static final double GAP = 10;
    private static final double INDICES = 16;
    private static final double BETWEEN = 34;

    private final RenderCanvas canvas;
    private final Looks looks;
    private @Nullable Clash clash;
    private AxisNames names = new AxisNames(List.of(), List.of());

    ShapeBoxes(Looks looks) {
        this.looks = looks;
        canvas = new RenderCanvas(looks);
        getChildren().add(canvas);
        setMinHeight(INDICES + 2 * HEIGHT + BETWEEN + INDICES);
        setPrefHeight(getMinHeight());
    }

    void show(Clash shown, AxisNames axes) {
        clash = shown;
        names = axes;
        int most = Math.max(shown.a().dims().rank(), shown.b().dims().rank());
        setMinWidth(NAMES + most * (BOX + GAP));
        setPrefWidth(getMinWidth());
        setAccessibleText(shown.a().name() + " " + shown.a().dims().text() + ", "
                + shown.b().name() + " " + shown.b().dims().text());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var now = clash;
        if (now == null || getWidth() < BOX) {
            return;
        }
        var gc = canvas.begin(getWidth(), getHeight());
        double lower = INDICES + HEIGHT + BETWEEN;
        threads(gc, lower);
        row(gc, now.a(), now.b().dims(), names.a(), INDICES, INDICES / 2);
        row(gc, now.b(), now.a().dims(), names.b(), lower, lower + HEIGHT + INDICES / 2);
    }

    private void threads(GraphicsContext gc, double lower) {
        gc.setLineWidth(1.5);
        for (int i = 0; i < names.a().size(); i++) {
            int k = names.b().indexOf(names.a().get(i));
            if (k >= 0 && !names.a().get(i).equals(AxisNames.NONE)) {
                gc.setStroke(Looks.color(looks.palette().mute()));
                gc.strokeLine(center(i), INDICES + HEIGHT + 3, center(k), lower - 3);
            }
        }
    }

    private void row(
            GraphicsContext gc, Clash.Operand operand, Dims other, List<String> letters, double y, double indexY) {
        var palette = looks.palette();
        text(gc, NAME, operand.name(), 0, y + HEIGHT / 2, TextAlignment.LEFT, palette.ink());
        for (int i = 0; i < operand.dims().rank(); i++) {
            double x = NAMES + i * (BOX + GAP);
            int size = operand.dims().at(i);
            int fill = fill(palette, letters.get(i));
            gc.setFill(Looks.color(fill));
            gc.fillRoundRect(x, y, BOX, HEIGHT, 8, 8);
            boolean clashes = i < other.rank() && operand.dims().rank() == other.rank() && !Dims.fit(size, other.at(i));
            if (clashes) {
                boolean stretches = size == 1 || other.at(i) == 1;
                gc.setStroke(Looks.color(stretches ? palette.warn() : palette.error()));
                gc.setLineWidth(2);
                gc.strokeRoundRect(x, y, BOX, HEIGHT, 8, 8);
            }
            var words = letters.get(i) + " = " + (size == Dims.UNKNOWN ? "?" : size);
            text(gc, LETTER, words, center(i), y + HEIGHT / 2, TextAlignment.CENTER, palette.inkOn(fill));
            text(gc, INDEX, Integer.toString(i), center(i), indexY, TextAlignment.CENTER, palette.mute());
        }
    }

    private static double center(int i) {
        return NAMES + i * (BOX + GAP) + BOX / 2;
    }

    static int fill(Palette palette, String letter) {
        return switch (letter) {
            case "n" -> Argb.mix(palette.panel(), palette.lossA(), 0.28);
            case "l" -> Argb.mix(palette.panel(), Palette.POSITIVE, 0.28);
            default -> palette.chip();
        };
    }

    private static void text(
            GraphicsContext gc, Font font, String text, double x, double y, TextAlignment align, int ink) {
        Color color = Looks.color(ink);
        gc.setFont(font);
        gc.setFill(color);
        gc.setTextAlign(align);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, x, y);
    }
}
