package lossloupe.paint;

/// From a value to a colour by a table of 512 entries; what lies beyond the ends takes the colour of the end.
public final class ColorScale {
    private static final int ENTRIES = 512;
    private final double low;
    private final double high;
    private final int[] table;

    private ColorScale(double low, double high, int[] table) {
        this.low = low;
        this.high = high;
        this.table = table;
    }

    /// From 0, the background, to `top`.
    public static ColorScale sequential(Ramp ramp, double top, Palette palette) {
        var stops = ramp.stops(palette);
        var table = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            double t = (double) i / (ENTRIES - 1) * (stops.size() - 1);
            int k = Math.min(stops.size() - 2, (int) t);
            table[i] = Argb.mix(Argb.opaque(stops.get(k)), Argb.opaque(stops.get(k + 1)), t - k);
        }
        return new ColorScale(0, top, table);
    }

    /// Orange below zero, the background at zero, blue above; from `-top` to `top`.
    public static ColorScale diverging(double top, Palette palette) {
        var table = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            double t = 2.0 * i / (ENTRIES - 1) - 1;
            table[i] = Argb.mix(palette.zero(), t < 0 ? Palette.NEGATIVE : Palette.POSITIVE, Math.abs(t));
        }
        return new ColorScale(-top, top, table);
    }

    /// From 0 to 1, the background to one colour.
    public static ColorScale tint(int colour, Palette palette) {
        return tint(colour, 1, palette);
    }

    /// From 0 to `top`, the background to one colour.
    public static ColorScale tint(int colour, double top, Palette palette) {
        var table = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            table[i] = Argb.mix(palette.grid(), colour, (double) i / (ENTRIES - 1));
        }
        return new ColorScale(0, top, table);
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    /// The colour of `value`; NaN has its own.
    public int color(double value) {
        if (Double.isNaN(value)) {
            return Palette.NAN;
        }
        double t = (value - low) / (high - low) * ENTRIES;
        return table[t <= 0 ? 0 : t >= ENTRIES ? ENTRIES - 1 : (int) t];
    }

    /// The colour at fraction `t` of the way from the low to the high end, for drawing the scale itself.
    public int colorAt(double t) {
        return table[(int) Math.clamp(t * ENTRIES, 0, ENTRIES - 1)];
    }

    /// A round upper end of the form `unit`·2^k, at least `share` of the greatest value, so that the colours do not
    /// flicker with each change of that value while a logit is dragged.
    public static double roundTop(double unit, double greatest, double share) {
        double top = unit;
        while (top < share * greatest && top < 1e6) {
            top *= 2;
        }
        return top;
    }
}
