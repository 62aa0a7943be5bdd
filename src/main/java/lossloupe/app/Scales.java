package lossloupe.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import lossloupe.compute.Evaluation;
import lossloupe.compute.Field;
import lossloupe.compute.LossResult;
import lossloupe.document.ClassInfo;
import lossloupe.paint.Argb;
import lossloupe.paint.CellColors;
import lossloupe.paint.ColorScale;
import lossloupe.paint.Palette;
import lossloupe.paint.Ramp;
import lossloupe.tensor.Extremes;

/// Upper ends of the colour scales: both losses share one, so that their maps can be compared by eye; so do the two
/// gradients. A loss of whole regions, whose cells have shares of it, has scales of its own.
///
/// @param lossA from 0 to here
/// @param lossB from 0 to here
/// @param logits from −here to here
/// @param gradientA from −here to here
/// @param gradientB from −here to here
/// @param difference from −here to here
/// @param weights from 0 to here
public record Scales(
        double lossA,
        double lossB,
        double logits,
        double gradientA,
        double gradientB,
        double difference,
        double weights) {
    /// 2 ln 2, rounded as in the drawing: what softmax charges at best where two classes overlap.
    private static final double LOSS_UNIT = 1.4;

    private static final double GRADIENT_UNIT = 0.125;
    /// Shares of a region's loss grow small with its size.
    private static final double SHARE_UNIT = 1e-6;

    /// The scales for an evaluation, asking only for those quantities that `shown` needs.
    static Scales of(Evaluation evaluation, ViewState view) {
        var a = evaluation.a();
        var b = evaluation.b();
        boolean isShared = !a.loss().isOfRegions() && !b.loss().isOfRegions();
        double lossA = greatest(a.terms());
        double lossB = greatest(b.terms());
        double slopeA = view.shown().contains(Track.GRADIENT_A) ? greatest(a.gradient()) : 0;
        double slopeB = view.shown().contains(Track.GRADIENT_B) ? greatest(b.gradient()) : 0;
        double difference = view.shown().contains(Track.DIFFERENCE) ? greatest(evaluation.difference()) : 0;
        return new Scales(
                top(a, LOSS_UNIT, isShared ? Math.max(lossA, lossB) : lossA, 0.6),
                top(b, LOSS_UNIT, isShared ? Math.max(lossA, lossB) : lossB, 0.6),
                ColorScale.roundTop(1, greatest(evaluation.logits()), 0.8),
                top(a, GRADIENT_UNIT, isShared ? Math.max(slopeA, slopeB) : slopeA, 0.8),
                top(b, GRADIENT_UNIT, isShared ? Math.max(slopeA, slopeB) : slopeB, 0.8),
                ColorScale.roundTop(LOSS_UNIT / 2, difference, 0.6),
                ColorScale.roundTop(1, evaluation.weights().range().max(), 1));
    }

    /// The scales for a picture of one quantity of cells that reaches this far.
    public static Scales upTo(double greatest) {
        double loss = ColorScale.roundTop(LOSS_UNIT, greatest, 0.6);
        double logits = ColorScale.roundTop(1, greatest, 0.8);
        double gradient = ColorScale.roundTop(GRADIENT_UNIT, greatest, 0.8);
        double difference = ColorScale.roundTop(LOSS_UNIT / 2, greatest, 0.6);
        return new Scales(loss, loss, logits, gradient, gradient, difference, ColorScale.roundTop(1, greatest, 1));
    }

    private static double top(LossResult result, double unit, double greatest, double share) {
        return ColorScale.roundTop(result.loss().isOfRegions() ? SHARE_UNIT : unit, greatest, share);
    }

    /// What nine of ten stretches of 4096 positions stay within: of short data the greatest absolute value, of long
    /// data one that a few spikes do not raise. What lies beyond takes the colour of the end, and the scale says
    /// so.
    private static double greatest(Field field) {
        int classes = field.shape().classes();
        double[] peaks = IntStream.range(0, field.shape().batch() * classes)
                .parallel()
                .mapToObj(row -> peaks(field, row / classes, row % classes))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return peaks.length == 0 ? 0 : peaks[(int) Math.ceil(0.9 * peaks.length) - 1];
    }

    /// The greatest absolute value of each stretch of a row.
    private static double[] peaks(Field field, int example, int cls) {
        var peaks = new double[field.chunkCount()];
        var extremes = new Extremes();
        for (int k = 0; k < peaks.length; k++) {
            extremes.clear();
            var chunk = field.chunk(example, cls, k);
            chunk.extremes(0, chunk.length(), extremes);
            peaks[k] = Math.max(Math.abs(extremes.min()), Math.abs(extremes.max()));
        }
        return peaks;
    }

    /// The scale of a track other than the labels.
    public ColorScale scale(Track track, Palette palette, Ramp ramp) {
        return switch (track) {
            case LOGITS -> ColorScale.diverging(logits, palette);
            case DIFFERENCE -> ColorScale.diverging(difference, palette);
            case GRADIENT_A -> ColorScale.diverging(gradientA, palette);
            case GRADIENT_B -> ColorScale.diverging(gradientB, palette);
            case PROBABILITIES_A -> ColorScale.tint(palette.lossA(), palette);
            case PROBABILITIES_B -> ColorScale.tint(palette.lossB(), palette);
            case LOSS_B -> ColorScale.sequential(ramp, lossB, palette);
            case WEIGHTS -> ColorScale.tint(palette.mute(), weights, palette);
            default -> ColorScale.sequential(ramp, lossA, palette);
        };
    }

    /// Decimals that tell the numbers of a track apart.
    public int digits(Track track) {
        double top = switch (track) {
            case LOSS_A -> lossA;
            case LOSS_B -> lossB;
            case GRADIENT_A -> gradientA;
            case GRADIENT_B -> gradientB;
            default -> 1;
        };
        return top < 0.01 ? 4 : top < 0.1 ? 3 : 2;
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
            case WEIGHTS -> evaluation.weights();
            case LOSS_A -> evaluation.a().terms();
            case LOSS_B -> evaluation.b().terms();
            case DIFFERENCE -> evaluation.difference();
            case GRADIENT_A -> evaluation.a().gradient();
            case GRADIENT_B -> evaluation.b().gradient();
            case SERIES, POSITION_LOSS -> throw new IllegalArgumentException(track + " is no grid");
        };
    }
}
