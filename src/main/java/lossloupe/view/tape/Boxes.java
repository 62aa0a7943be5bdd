package lossloupe.view.tape;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import lossloupe.document.Document;
import lossloupe.paint.Argb;
import lossloupe.paint.Palette;
import lossloupe.tensor.Layout;
import lossloupe.view.Looks;

/// Draws boxes of memory: the colour of the class, full where the label is set, the position inside where it fits.
record Boxes(GraphicsContext gc, Palette palette, Document document, int example) {
    static final Font FONT = Font.font("LossLoupe Sans", 11);
    private static final double LEAST_WITH_NUMBER = 15;

    void box(Layout.Cell cell, double x, double y, double width, double height) {
        double label = document.example(example).labels().get(cell.cls()).get(cell.position());
        int color = Argb.opaque(document.classes().get(cell.cls()).rgb());
        int fill = Argb.mix(palette.panel(), color, label > 0 ? 1 : 0.22);
        gc.setFill(Looks.color(fill));
        double gap = width > 5 ? 1 : 0;
        gc.fillRoundRect(x, y, width - gap, height, 4, 4);
        if (width >= LEAST_WITH_NUMBER) {
            text(
                    Integer.toString(cell.position()),
                    x + width / 2,
                    y + height / 2,
                    TextAlignment.CENTER,
                    palette.inkOn(fill));
        }
    }

    /// Where a box is to come.
    void slot(double x, double y, double width, double height) {
        gc.setFill(Looks.color(palette.grid()));
        gc.fillRoundRect(x, y, width - (width > 5 ? 1 : 0), height, 4, 4);
    }

    void ring(double x, double y, double width, double height, int ink) {
        gc.setStroke(Looks.color(ink));
        gc.setLineWidth(2);
        gc.strokeRoundRect(x - 1.5, y - 2, Math.max(width, 4) + 2, height + 4, 6, 6);
    }

    void text(String text, double x, double centerY, TextAlignment align, int ink) {
        gc.setFont(FONT);
        gc.setFill(Looks.color(ink));
        gc.setTextAlign(align);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, x, centerY);
    }

    /// A thread from a box of one strip to its box in the other.
    void thread(double x0, double y0, double x1, double y1, int color, double strength, double thick) {
        Color base = Looks.color(color);
        gc.setStroke(Color.color(base.getRed(), base.getGreen(), base.getBlue(), strength));
        gc.setLineWidth(thick);
        double middle = (y0 + y1) / 2;
        gc.beginPath();
        gc.moveTo(x0, y0);
        gc.bezierCurveTo(x0, middle, x1, middle, x1, y1);
        gc.stroke();
    }
}
