package lossloupe.paint;

import java.util.ArrayList;
import java.util.List;

/// The sequential colour ramps a person may choose for losses. Zero has the colour of the background in either theme,
/// so that loss stands out and not its absence.
public enum Ramp {
    /// After seaborn's rocket.
    ROCKET(
            0xF1F1F2, 0xF8E0D0, 0xF7C9AD, 0xF6A47C, 0xF37651, 0xE8433F, 0xD0284C, 0xAD1759, 0x8A1F5A, 0x571E4C,
            0x35193E),
    CIVIDIS(
            0xFDE737, 0xE1CC55, 0xC8B866, 0xAFA371, 0x979078, 0x7D7C78, 0x686970, 0x52586D, 0x37466C, 0x1A386F,
            0x00224E),
    VIRIDIS(
            0xFDE725, 0xBBDF27, 0x7AD151, 0x43BF71, 0x22A884, 0x21908D, 0x2A788E, 0x35608D, 0x414487, 0x482576,
            0x440154),
    GREY(0xF1F1F2, 0xDCDDDF, 0xC6C8CB, 0xB0B3B7, 0x9A9DA3, 0x84888F, 0x6E737B, 0x595E66, 0x444951, 0x2F333B, 0x1B1F26);

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes.
    private final List<Integer> stops;

    Ramp(Integer... stops) {
        this.stops = List.of(stops);
    }

    /// The colours from zero to the top, in equal steps, for a theme: reversed on dark, so that zero is dark there.
    List<Integer> stops(Palette palette) {
        return palette.mode() == Palette.Mode.LIGHT ? stops : fromGrid(stops.reversed());
    }

    private static List<Integer> fromGrid(List<Integer> reversed) {
        var copy = new ArrayList<>(reversed);
        copy.set(0, Palette.DARK.grid() & 0xFFFFFF);
        return copy;
    }
}
