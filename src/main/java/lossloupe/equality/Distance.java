package lossloupe.equality;

import java.util.Locale;

/// Distances between floats in few characters.
public final class Distance {
    private static final long LONG = 100_000;

    private Distance() {}

    /// Steps of one unit in the last place, with two digits once they are many; `NaN` where a side is none.
    public static String steps(long ulps) {
        if (ulps == Long.MAX_VALUE) {
            return "NaN";
        }
        return ulps < LONG ? Long.toString(ulps) : small((double) ulps);
    }

    /// Two digits and a power of ten, as `2.2e−16`.
    public static String small(double value) {
        return String.format(Locale.ROOT, "%.1e", value)
                .replace('-', '\u2212')
                .replace("e\u22120", "e\u2212")
                .replace("e+0", "e");
    }
}
