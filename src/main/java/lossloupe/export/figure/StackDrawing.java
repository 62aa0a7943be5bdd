package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import lossloupe.compute.Field;
import lossloupe.compute.LossResult;
import lossloupe.document.ClassInfo;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Ramp;
import lossloupe.tensor.Axis;
import org.jspecify.annotations.Nullable;

/// Tracks one below the other over one axis of positions.
final class StackDrawing implements Drawing {
    /// 2 ln 2, rounded, as in the window.
    private static final double LOSS_UNIT = 1.4;

    private static final double ROW = 9;
    private static final double SERIES = 38;

    private final FigureInput input;
    private final List<FigureKind> tracks;
    private final double lossTop;

    StackDrawing(FigureInput input, FigureStyle style, List<FigureKind> tracks) {
        this.input = input;
        this.tracks = tracks;
        var evaluation = input.evaluation();
        double greatest = Math.max(
                Extent.of(evaluation.a().terms(), input.example()),
                Extent.of(evaluation.b().terms(), input.example()));
        this.lossTop = style.lossTop() > 0 ? style.lossTop() : ColorScale.roundTop(LOSS_UNIT, greatest, 0.6);
    }

    @Override
    public double height(Sheet sheet, double width) {
        double height = Frame.axisHeight(sheet);
        for (var track : tracks) {
            height += head(sheet) + body(track);
        }
        return height;
    }

    private static double head(Sheet sheet) {
        return 2.2 * sheet.style().body();
    }

    private double body(FigureKind track) {
        int classes = input.evaluation().document().shape().classes();
        return track == FigureKind.SERIES ? SERIES : Math.clamp(ROW * classes, 16, 160);
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        var frame = frame(sheet, x, width);
        double rest = height - Frame.axisHeight(sheet) - tracks.size() * head(sheet);
        double wanted = tracks.stream().mapToDouble(this::body).sum();
        double at = y;
        for (var track : tracks) {
            double own = body(track) * rest / wanted;
            sheet.text(
                    title(track),
                    frame.plotX(),
                    at + 0.55 * head(sheet),
                    Align.LEFT,
                    sheet.style().body(),
                    sheet.palette().ink());
            at += head(sheet);
            track(sheet, frame, track, at, own);
            at += own;
        }
        frame.axis(sheet, at + 2, input.strings().text("figure.position"));
    }

    private Frame frame(Sheet sheet, double x, double width) {
        var document = input.evaluation().document();
        var names = document.classes().stream().map(ClassInfo::name).toList();
        double size = sheet.style().tick();
        double gutter =
                names.stream().mapToDouble(n -> sheet.width(n, size)).max().orElse(0) + 6;
        boolean bars = tracks.stream().anyMatch(t -> t != FigureKind.SERIES && t != FigureKind.LABELS);
        double side = bars ? 9 + sheet.width("\u22120.05", size) + 2 : 3;
        return new Frame(
                x,
                width,
                Math.clamp(gutter, sheet.width("0000", size) + 6, width / 4),
                side,
                document.shape().length(),
                names);
    }

    private void track(Sheet sheet, Frame frame, FigureKind track, double y, double height) {
        if (track == FigureKind.SERIES) {
            var series = input.evaluation().document().example(input.example()).series();
            new SeriesPart(series).draw(sheet, frame, y, height);
            return;
        }
        var scale = scale(sheet, track);
        var colors = colors(sheet, scale);
        int digits =
                track == FigureKind.LABELS || track == FigureKind.WEIGHTS ? -1 : track == FigureKind.LOGITS ? 1 : 2;
        new GridPart(field(track), input.example(), colors, scale, digits).draw(sheet, frame, y, height);
    }

    private Field field(FigureKind track) {
        var evaluation = input.evaluation();
        return switch (track) {
            case LABELS -> evaluation.labels();
            case LOGITS -> evaluation.logits();
            case WEIGHTS -> evaluation.weights();
            case PROBABILITIES_A -> evaluation.a().probabilities();
            case PROBABILITIES_B -> evaluation.b().probabilities();
            case LOSS_A -> evaluation.a().terms();
            case LOSS_B -> evaluation.b().terms();
            case DIFFERENCE -> evaluation.difference();
            case GRADIENT_A -> evaluation.a().gradient();
            case GRADIENT_B -> evaluation.b().gradient();
            default -> throw new IllegalArgumentException(track + " is no grid");
        };
    }

    private @Nullable ColorScale scale(Sheet sheet, FigureKind track) {
        var palette = sheet.palette();
        return switch (track) {
            case LABELS -> null;
            case LOGITS -> ColorScale.diverging(ColorScale.roundTop(1, greatest(track), 0.8), palette);
            case DIFFERENCE -> ColorScale.diverging(ColorScale.roundTop(LOSS_UNIT / 2, greatest(track), 0.6), palette);
            case GRADIENT_A, GRADIENT_B ->
                ColorScale.diverging(ColorScale.roundTop(0.125, greatest(track), 0.8), palette);
            case WEIGHTS -> ColorScale.tint(palette.mute(), ColorScale.roundTop(1, greatest(track), 1), palette);
            case PROBABILITIES_A -> ColorScale.tint(palette.lossA(), palette);
            case PROBABILITIES_B -> ColorScale.tint(palette.lossB(), palette);
            default -> ColorScale.sequential(Ramp.ROCKET, lossTop, palette);
        };
    }

    private double greatest(FigureKind track) {
        return Extent.of(field(track), input.example());
    }

    private CellColors colors(Sheet sheet, @Nullable ColorScale scale) {
        if (scale == null) {
            var byClass = new ArrayList<ColorScale>();
            for (var info : input.evaluation().document().classes()) {
                byClass.add(ColorScale.tint(Argb.opaque(info.rgb()), sheet.palette()));
            }
            return new CellColors.Labels(byClass);
        }
        return scale.low() < 0 ? new CellColors.Diverging(scale) : new CellColors.Sequential(scale);
    }

    private String title(FigureKind track) {
        var evaluation = input.evaluation();
        return switch (track) {
            case LOSS_A -> loss(evaluation.a());
            case LOSS_B -> loss(evaluation.b());
            case GRADIENT_A, PROBABILITIES_A ->
                input.strings()
                        .text("figure." + track.id(), evaluation.a().info().shortName());
            case GRADIENT_B, PROBABILITIES_B ->
                input.strings()
                        .text("figure." + track.id(), evaluation.b().info().shortName());
            case DIFFERENCE ->
                input.strings()
                        .text(
                                "figure.difference",
                                evaluation.a().info().shortName(),
                                evaluation.b().info().shortName());
            default -> input.strings().text("figure." + track.id());
        };
    }

    private String loss(LossResult result) {
        var fibres = result.fibres();
        boolean wrongAxis = fibres != null && fibres.dropped() == Axis.POSITION;
        return wrongAxis
                ? input.strings().text("toolbar.wrongAxis", result.info().name())
                : result.info().name();
    }
}
