package lossloupe.view.chart;

import java.util.stream.IntStream;
import lossloupe.view.Numbers;

/// Round places for the ticks of an axis.
///
/// @param step distance of neighbouring ticks: 1, 2 or 5 times a power of ten
/// @param digits decimals that the ticks need
record Ticks(double step, int digits) {
    private static final int MOST_LETTERS = 7;
    private static final double LARGE = 1e6;

    /// The smallest round step of which `most` or fewer cover `span`.
    static Ticks covering(double span, int most) {
        if (!(span > 0) || Double.isInfinite(span)) {
            return new Ticks(1, 0);
        }
        double least = span / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return new Ticks(factor * power, digits(factor * power));
            }
        }
        throw new AssertionError(span);
    }

    /// Multiples of the step from `low` to `high`.
    double[] within(double low, double high) {
        long first = (long) Math.ceil(low / step - 1e-9);
        int count = (int) Math.max(0, (long) Math.floor(high / step + 1e-9) - first + 1);
        return IntStream.range(0, count).mapToDouble(i -> (first + i) * step).toArray();
    }

    /// A tick as the others are written, or short where that were long.
    String text(double tick, double span) {
        var text = Numbers.fixed(tick, digits);
        return text.length() <= MOST_LETTERS && span < LARGE ? text : Numbers.onAxis(tick, span);
    }

    private static int digits(double step) {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }
}
