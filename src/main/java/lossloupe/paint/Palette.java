package lossloupe.paint;

/// The colours of a theme, the one source for painters and, published as looked-up colours, for CSS. All are opaque
/// `0xFFRRGGBB` but `band`.
///
/// @param background behind the tracks
/// @param panel cards, tool bar, inspector
/// @param line hairlines
/// @param ink text, strongest
/// @param mute text, second
/// @param faint text, third
/// @param grid an empty cell
/// @param band the crosshair, translucent
/// @param lossA violet, loss A everywhere
/// @param lossB brick, loss B everywhere
/// @param chip the trough of segmented buttons
/// @param zero zero on a diverging scale
public record Palette(
        Mode mode,
        int background,
        int panel,
        int line,
        int ink,
        int mute,
        int faint,
        int grid,
        int band,
        int lossA,
        int lossB,
        int chip,
        int zero,
        int ok,
        int warn,
        int error) {
    /// Which theme a palette is for.
    public enum Mode {
        LIGHT,
        DARK
    }

    public static final int NEGATIVE = 0xFFF59322;
    public static final int POSITIVE = 0xFF0877BD;

    /// Marks what is not a number, in both themes.
    public static final int NAN = 0xFFD6219C;

    private static final int DARK_INK = 0xFF1B2330;
    private static final int LIGHT_INK = 0xFFFFFFFF;

    public static final Palette LIGHT = new Palette(
            Mode.LIGHT,
            0xFFF4F5F7,
            0xFFFFFFFF,
            0xFFE2E5EA,
            0xFF1B2330,
            0xFF586174,
            0xFF687181,
            0xFFEEF0F3,
            0x0F1B2330,
            0xFF5B4BC4,
            0xFFB5483A,
            0xFFEEF0F4,
            0xFFECEEF1,
            0xFF1A7D51,
            0xFF9A6410,
            0xFFB42318);

    public static final Palette DARK = new Palette(
            Mode.DARK,
            0xFF14171C,
            0xFF1B1F26,
            0xFF2C323C,
            0xFFE6E9EF,
            0xFF9AA4B2,
            0xFF858F9F,
            0xFF252A33,
            0x12FFFFFF,
            0xFF9D90FF,
            0xFFF08A7A,
            0xFF262C36,
            0xFF2A303A,
            0xFF5CC698,
            0xFFE0B25C,
            0xFFFF8A80);

    public static Palette of(Mode mode) {
        return mode == Mode.LIGHT ? LIGHT : DARK;
    }

    /// Whichever of the two inks reads better on `cell`.
    public int inkOn(int cell) {
        return Argb.contrast(DARK_INK, cell) >= Argb.contrast(LIGHT_INK, cell) ? DARK_INK : LIGHT_INK;
    }
}
