package lossloupe.reduce;

import java.util.List;
import java.util.Locale;
import lossloupe.tensor.Axis;

/// What a reduction divides by, as a number and in words.
///
/// @param unit what is counted; the window translates it by this name
public record Divisor(double value, Unit unit) {
    /// What the divisor counts.
    public enum Unit {
        /// Nothing is divided.
        NOTHING,
        CELLS,
        POSITIONS,
        CLASSES,
        EXAMPLES,
        WEIGHTS,
        NONZERO_WEIGHTS
    }

    static final Divisor ONE = new Divisor(1, Unit.NOTHING);

    /// Counts the elements of an array over `axes`.
    static Divisor counting(Output output, List<Axis> axes) {
        if (axes.isEmpty()) {
            return ONE;
        }
        boolean classes = axes.contains(Axis.CLASS);
        boolean positions = axes.contains(Axis.POSITION);
        Unit unit;
        if (classes && positions) {
            unit = Unit.CELLS;
        } else if (classes) {
            unit = Unit.CLASSES;
        } else {
            unit = positions ? Unit.POSITIONS : Unit.EXAMPLES;
        }
        return new Divisor(output.count(axes), unit);
    }

    /// In English, as `48 cells`, `12 positions` or `Σ weights`; empty where nothing is divided.
    public String text() {
        return switch (unit) {
            case NOTHING -> "";
            case WEIGHTS -> "Σ weights";
            case NONZERO_WEIGHTS -> (long) value + (value == 1 ? " non-zero weight" : " non-zero weights");
            case CELLS, POSITIONS, EXAMPLES, CLASSES -> {
                var word = unit.name().toLowerCase(Locale.ROOT);
                var singular = unit == Unit.CLASSES ? "class" : word.substring(0, word.length() - 1);
                yield (long) value + " " + (value == 1 ? singular : word);
            }
        };
    }
}
