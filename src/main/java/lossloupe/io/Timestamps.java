package lossloupe.io;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Calendar times as tables write them, in seconds since 1970-01-01 UTC: `2014-07-01 00:30:00`,
/// `2019-01-14T16:26:37.000Z`, `2014/07/01 00:30`, `2014-07-01`. Read by hand: a table has one in every row.
final class Timestamps {
    private static final int DATE = 10;
    private static final int MINUTES = 16;
    private static final double DAY = 86_400;

    private Timestamps() {}

    /// Reads one time, in UTC where the text says no offset.
    ///
    /// @return NaN where `text` is no calendar time
    static double parse(String text) {
        var t = text.strip();
        if (t.length() < DATE || !isDate(t)) {
            return Double.NaN;
        }
        try {
            var day = LocalDate.of(digits(t, 0, 4), digits(t, 5, 7), digits(t, 8, DATE));
            return t.length() == DATE ? day.toEpochDay() * DAY : day.toEpochDay() * DAY + ofDay(t);
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static boolean isDate(String t) {
        char first = t.charAt(4);
        return digits(t, 0, 4) >= 0
                && digits(t, 5, 7) > 0
                && digits(t, 8, DATE) > 0
                && (first == '-' || first == '/')
                && t.charAt(7) == first;
    }

    /// Seconds since midnight, moved by the offset; NaN where the text goes on otherwise.
    private static double ofDay(String t) {
        boolean divided = t.charAt(DATE) == ' ' || t.charAt(DATE) == 'T';
        if (!divided || t.length() < MINUTES || t.charAt(13) != ':') {
            return Double.NaN;
        }
        int hours = digits(t, 11, 13);
        int minutes = digits(t, 14, MINUTES);
        int end = MINUTES;
        while (end < t.length() && "0123456789.:".indexOf(t.charAt(end)) >= 0) {
            end++;
        }
        double seconds = end == MINUTES ? 0 : seconds(t.substring(MINUTES, end));
        double offset = offset(t.substring(end).strip());
        return hours < 0 || minutes < 0 ? Double.NaN : hours * 3600.0 + minutes * 60 + seconds - offset;
    }

    private static double seconds(String text) {
        boolean formed = text.length() > 2 && text.charAt(0) == ':' && text.lastIndexOf(':') == 0;
        try {
            return formed ? Double.parseDouble(text.substring(1)) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double offset(String text) {
        if (text.isEmpty() || text.equals("Z")) {
            return 0;
        }
        var plain = text.replace(":", "");
        boolean formed = (plain.length() == 5 || plain.length() == 3) && "+-".indexOf(plain.charAt(0)) >= 0;
        if (!formed) {
            return Double.NaN;
        }
        int hours = digits(plain, 1, 3);
        int minutes = plain.length() == 5 ? digits(plain, 3, 5) : 0;
        double seconds = hours < 0 || minutes < 0 ? Double.NaN : hours * 3600.0 + minutes * 60;
        return plain.charAt(0) == '-' ? -seconds : seconds;
    }

    /// The number that these characters write, or -1.
    private static int digits(String t, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = t.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return value;
    }
}
