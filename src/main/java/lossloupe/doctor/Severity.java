package lossloupe.doctor;

import java.util.Locale;

/// How much a finding matters.
public enum Severity {
    /// Worth knowing; nothing is wrong.
    NOTE,
    /// Likely not what was meant.
    WARNING,
    /// The numbers contradict themselves.
    FAULT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
