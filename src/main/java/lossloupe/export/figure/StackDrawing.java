package lossloupe.export.figure;

import java.util.List;
import lossloupe.compute.LossResult;
import lossloupe.document.ClassInfo;
import lossloupe.export.figure.Legend.Entry;
import lossloupe.export.figure.Legend.Mark;
import lossloupe.export.figure.SeriesPart.Line;
import lossloupe.export.figure.Sheet.Align;
import lossloupe.tensor.Axis;
import org.jspecify.annotations.Nullable;

/// Tracks one below the other over one axis of positions.
final class StackDrawing implements Drawing {
    private static final double ROW = 9;
    private static final double SERIES = 38;
    private static final double LINES = 80;

    private final FigureInput input;
    private final List<FigureKind> tracks;
    private final FigureStyle style;
    private final TrackScales scales;

    StackDrawing(FigureInput input, FigureStyle style, List<FigureKind> tracks) {
        this.input = input;
        this.tracks = tracks;
        this.style = style;
        this.scales = new TrackScales(input, style);
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
        return (sheet.style().has(Part.HEADINGS) ? 2.2 : 0.8) * sheet.style().body();
    }

    private double body(FigureKind track) {
        int classes = input.evaluation().document().shape().classes();
        return switch (track) {
            case SERIES -> SERIES;
            case LOSS_PER_POSITION -> LINES;
            default -> Math.clamp(ROW * classes, 16, 160);
        };
    }

    @Override
    public void draw(Sheet sheet, double x, double y, double width, double height) {
        double rest = height - Frame.axisHeight(sheet) - tracks.size() * head(sheet);
        double wanted = tracks.stream().mapToDouble(this::body).sum();
        var frame = frame(sheet, x, width, rest / wanted);
        double at = y;
        for (var track : tracks) {
            double own = body(track) * rest / wanted;
            if (style.has(Part.HEADINGS)) {
                heading(sheet, frame, track, at + 0.63 * head(sheet));
            }
            at += head(sheet);
            track(sheet, frame, track, at, own);
            at += own;
        }
        frame.axis(sheet, at + 2, input.strings().text("figure.position"));
    }

    /// Two lines are told apart beside what they are called together, or instead of it where both have no room.
    private void heading(Sheet sheet, Frame frame, FigureKind track, double middle) {
        var legend = track == FigureKind.LOSS_PER_POSITION && style.has(Part.LEGEND) ? legend(sheet) : null;
        double beside = sheet.width(title(track), style.body()) + 2 * style.body();
        boolean both = legend == null || beside + legend.width(sheet) <= frame.plotWidth();
        if (both) {
            int ink = sheet.palette().ink();
            sheet.text(title(track), frame.plotX(), middle, Align.LEFT, style.body(), ink);
        }
        if (legend != null) {
            legend.drawLine(sheet, frame.plotX() + (both ? beside : 0), middle);
        }
    }

    private Legend legend(Sheet sheet) {
        var evaluation = input.evaluation();
        var palette = sheet.palette();
        return new Legend(List.of(
                new Entry(Mark.LINE, palette.lossA(), evaluation.a().info().shortName()),
                new Entry(Mark.LINE, palette.lossB(), evaluation.b().info().shortName())));
    }

    /// @param stretch how much higher tracks are than they need
    private Frame frame(Sheet sheet, double x, double width, double stretch) {
        var document = input.evaluation().document();
        boolean grids = tracks.stream().anyMatch(t -> t != FigureKind.SERIES && t != FigureKind.LOSS_PER_POSITION);
        var names = grids ? document.classes().stream().map(ClassInfo::name).toList() : List.<String>of();
        double size = sheet.style().tick();
        double gutter =
                names.stream().mapToDouble(n -> sheet.width(n, size)).max().orElse(0) + sheet.scaled(6);
        double side =
                tracks.stream().mapToDouble(t -> side(sheet, t, stretch)).max().orElse(0);
        return new Frame(
                x,
                width,
                Math.clamp(gutter, sheet.width("0000", size) + sheet.scaled(6), width / 4),
                side,
                document.shape().length(),
                names);
    }

    private double side(Sheet sheet, FigureKind track, double stretch) {
        var bar = bar(track);
        return bar == null ? sheet.scaled(3) : sheet.scaled(GridPart.GAP) + bar.width(sheet, stretch * body(track));
    }

    private @Nullable ColorBar bar(FigureKind track) {
        return style.has(Part.BARS) ? scales.bar(track) : null;
    }

    private void track(Sheet sheet, Frame frame, FigureKind track, double y, double height) {
        if (track == FigureKind.SERIES) {
            var series = input.evaluation().document().example(input.example()).series();
            var line = new Line(series::extremes, series::get, sheet.palette().ink());
            new SeriesPart(List.of(line)).draw(sheet, frame, y, height);
            return;
        }
        if (track == FigureKind.LOSS_PER_POSITION) {
            var evaluation = input.evaluation();
            var a = Line.of(
                    evaluation.a().perPosition(),
                    input.example(),
                    sheet.palette().lossA());
            var b = Line.of(
                    evaluation.b().perPosition(),
                    input.example(),
                    sheet.palette().lossB());
            new SeriesPart(List.of(a, b)).draw(sheet, frame, y, height);
            return;
        }
        int digits =
                track == FigureKind.LABELS || track == FigureKind.WEIGHTS ? -1 : track == FigureKind.LOGITS ? 1 : 2;
        new GridPart(scales.field(track), input.example(), scales.colors(track), bar(track), digits)
                .draw(sheet, frame, y, height);
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
