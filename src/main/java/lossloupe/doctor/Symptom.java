package lossloupe.doctor;

import java.util.List;

/// A value that a loss gets stuck at, and why. Its sentence is `symptom.<id>` in the bundles.
///
/// @param value of the mean, for these labels
/// @param args numbers of the sentence
/// @param averaging how cells are put together to the value
public record Symptom(String id, double value, List<Object> args, Averaging averaging) {
    /// In what order means are taken.
    public enum Averaging {
        /// Every cell that counts weighs the same.
        OF_CELLS,
        /// Every example weighs the same, however many of its cells count.
        OF_MEANS
    }

    public Symptom {
        args = List.copyOf(args);
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
