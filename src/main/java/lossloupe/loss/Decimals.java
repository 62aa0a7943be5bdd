package lossloupe.loss;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as formulas show them: a true minus sign, a fixed count of decimals without the zeros at their end.
record Decimals(int digits) {
    private static final String MINUS = "\u2212";
    private static final double LARGE = 1e9;

    String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        var rounded = Math.abs(value) < LARGE
                ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN)
                : new BigDecimal(value).round(new java.math.MathContext(digits + 1));
        if (rounded.signum() == 0) {
            return value == 0 ? "0" : smallest(value);
        }
        var text = Math.abs(value) < LARGE
                ? rounded.stripTrailingZeros().toPlainString()
                : rounded.stripTrailingZeros().toString();
        return text.replace("-", MINUS).replace("E+", "e");
    }

    /// In brackets if it is negative, as after an operator.
    String operand(double value) {
        var text = text(value);
        return text.startsWith(MINUS) ? "(" + text + ")" : text;
    }

    /// What rounds to zero but is not: with its power of ten, so that a tiny loss is not shown as none.
    private static String smallest(double value) {
        return String.format(java.util.Locale.ROOT, "%.1e", value).replace("-", MINUS);
    }
}
