package lossloupe.view.chart;

import java.util.Arrays;

/// The piece of both curves that is drawn: logits from −half to half, losses from low to high, and the sampled values.
///
/// @param ticks of the loss axis
@SuppressWarnings("ArrayRecordComponent") // Handed to JFreeChart, which wants arrays; never compared.
record CurveRange(double half, double low, double high, Ticks ticks, double[] xs, double[] a, double[] b) {
    private static final double LEAST_HALF = 6;
    private static final int SAMPLES = 121;
    private static final int MOST_TICKS = 5;
    private static final double HEADROOM = 1.03;

    /// Half the width of the logit axis: 6, or as much as the logit needs, in steps that divide into round ticks.
    static double halfFor(double logit) {
        double size = Math.abs(logit);
        if (!Double.isFinite(size) || size <= LEAST_HALF) {
            return LEAST_HALF;
        }
        double step = Math.pow(10, Math.floor(Math.log10(size))) * (size < 100 ? 0.6 : 1);
        return Math.ceil(size / step) * step;
    }

    static CurveRange of(LossCurves curves, double half) {
        var xs = new double[SAMPLES];
        Arrays.setAll(xs, i -> -half + 2 * half * i / (SAMPLES - 1));
        var a = Arrays.stream(xs).map(curves.a()).toArray();
        var b = Arrays.stream(xs).map(curves.b()).toArray();
        double high = Math.max(greatest(a), greatest(b));
        double low = Math.min(0, Math.min(-greatest(negated(a)), -greatest(negated(b))));
        if (!(high > low)) {
            high = low + 1;
        }
        var ticks = Ticks.covering(high - low, MOST_TICKS);
        return new CurveRange(half, low, low + (high - low) * HEADROOM, ticks, xs, a, b);
    }

    double[] ticksShown() {
        return ticks.within(low, high);
    }

    /// A tick of the loss axis in words.
    String text(double tick) {
        return ticks.text(tick, high - low);
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    }
}
