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
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Extremes;

/// Upper ends of the colour scales: both losses share one, so that their maps can be compared by eye; so do the two
/// gradients. A loss of whole regions, whose cells have shares of it, has scales of its own.
///
/// @param lossA from 0 to here
/// @param lossB from 0 to here
/// @param sumA what loss A returns where it sums over classes, from 0 to here
/// @param sumB what loss B returns where it sums over classes, from 0 to here
/// @param logits from −here to here
/// @param gradientA from −here to here
/// @param gradientB from −here to here
/// @param difference from −here to here
/// @param weights from 0 to here
public record Scales(
        double lossA,
        double lossB,
        double sumA,
        double sumB,
        double logits,
        double gradientA,
        double gradientB,
        double difference,
        double weights) {
    /// 2 ln 2, rounded as in the drawing: what softmax charges at best where two classes overlap.
    private static final double LOSS_UNIT = 1.4;

    private static final double GRADIENT_UNIT = 0.125;

    /// Cells that are looked at one by one.
    private static final int FEW = 4096;

    /// Positions in a stretch of data that are neither short nor long.
    private static final int SHORT = 64;

    /// Shares of a region's loss grow small with its size.
    private static final double SHARE_UNIT = 1e-6;

    /// The scales for an evaluation, asking only for those quantities that `shown` needs.
    static Scales of(Evaluation evaluation, ViewState view) {
        var a = evaluation.a();
        var b = evaluation.b();
        boolean isShared = isShared(a, b);
        double lossA = greatest(a.terms());
        double lossB = greatest(b.terms());
        double slopeA = view.shown().contains(Track.GRADIENT_A) ? greatest(a.gradient()) : 0;
        double slopeB = view.shown().contains(Track.GRADIENT_B) ? greatest(b.gradient()) : 0;
        double sumA = sum(a);
        double sumB = sum(b);
        double difference = view.shown().contains(Track.DIFFERENCE) ? greatest(evaluation.difference()) : 0;
        return new Scales(
                top(a, LOSS_UNIT, isShared ? Math.max(lossA, lossB) : lossA, 0.6),
                top(b, LOSS_UNIT, isShared ? Math.max(lossA, lossB) : lossB, 0.6),
                top(a, LOSS_UNIT, isShared ? Math.max(sumA, sumB) : sumA, 1),
                top(b, LOSS_UNIT, isShared ? Math.max(sumA, sumB) : sumB, 1),
                ColorScale.roundTop(1, greatest(evaluation.logits()), 0.8),
                top(a, GRADIENT_UNIT, isShared ? Math.max(slopeA, slopeB) : slopeA, 0.8),
                top(b, GRADIENT_UNIT, isShared ? Math.max(slopeA, slopeB) : slopeB, 0.8),
                ColorScale.roundTop(LOSS_UNIT / 2, difference, 0.6),
                ColorScale.roundTop(1, evaluation.weights().range().max(), 1));
    }

    /// Whether the numbers of two losses can be compared by eye, in colour or length: not where one has shares.
    public static boolean isShared(LossResult a, LossResult b) {
        return !a.loss().isOfRegions() && !b.loss().isOfRegions();
    }

    /// The scales for a picture of one quantity of cells that reaches this far.
    public static Scales upTo(double greatest) {
        double loss = ColorScale.roundTop(LOSS_UNIT, greatest, 0.6);
        double logits = ColorScale.roundTop(1, greatest, 0.8);
        double gradient = ColorScale.roundTop(GRADIENT_UNIT, greatest, 0.8);
        double difference = ColorScale.roundTop(LOSS_UNIT / 2, greatest, 0.6);
        double weights = ColorScale.roundTop(1, greatest, 1);
        return new Scales(loss, loss, loss, loss, logits, gradient, gradient, difference, weights);
    }

    /// How far the sums over classes reach; 0 where a loss has none.
    private static double sum(LossResult result) {
        var fibres = result.fibres();
        return fibres != null && fibres.dropped() == Axis.CLASS ? greatest(fibres.values()) : 0;
    }

    private static double top(LossResult result, double unit, double greatest, double share) {
        return ColorScale.roundTop(result.loss().isOfRegions() ? SHARE_UNIT : unit, greatest, share);
    }

    /// What absolute values stay within but for a few spikes: 99 of 100 of short data, of long data the peaks of
    /// nine in ten stretches. What lies beyond takes the colour of the end, and the scale says so.
    private static double greatest(Field field) {
        var shape = field.shape();
        int classes = shape.classes();
        int stretch = shape.size() <= FEW ? 1 : shape.size() <= FEW * Chunk.SIZE / SHORT ? SHORT : Chunk.SIZE;
        double[] peaks = IntStream.range(0, shape.batch() * classes)
                .parallel()
                .mapToObj(row -> peaks(field, row / classes, row % classes, stretch))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double within = stretch == 1 ? 0.99 : 0.9;
        return peaks.length == 0 ? 0 : peaks[(int) Math.ceil(within * peaks.length) - 1];
    }

    /// The greatest absolute value of each stretch of a row.
    private static double[] peaks(Field field, int example, int cls, int stretch) {
        int length = field.shape().length();
        var peaks = new double[(length + stretch - 1) / stretch];
        var extremes = new Extremes();
        for (int i = 0; i < peaks.length; i++) {
            extremes.clear();
            int from = i * stretch;
            field.extremes(example, cls, from, Math.min(length, from + stretch), extremes);
            peaks[i] = Math.max(Math.abs(extremes.min()), Math.abs(extremes.max()));
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

    /// The scale of what a loss returns where it sums over classes.
    public ColorScale sums(Track track, Palette palette, Ramp ramp) {
        return ColorScale.sequential(ramp, track == Track.LOSS_B ? sumB : sumA, palette);
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
