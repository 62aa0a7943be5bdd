package lossloupe.doctor;

import java.util.List;

/// A value that a loss gets stuck at, and why. Its sentence is `symptom.<id>` in the bundles.
///
/// @param value of the mean, for these labels
/// @param args numbers of the sentence
public record Symptom(String id, double value, List<Object> args) {
    public Symptom {
        args = List.copyOf(args);
    }

    static Symptom of(String id, double value, Object... args) {
        return new Symptom(id, value, List.of(args));
    }

    /// How far a plateau lies from the value, as a part of it.
    public double distance(double plateau) {
        return Math.abs(plateau - value) / Math.max(1e-12, Math.abs(value));
    }

    /// Whether a plateau that was read off with some decimals can be this value.
    ///
    /// @param decimals written behind the point
    public boolean explains(double plateau, int decimals) {
        return Math.abs(plateau - value) <= 0.5 * Math.pow(10, -decimals) * (1 + 1e-9);
    }
}
