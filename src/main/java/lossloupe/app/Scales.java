package lossloupe.app;

import java.util.ArrayList;
import java.util.Arrays;
import lossloupe.compute.Evaluation;
import lossloupe.compute.Field;
import lossloupe.document.ClassInfo;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.paint.Ramp;
import lossloupe.tensor.Extremes;

/// Upper ends of the colour scales: both losses share one, so that their maps can be compared by eye; so do the two
/// gradients.
///
/// @param loss from 0 to here
/// @param logits from −here to here
/// @param gradient from −here to here
/// @param difference from −here to here
public record Scales(double loss, double logits, double gradient, double difference) {
    /// 2 ln 2, rounded as in the drawing: what softmax charges at best where two classes overlap.
    private static final double LOSS_UNIT = 1.4;

    /// The scales for an evaluation, asking only for those quantities that `shown` needs.
    static Scales of(Evaluation evaluation, ViewState view) {
        double loss = Math.max(
                greatest(evaluation.a().terms()), greatest(evaluation.b().terms()));
        double gradient = 0;
        if (view.shown().contains(Track.GRADIENT_A)) {
            gradient = greatest(evaluation.a().gradient());
        }
        if (view.shown().contains(Track.GRADIENT_B)) {
            gradient = Math.max(gradient, greatest(evaluation.b().gradient()));
        }
        double difference = view.shown().contains(Track.DIFFERENCE) ? greatest(evaluation.difference()) : 0;
        return new Scales(
                ColorScale.roundTop(LOSS_UNIT, loss, 0.6),
                ColorScale.roundTop(1, greatest(evaluation.logits()), 0.8),
                ColorScale.roundTop(0.125, gradient, 0.8),
                ColorScale.roundTop(LOSS_UNIT / 2, difference, 0.6));
    }

    /// What nine of ten stretches of 4096 positions stay within: of short data the greatest absolute value, of long
    /// data one that a few spikes do not raise. What lies beyond takes the colour of the end, and the scale says
    /// so.
    private static double greatest(Field field) {
        var shape = field.shape();
        var peaks = new double[shape.batch() * shape.classes() * field.chunkCount()];
        int count = 0;
        var extremes = new Extremes();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int k = 0; k < field.chunkCount(); k++) {
                    extremes.clear();
                    var chunk = field.chunk(e, c, k);
                    chunk.extremes(0, chunk.length(), extremes);
                    double peak = Math.max(Math.abs(extremes.min()), Math.abs(extremes.max()));
                    if (Double.isFinite(peak)) {
                        peaks[count] = peak;
                        count++;
                    }
                }
            }
        }
        Arrays.sort(peaks, 0, count);
        return count == 0 ? 0 : peaks[(int) Math.ceil(0.9 * count) - 1];
    }

    /// The scale of a track other than the labels.
    public ColorScale scale(Track track, Palette palette, Ramp ramp) {
        return switch (track) {
            case LOGITS -> ColorScale.diverging(logits, palette);
            case DIFFERENCE -> ColorScale.diverging(difference, palette);
            case GRADIENT_A, GRADIENT_B -> ColorScale.diverging(gradient, palette);
            case PROBABILITIES_A -> ColorScale.tint(palette.lossA(), palette);
            case PROBABILITIES_B -> ColorScale.tint(palette.lossB(), palette);
            default -> ColorScale.sequential(ramp, loss, palette);
        };
    }

    /// How the cells of a track are coloured.
    public CellColors colors(Track track, Palette palette, Ramp ramp, Iterable<ClassInfo> classes) {
        return switch (track) {
            case LABELS, OVERVIEW -> {
                var byClass = new ArrayList<ColorScale>();
                classes.forEach(info -> byClass.add(ColorScale.tint(Argb.opaque(info.rgb()), palette)));
                yield new CellColors.Labels(byClass);
            }
            case LOGITS, DIFFERENCE, GRADIENT_A, GRADIENT_B -> new CellColors.Diverging(scale(track, palette, ramp));
            default -> new CellColors.Sequential(scale(track, palette, ramp));
        };
    }

    /// The numbers that a grid track shows.
    public static Field field(Track track, Evaluation evaluation) {
        return switch (track) {
            case LABELS, OVERVIEW -> evaluation.labels();
            case LOGITS -> evaluation.logits();
            case PROBABILITIES_A -> evaluation.a().probabilities();
            case PROBABILITIES_B -> evaluation.b().probabilities();
            case LOSS_A -> evaluation.a().terms();
            case LOSS_B -> evaluation.b().terms();
            case DIFFERENCE -> evaluation.difference();
            case GRADIENT_A -> evaluation.a().gradient();
            case GRADIENT_B -> evaluation.b().gradient();
            case SERIES, POSITION_LOSS -> throw new IllegalArgumentException(track + " is no grid");
        };
    }
}
