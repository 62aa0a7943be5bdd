package lossloupe.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round numbers along an axis.
final class Ticks {
    private Ticks() {}

    /// At most `most` multiples of 1, 2 or 5 times a power of ten from `low` to `high`.
    static List<Double> of(double low, double high, int most) {
        var ticks = new ArrayList<Double>();
        if (!(high > low)) {
            return List.of(low);
        }
        double step = Math.pow(10, Math.floor(Math.log10((high - low) / Math.max(1, most))));
        double[] factors = {1, 2, 5, 10};
        int i = 0;
        while ((high - low) / (step * factors[i]) > most && i < factors.length - 1) {
            i++;
        }
        double by = step * factors[i];
        for (double k = Math.ceil(low / by - 1e-9); k * by <= high + 1e-9 * by; k++) {
            ticks.add(k * by);
        }
        return ticks;
    }

    /// The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that reaches `value`; 1 for 0.
    static double above(double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double factor : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (factor * power >= value * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// Without zeros at the end, with a true minus.
    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.0e", value).replace("-", "\u2212");
        }
        var text = String.format(Locale.ROOT, "%.4f", value);
        while (text.endsWith("0")) {
            text = text.substring(0, text.length() - 1);
        }
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).replace("-", "\u2212");
    }
}
