package lossloupe.app;

import java.util.Locale;

/// What the drawer under the tracks can show. Names of panels are `panel.<id>` in the bundles.
public enum Panel {
    /// The layout doctor: what is odd about labels, logits and their axes.
    DOCTOR,
    /// Examples, classes and positions by their loss.
    RANKING,
    /// Faults to be switched on, and the search for the cause of a plateau.
    FAULTS,
    /// Which floats are equal, and why not.
    EQUALITY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
