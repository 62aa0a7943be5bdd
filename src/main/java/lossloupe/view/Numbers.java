package lossloupe.view;

import java.util.Locale;

/// Numbers as the window writes them: a true minus sign, fixed digits, words for what is no number.
public final class Numbers {
    private Numbers() {}

    /// `value` with `digits` decimals; −0.00 is written 0.00.
    public static String fixed(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        var text = Math.abs(value) >= 1e7
                ? String.format(Locale.ROOT, "%.3g", value)
                : String.format(Locale.ROOT, "%." + digits + "f", value);
        boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (isZero ? text.replace("-", "") : text).replace('-', '−');
    }

    /// A count as people say it once it is long: 48, 12,288, 1.95 M.
    public static String counted(long count) {
        if (count < 10_000) {
            return Long.toString(count);
        }
        return count < 1_000_000
                ? String.format(Locale.ROOT, "%,d", count)
                : String.format(Locale.ROOT, "%.3g M", count / 1e6);
    }

    /// The shortest text that reads back as the same float64, with a true minus sign and no needless `.0`.
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return fixed(value, 0);
        }
        var text = Double.toString(value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text).replace('-', '−');
    }

    /// Reads what a person typed: a true minus sign, a comma for a point, `nan` and `inf` are understood.
    ///
    /// @throws NumberFormatException where it is no number
    public static double parse(String typed) {
        var text = typed.strip().replace('−', '-').replace(',', '.');
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "∞", "+inf", "+∞", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-∞", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
