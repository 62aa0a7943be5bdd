package lossloupe.export.figure;

import java.util.ArrayList;
import lossloupe.compute.Field;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.paint.Ramp;
import lossloupe.tensor.Extremes;
import org.jspecify.annotations.Nullable;

/// The colours of a stack's tracks. A scale reaches the greatest value that it shows, rounded up, unless the style
/// fixes it; both losses share one, since they are compared.
final class TrackScales {
    private final FigureInput input;
    private final Palette palette;
    private final Ranges ranges;

    TrackScales(FigureInput input, FigureStyle style) {
        this.input = input;
        this.palette = Palette.of(style.mode());
        this.ranges = style.ranges();
    }

    /// What a track shows.
    Field field(FigureKind track) {
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

    CellColors colors(FigureKind track) {
        var scale = scale(track);
        if (scale == null) {
            var byClass = new ArrayList<ColorScale>();
            for (var info : input.evaluation().document().classes()) {
                byClass.add(ColorScale.tint(Argb.opaque(info.rgb()), palette));
            }
            return new CellColors.Labels(byClass);
        }
        return scale.low() < 0 ? new CellColors.Diverging(scale) : new CellColors.Sequential(scale);
    }

    /// The key of a track; null where it needs none.
    @Nullable
    ColorBar bar(FigureKind track) {
        var scale = scale(track);
        if (scale == null) {
            return null;
        }
        var field = field(track);
        var seen = new Extremes();
        for (int c = 0; c < field.shape().classes(); c++) {
            field.extremes(input.example(), c, 0, field.shape().length(), seen);
        }
        return ColorBar.of(scale, seen);
    }

    private @Nullable ColorScale scale(FigureKind track) {
        return switch (track) {
            case SERIES, LABELS, LOSS_PER_POSITION -> null;
            case LOGITS -> ColorScale.diverging(top(ranges.logits(), track), palette);
            case DIFFERENCE -> ColorScale.diverging(top(ranges.losses(), track), palette);
            case GRADIENT_A, GRADIENT_B -> ColorScale.diverging(top(ranges.gradients(), track), palette);
            case WEIGHTS -> ColorScale.tint(palette.mute(), top(0, track), palette);
            case PROBABILITIES_A -> ColorScale.tint(palette.lossA(), palette);
            case PROBABILITIES_B -> ColorScale.tint(palette.lossB(), palette);
            default ->
                ColorScale.sequential(Ramp.ROCKET, top(ranges.losses(), FigureKind.LOSS_A, FigureKind.LOSS_B), palette);
        };
    }

    private double top(double fixed, FigureKind... tracks) {
        double greatest = 0;
        for (var track : tracks) {
            greatest = fixed > 0 ? fixed : Math.max(greatest, Extent.of(field(track), input.example()));
        }
        return fixed > 0 ? fixed : Ticks.above(greatest);
    }
}
