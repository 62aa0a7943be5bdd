package lossloupe.export.figure;

import java.util.Arrays;
import java.util.Locale;

/// What a figure may go without.
public enum Part {
    /// Above each track.
    HEADINGS,
    /// The names of axes; their numbers stay.
    AXES,
    /// What is drawn in which colour.
    LEGEND,
    /// The keys of colour scales.
    BARS;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The part of this id.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Part of(String id) {
        return Arrays.stream(values())
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part of a figure is called " + id));
    }
}
