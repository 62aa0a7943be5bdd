package lossloupe.export.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import lossloupe.paint.Palette;
import lossloupe.paint.Pixels;

/// The paper: lines, boxes and text in points, whatever is written in the end.
final class Sheet {
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    /// Where text stands about its point.
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    private final Graphics2D graphics;
    private final FigureStyle style;
    private final Palette palette;
    private final boolean whole;

    /// @param whole whether whatever shows the drawing picks a face for each character by itself, as readers of SVG
    /// do
    Sheet(Graphics2D graphics, FigureStyle style, boolean whole) {
        this.graphics = graphics;
        this.style = style;
        this.palette = Palette.of(style.mode());
        this.whole = whole;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    FigureStyle style() {
        return style;
    }

    Palette palette() {
        return palette;
    }

    /// Lines, marks and gaps of so many points on paper: larger where text is.
    double scaled(double onPaper) {
        return onPaper * style.unit();
    }

    private float points(double onPaper) {
        return (float) scaled(onPaper);
    }

    void fill(double x, double y, double width, double height, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void line(double x0, double y0, double x1, double y1, double thick, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(new BasicStroke(points(thick), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(x0, y0, x1, y1));
    }

    void dashed(double x0, double y0, double x1, double y1, int argb) {
        graphics.setColor(new Color(argb, true));
        float[] pattern = {points(2.2), points(1.8)};
        graphics.setStroke(new BasicStroke(points(0.6), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0));
        graphics.draw(new Line2D.Double(x0, y0, x1, y1));
    }

    /// A curve through points, given as x and y in turn.
    void curve(List<double[]> points, double thick, int argb) {
        var path = new Path2D.Double();
        boolean open = false;
        for (var point : points) {
            if (!Double.isFinite(point[1])) {
                open = false;
            } else if (open) {
                path.lineTo(point[0], point[1]);
            } else {
                path.moveTo(point[0], point[1]);
                open = true;
            }
        }
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(new BasicStroke(points(thick), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    /// A filled outline through points, given as x and y in turn.
    void polygon(int argb, double... xy) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(closed(xy));
    }

    /// The line around such an outline.
    void outline(int argb, double thick, double... xy) {
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(new BasicStroke(points(thick), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(closed(xy));
    }

    private static Path2D closed(double... xy) {
        var path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    void dot(double x, double y, double radius, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /// Diagonal stripes: what cannot go lower.
    void hatch(double x, double y, double width, double height, int argb) {
        var clip = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
        for (double d = x - height; d < x + width; d += scaled(2.4)) {
            line(d, y + height, d + height, y, 0.5, argb);
        }
        graphics.setClip(clip);
    }

    void image(Pixels pixels, double x, double y, double width, double height) {
        var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        var before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.scale(width / pixels.width(), height / pixels.height());
        graphics.drawImage(image, 0, 0, null);
        graphics.setTransform(before);
    }

    /// Text whose middle line is at `centerY`.
    void text(String text, double x, double centerY, Align align, double size, int argb) {
        graphics.setColor(new Color(argb, true));
        double at = x
                - switch (align) {
                    case LEFT -> 0;
                    case CENTER -> width(text, size) / 2;
                    case RIGHT -> width(text, size);
                };
        float base = (float) (centerY + 0.34 * size);
        var runs = whole ? List.of(new Face.Run(text, Face.LATIN.font(size))) : Face.runs(text, size);
        for (var run : runs) {
            graphics.setFont(run.font());
            graphics.drawString(run.text(), (float) at, base);
            at += width(run);
        }
    }

    /// Text that runs upwards, its middle at `centerY` and its middle line at `x`.
    void textUp(String text, double x, double centerY, double size, int argb) {
        var before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, centerY);
        text(text, x, centerY, Align.CENTER, size, argb);
        graphics.setTransform(before);
    }

    double width(String text, double size) {
        return Face.runs(text, size).stream().mapToDouble(Sheet::width).sum();
    }

    private static double width(Face.Run run) {
        return run.font().getStringBounds(run.text(), METRICS).getWidth();
    }

    /// The text, or its beginning and an ellipsis where it is wider than `most`.
    String fitted(String text, double size, double most) {
        if (width(text, size) <= most) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", size) > most) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
