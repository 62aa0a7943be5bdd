package lossloupe.loss;

import java.util.List;

/// A parameter of a loss, written as text on the command line and in sessions.
///
/// @param min least number allowed; not of meaning for choices
/// @param choices what may be chosen; empty for numbers
public record Param(String id, Kind kind, String defaultValue, double min, double max, List<String> choices) {
    /// What a parameter's text stands for.
    public enum Kind {
        NUMBER,
        CHOICE
    }

    public Param {
        choices = List.copyOf(choices);
    }

    static Param choice(String id, String defaultValue, String... choices) {
        return new Param(id, Kind.CHOICE, defaultValue, Double.NaN, Double.NaN, List.of(choices));
    }
}
