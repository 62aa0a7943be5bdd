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
    RANKING,
    /// What differs from the document as it was opened, or before its files were written again.
    CHANGES;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
