package lossloupe.io;

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
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

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
        char last = cell.charAt(length - 1);
        if ((last >= '0' && last <= '9' || last == '.') && NUMBER.matcher(cell).matches()) {
            value = Double.parseDouble(cell);
            written = cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+') ? Written.WHOLE : Written.REAL;
            return Found.NUMBER;
        }
        return word(cell);
    }

    private static boolean isDigits(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
