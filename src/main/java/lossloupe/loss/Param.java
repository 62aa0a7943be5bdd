package lossloupe.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A parameter of a loss, written as text on the command line and in sessions. Forms are made from it.
///
/// @param min least number allowed; not of meaning for choices
/// @param step by which a form counts
/// @param unit what its numbers measure
/// @param choices what may be chosen; empty for numbers
public record Param(
        String id,
        Kind kind,
        String defaultValue,
        double min,
        double max,
        double step,
        Unit unit,
        List<String> choices) {
    /// What a parameter's text stands for.
    public enum Kind {
        NUMBER,
        /// A number, or `none`.
        OPTIONAL_NUMBER,
        INTEGER,
        /// One number for all classes, or one for each, as `1,2,4`; `none` for none.
        NUMBER_PER_CLASS,
        CHOICE
    }

    /// What the numbers of a parameter measure. Its word is `unit.<name>` in the bundles.
    public enum Unit {
        NONE,
        /// A factor on a loss.
        FACTOR,
        /// A part of one.
        SHARE,
        EXPONENT,
        PROBABILITY,
        /// What a count of cells is counted in.
        CELLS
    }

    static final String NONE = "none";

    public Param {
        choices = List.copyOf(choices);
    }

    static Param choice(String id, String defaultValue, String... choices) {
        return new Param(id, Kind.CHOICE, defaultValue, Double.NaN, Double.NaN, 1, Unit.NONE, List.of(choices));
    }

    static Param number(String id, Kind kind, String defaultValue, double min, double max, double step, Unit unit) {
        return new Param(id, kind, defaultValue, min, max, step, unit, List.of());
    }

    /// Whether `none` is a value.
    public boolean isOptional() {
        return kind == Kind.OPTIONAL_NUMBER || kind == Kind.NUMBER_PER_CLASS;
    }

    /// Checks a value as a person writes it.
    ///
    /// @throws IllegalArgumentException in one sentence: what was found and what is expected
    public void check(String value) {
        if (kind == Kind.CHOICE) {
            if (!choices.contains(value)) {
                throw new IllegalArgumentException(id + " is one of " + String.join(" ", choices) + ", not " + value);
            }
        } else if (!(isOptional() && value.equals(NONE))) {
            numbers(value);
        }
    }

    /// The numbers of a value that was checked; none for `none`.
    List<Double> numbers(String value) {
        if (isOptional() && value.equals(NONE)) {
            return List.of();
        }
        var parts = kind == Kind.NUMBER_PER_CLASS ? value.split(",", -1) : new String[] {value};
        var numbers = new ArrayList<Double>();
        Arrays.stream(parts).map(String::strip).forEach(p -> numbers.add(number(p, value)));
        return numbers;
    }

    private double number(String text, String whole) {
        try {
            double number = kind == Kind.INTEGER ? Integer.parseInt(text) : Double.parseDouble(text);
            if (Double.isFinite(number) && number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with what is expected.
        }
        throw new IllegalArgumentException(id + " is " + expected() + ", not " + whole);
    }

    private String expected() {
        var what = switch (kind) {
            case INTEGER -> "a whole number";
            case NUMBER_PER_CLASS -> "a number, or one per class with commas,";
            default -> "a number";
        };
        var range = Double.isInfinite(max) && Double.isInfinite(min)
                ? ""
                : Double.isInfinite(max) ? " of at least " + text(min) : " from " + text(min) + " to " + text(max);
        return what + range + (isOptional() ? ", or none" : "");
    }

    /// A number as parameters are written: whole numbers without a point.
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
