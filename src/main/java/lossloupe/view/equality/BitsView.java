package lossloupe.view.equality;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import lossloupe.equality.Bits;
import lossloupe.view.Looks;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;
import lossloupe.view.track.RenderCanvas;

/// Numbers as their bits, one a line, sign, exponent and fraction under each other; where two lines are compared the
/// bits that differ are marked.
final class BitsView extends Region {
    private static final double LINE = 20;
    private static final double NAME = 104;
    private static final double VALUE = 158;
    private static final double FIELD = 6;
    private static final int EXPONENT = 11;
    private static final int FRACTION = 52;

    /// A number on a line of its own.
    ///
    /// @param bits 64 digits of a float64, or 32 of a float32
    /// @param against digits of equal number that these are compared with; its own where there is nothing to
    /// compare
    record Line(String name, double value, String bits, String against) {
        static Line of(String name, double value, double against) {
            return new Line(name, value, Bits.of(value), Bits.of(against));
        }

        static Line ofFloat(String name, float value, float against) {
            return new Line(name, value, Bits.of(value), Bits.of(against));
        }
    }

    private final Looks looks;
    private final RenderCanvas canvas;
    private final List<Line> lines = new ArrayList<>();

    BitsView(Ui ui) {
        looks = ui.looks();
        canvas = new RenderCanvas(looks);
        setId("equality-bits");
        setMinWidth(0);
        getChildren().add(canvas);
        looks.paletteProperty().subscribe(p -> requestLayout());
    }

    void show(List<Line> now) {
        lines.clear();
        lines.addAll(now);
        setMinHeight(LINE * now.size() + 4);
        setPrefHeight(LINE * now.size() + 4);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < 100) {
            return;
        }
        var gc = canvas.begin(getWidth(), getHeight());
        double digits = 1 + EXPONENT + FRACTION;
        boolean hasValues = getWidth() >= NAME + VALUE + digits * 6.4 + 2 * FIELD;
        double left = NAME + (hasValues ? VALUE : 0);
        double step = Math.clamp((getWidth() - left - 2 * FIELD - 4) / digits, 4.5, 9.5);
        for (int i = 0; i < lines.size(); i++) {
            paint(gc, lines.get(i), i * LINE, left, step, hasValues);
        }
    }

    private void paint(GraphicsContext gc, Line line, double y, double left, double step, boolean hasValue) {
        var palette = looks.palette();
        double size = Math.min(13, step / 0.6);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(Font.font("LossLoupe Mono", 12));
        gc.setFill(Looks.color(palette.mute()));
        gc.fillText(line.name(), 2, y + LINE / 2);
        if (hasValue) {
            gc.setFill(Looks.color(palette.ink()));
            gc.fillText(Numbers.shortest(line.value()), NAME, y + LINE / 2);
        }
        boolean isDouble = line.bits().length() == 64;
        int exponent = isDouble ? EXPONENT : 8;
        gc.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < line.bits().length(); i++) {
            // A float32 exponent stands at the right of its field, so that digits of equal weight stay together.
            int column = i == 0 ? 0 : i + EXPONENT - exponent;
            double x = left + column * step + (column == 0 ? 0 : column <= EXPONENT ? FIELD : 2 * FIELD);
            boolean differs = line.bits().charAt(i) != line.against().charAt(i);
            if (differs) {
                gc.setFill(Looks.color(palette.error()));
                gc.fillRect(x, y + 2, step, LINE - 4);
            }
            int ink = differs ? palette.panel() : i == 0 || i > exponent ? palette.ink() : palette.lossA();
            gc.setFont(Font.font("LossLoupe Mono", differs ? FontWeight.BOLD : FontWeight.NORMAL, size));
            gc.setFill(Looks.color(ink));
            gc.fillText(line.bits().substring(i, i + 1), x + step / 2, y + LINE / 2);
        }
    }
}
