package lossloupe.export.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.Pixels;

/// A figure ready to be drawn: what it shows, how it looks, how large it is.
public final class Figure {
    private static final double MARGIN = 4;

    private final FigureKind kind;
    private final Drawing drawing;
    private final FigureStyle style;
    private final double width;
    private final double height;

    private Figure(FigureKind kind, Drawing drawing, FigureStyle style) {
        this.kind = kind;
        this.drawing = drawing;
        this.style = style;
        this.width = style.size().width();
        var sheet = new Sheet(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics(), style, false);
        this.height = style.size().height() > 0
                ? style.size().height()
                : drawing.height(sheet, width - 2 * MARGIN) + head() + 2 * MARGIN;
    }

    /// A figure of a kind.
    public static Figure of(FigureKind kind, FigureInput input, FigureStyle style) {
        return new Figure(
                kind,
                switch (kind) {
                    case STACK ->
                        stack(
                                input,
                                style,
                                FigureKind.SERIES,
                                FigureKind.LABELS,
                                FigureKind.LOSS_A,
                                FigureKind.LOSS_B,
                                FigureKind.GRADIENT_A);
                    case COMPARISON ->
                        stack(
                                input,
                                style,
                                FigureKind.LABELS,
                                FigureKind.LOSS_A,
                                FigureKind.LOSS_B,
                                FigureKind.DIFFERENCE);
                    case REDUCED -> new ReducedDrawing(input);
                    case CURVE -> new CurveDrawing(input);
                    case MEMORY -> new MemoryDrawing(input);
                    case LAYOUTS -> new LayoutsDrawing(input, style);
                    case EQUALITY -> new EqualityDrawing(input);
                    default -> stack(input, style, kind);
                },
                style);
    }

    private static Drawing stack(FigureInput input, FigureStyle style, FigureKind... tracks) {
        // A series that was never there is no flat line.
        boolean alone = tracks.length == 1;
        return new StackDrawing(
                input,
                style,
                Stream.of(tracks)
                        .filter(t -> alone
                                || t != FigureKind.SERIES
                                || input.evaluation().document().hasSeries())
                        .toList());
    }

    /// What it shows and how large, as part of a file's name: `loss_a-85mm`.
    public String name() {
        return kind.id() + "-" + style.size().words();
    }

    /// Width in points.
    public double width() {
        return width;
    }

    /// Height in points.
    public double height() {
        return height;
    }

    FigureStyle style() {
        return style;
    }

    /// Draws it in points, the origin in the upper left corner.
    ///
    /// @param whole see [Sheet]
    void draw(Graphics2D graphics, boolean whole) {
        var sheet = new Sheet(graphics, style, whole);
        // Beyond the edges, so that rounding to pixels leaves no rim.
        sheet.fill(-1, -1, width + 2, height + 2, sheet.palette().panel());
        if (!style.title().isEmpty()) {
            double size = 1.15 * style.body();
            var title = sheet.fitted(style.title(), size, width - 2 * MARGIN);
            sheet.text(
                    title,
                    width / 2,
                    MARGIN + 0.6 * size,
                    Align.CENTER,
                    size,
                    sheet.palette().ink());
        }
        drawing.draw(sheet, MARGIN, MARGIN + head(), width - 2 * MARGIN, height - head() - 2 * MARGIN);
    }

    private double head() {
        return style.title().isEmpty() ? 0 : 2 * style.body();
    }

    long pixels(double points) {
        return Math.max(1, Math.round(points * style.dpi() / 72));
    }

    /// Whether the picture that a PNG of this resolution has goes into an array, and takes at most half of the
    /// memory.
    boolean fits() {
        double pixels = (double) pixels(width) * pixels(height);
        return pixels < Integer.MAX_VALUE
                && pixels * Integer.BYTES < Runtime.getRuntime().maxMemory() / 2.0;
    }

    /// The picture that a PNG of this resolution has.
    BufferedImage image() {
        double scale = style.dpi() / 72.0;
        var image = new BufferedImage(
                Math.toIntExact(pixels(width)), Math.toIntExact(pixels(height)), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.scale(scale, scale);
        draw(graphics, false);
        graphics.dispose();
        return image;
    }

    /// The same picture for a preview.
    public Pixels pixels() {
        var image = image();
        int w = image.getWidth();
        var argb = image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
        return new Pixels(w, image.getHeight(), argb);
    }
}
