package lossloupe.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import lossloupe.tensor.DType;

/// Numbers as the window writes them: a true minus sign, fixed digits, words for what is no number.
public final class Numbers {
    private static final int MOST_ON_AXIS = 7;
    private static final String MOST_ZEROS = "00000";

    private Numbers() {}

    /// `value` with `digits` decimals; −0.00 is written 0.00.
    public static String fixed(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (Math.abs(value) >= 1e7) {
            return exponential(value, 2);
        }
        var text = String.format(Locale.ROOT, "%." + digits + "f", value);
        boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (isZero ? text.replace("-", "") : text).replace('-', '−');
    }

    /// As [#fixed], but what is not zero is never written as zero: `−2.6e−8`.
    public static String telling(double value, int digits) {
        boolean vanishes = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -digits);
        return vanishes ? exponential(value, 1) : fixed(value, digits);
    }

    /// A finite number as a mantissa with `digits` decimals and a power of ten: `1.5e−8`.
    public static String exponential(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "e", value)
                .replaceFirst("e([+-]?)0*", "e$1")
                .replace("+", "")
                .replace('-', '−');
    }

    /// A number on an axis that spans `span`: decimals that tell its hundredths apart and no zeros behind them, or
    /// `1.5e8` where that were long or ended in many.
    public static String onAxis(double value, double span) {
        if (!Double.isFinite(value) || !(span > 0) || Double.isInfinite(span)) {
            return shortest(value);
        }
        int digits = Math.max(0, (int) Math.ceil(2 - Math.log10(span)));
        var plain = plain(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN));
        if (plain.length() <= MOST_ON_AXIS && !plain.endsWith(MOST_ZEROS)) {
            return plain.replace('-', '−');
        }
        var text = String.format(Locale.ROOT, "%.3e", value);
        int e = text.indexOf('e');
        var mantissa = plain(new BigDecimal(text.substring(0, e)));
        return (mantissa + "e" + Integer.parseInt(text.substring(e + 1))).replace('-', '−');
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// A count as people say it once it is long: 48, 12,288, 1.95 M, which no line breaks.
    public static String counted(long count) {
        if (count < 10_000) {
            return Long.toString(count);
        }
        return count < 1_000_000
                ? String.format(Locale.ROOT, "%,d", count)
                : String.format(Locale.ROOT, "%.3g\u00a0M", count / 1e6);
    }

    /// The shortest text that reads back as the same float64, with a true minus sign and no needless `.0`.
    public static String shortest(double value) {
        return Double.isFinite(value) ? tidy(Double.toString(value)) : fixed(value, 0);
    }

    /// The shortest text that reads back as the same number of a type: 0.3 for the float32 nearest to it.
    public static String shortest(double value, DType type) {
        boolean isShorter = type == DType.FLOAT32 && Double.isFinite(value);
        return isShorter ? tidy(Float.toString((float) value)) : shortest(value);
    }

    private static String tidy(String java) {
        var text = java.replace(".0E", "e").replace('E', 'e');
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
