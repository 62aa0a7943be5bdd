package lossloupe.io;

import com.fasterxml.jackson.core.io.NumberInput;
import java.util.Locale;
import java.util.regex.Pattern;
import lossloupe.io.NumberList.Written;

/// Reads numbers as tables and code write them. Holds the last one read, so that a million cells cost no objects.
final class CellReader {
    /// What a cell turned out to be.
    enum Found {
        NUMBER,
        /// Nothing, or one of the usual words for it.
        MISSING,
        TEXT
    }

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+(?:[eE][-+]?\\d+)?");

    private double value;
    private Written written = Written.REAL;

    Found read(String cell) {
        int length = cell.length();
        if (length > 0 && (cell.charAt(0) <= ' ' || cell.charAt(length - 1) <= ' ')) {
            return read(cell.strip());
        }
        if (length == 0) {
            value = Double.NaN;
            written = Written.REAL;
            return Found.MISSING;
        }
        if (length <= 9 && isDigits(cell)) {
            value = Integer.parseInt(cell);
            written = Written.WHOLE;
            return Found.NUMBER;
        }
        written = form(cell);
        if (written != Written.BOOL) {
            value = NumberInput.parseDouble(cell, true);
            return Found.NUMBER;
        }
        return word(cell);
    }

    private static boolean isDigits(String cell) {
        return digitsEnd(cell, 0) == cell.length();
    }

    /// How a decimal number is written, or BOOL where `cell` is none. Stricter than [Double#parseDouble], which
    /// also takes
    /// `1d` and hexadecimal; a pattern would do, at ten times the price.
    private static Written form(String cell) {
        int from = isSign(cell, 0) ? 1 : 0;
        int at = digitsEnd(cell, from);
        int digits = at - from;
        var form = Written.WHOLE;
        if (at < cell.length() && cell.charAt(at) == '.') {
            int end = digitsEnd(cell, at + 1);
            digits += end - at - 1;
            at = end;
            form = Written.REAL;
        }
        if (digits > 0 && at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            int exponent = isSign(cell, at + 1) ? at + 2 : at + 1;
            int end = digitsEnd(cell, exponent);
            digits = end > exponent ? digits : 0;
            at = end;
            form = Written.REAL;
        }
        return digits > 0 && at == cell.length() ? form : Written.BOOL;
    }

    private static boolean isSign(String cell, int i) {
        return i < cell.length() && (cell.charAt(i) == '-' || cell.charAt(i) == '+');
    }

    private static int digitsEnd(String cell, int from) {
        int end = from;
        while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private Found word(String cell) {
        written = Written.REAL;
        switch (cell.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> value = Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> value = Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> value = Double.NEGATIVE_INFINITY;
            case "true", "false" -> {
                value = cell.length() == 4 ? 1 : 0;
                written = Written.BOOL;
            }
            case "na", "n/a", "null", "none" -> {
                value = Double.NaN;
                return Found.MISSING;
            }
            default -> {
                return Found.TEXT;
            }
        }
        return Found.NUMBER;
    }

    double value() {
        return value;
    }

    Written written() {
        return written;
    }

    static boolean hasDecimalComma(String cell) {
        return DECIMAL_COMMA.matcher(cell.strip()).matches();
    }
}
