package lossloupe.view.chart;

import java.awt.geom.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;
import lossloupe.paint.Palette;
import lossloupe.view.Looks;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;

/// A region that JFreeChart draws into. Drawing waits for the layout of the next pulse, so that any number of changes
/// cost one drawing; letters are drawn by JavaFX over it. For pictures of the window at twice the size the canvas is
/// drawn with twice the pixels and shown at half the size.
abstract class ChartSurface extends Region {
    private static final double LABEL_SIZE = 11;
    private static final Font LABELS = Font.font("LossLoupe Sans", LABEL_SIZE);
    private static final Text RULER = new Text();

    private final Canvas canvas = new Canvas();
    private final Looks looks;
    private double renderScale;
    private boolean isStale = true;
    private long drawings;

    ChartSurface(Looks looks) {
        this.looks = looks;
        this.renderScale = looks.renderScaleProperty().get();
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
        looks.renderScaleProperty().subscribe(k -> setRenderScale(k.doubleValue()));
        looks.paletteProperty().subscribe(p -> changed());
    }

    /// Pixels drawn per logical pixel, on top of the screen's own scale.
    public final void setRenderScale(double scale) {
        renderScale = scale;
        changed();
    }

    /// How often this chart has been drawn; for tests that nothing is drawn twice.
    public final long drawings() {
        return drawings;
    }

    final Palette palette() {
        return looks.palette();
    }

    /// Says that what was drawn is out of date.
    final void changed() {
        isStale = true;
        setNeedsLayout(true); // its own size stays
    }

    @Override
    protected final void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double pixelWidth = Math.ceil(width * renderScale);
        double pixelHeight = Math.ceil(height * renderScale);
        boolean resized = canvas.getWidth() != pixelWidth || canvas.getHeight() != pixelHeight;
        if (width < 1 || height < 1 || (!isStale && !resized)) {
            return;
        }
        if (resized) {
            canvas.setWidth(pixelWidth);
            canvas.setHeight(pixelHeight);
        }
        canvas.getTransforms().setAll(new Scale(1 / renderScale, 1 / renderScale, 0, 0));
        isStale = false;
        drawings++;
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.clearRect(0, 0, pixelWidth, pixelHeight);
        gc.save();
        gc.setTransform(renderScale, 0, 0, renderScale, 0, 0);
        draw(gc, width, height);
        gc.restore();
    }

    /// Draws everything, in logical pixels.
    abstract void draw(GraphicsContext gc, double width, double height);

    /// Lets JFreeChart draw into a rectangle, whose data area [ChartKit#inset] has fixed.
    final void drawChart(GraphicsContext gc, JFreeChart chart, double width, double height) {
        var g2 = new FXGraphics2D(gc);
        g2.setTransform(java.awt.geom.AffineTransform.getScaleInstance(renderScale, renderScale));
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        g2.setClip(null);
        gc.setTransform(renderScale, 0, 0, renderScale, 0, 0);
        gc.setGlobalAlpha(1);
    }

    /// How wide a small label is.
    static double width(String text) {
        RULER.setFont(LABELS);
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
    }

    /// Writes a small label, anchored as told.
    static void label(GraphicsContext gc, String text, double x, double y, TextAlignment align, VPos base, int ink) {
        anchor(gc, align, base);
        gc.setFill(Looks.color(ink));
        gc.fillText(text, x, y);
    }

    /// Clears the ground around a label that is written over lines.
    static void halo(GraphicsContext gc, String text, double x, double y, TextAlignment align, VPos base, int ground) {
        anchor(gc, align, base);
        gc.setStroke(Looks.color(ground));
        gc.setLineWidth(4);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.strokeText(text, x, y);
    }

    private static void anchor(GraphicsContext gc, TextAlignment align, VPos base) {
        gc.setFont(LABELS);
        gc.setTextAlign(align);
        gc.setTextBaseline(base);
    }
}
