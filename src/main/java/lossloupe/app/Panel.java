package lossloupe.app;

import java.util.Locale;

/// What the drawer under the tracks can show. Names of panels are `panel.<id>` in the bundles.
public enum Panel {
    /// Which floats are equal, and why not.
    EQUALITY,
    /// What is odd about labels, logits and their layout.
    DOCTOR,
    /// Memory order in both layouts.
    TAPE,
    /// Where the loss is worst.
    RANKING;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
