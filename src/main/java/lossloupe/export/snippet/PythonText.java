package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import lossloupe.tensor.DType;

/// Numbers as Python source, in the shortest text that reads back as the same number.
final class PythonText {
    private static final int WIDTH = 100;
    private static final String STEP = "    ";

    private PythonText() {}

    /// @param dtype the type that the text is read into
    static String number(double value, DType dtype) {
        if (Double.isNaN(value)) {
            return "np.nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "np.inf" : "-np.inf";
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15 && 1 / value != Double.NEGATIVE_INFINITY;
        if (isWhole) {
            return Long.toString((long) value);
        }
        return dtype == DType.FLOAT32 ? Float.toString((float) value) : Double.toString(value);
    }

    /// A number of a formula.
    static String number(double value) {
        return number(value, DType.FLOAT64);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// A list of numbers in one line.
    static String list(List<Double> values) {
        return values.stream().map(PythonText::number).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A tuple, as shapes and axes are written.
    static String tuple(List<Integer> values) {
        var items = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return values.size() == 1 ? "(" + items + ",)" : "(" + items + ")";
    }

    static String tuple(int... values) {
        return tuple(Arrays.stream(values).boxed().toList());
    }

    /// Nested lists, one innermost list to a line.
    ///
    /// @param sizes outermost first; none for one number
    /// @param at the number at a flat index in C order
    /// @param names remarks on the innermost lists, repeated in turn; none for no remarks
    static String nested(int[] sizes, IntToDoubleFunction at, DType dtype, List<String> names) {
        if (sizes.length == 0) {
            return number(at.applyAsDouble(0), dtype);
        }
        int row = sizes[sizes.length - 1];
        int rows = Arrays.stream(sizes).limit(sizes.length - 1).reduce(1, (a, b) -> a * b);
        var lines = new ArrayList<String>();
        for (int r = 0; r < rows; r++) {
            int from = r * row;
            var name = names.isEmpty() ? "" : "  # " + names.get(r % names.size());
            open(lines, sizes, r);
            row(lines, STEP.repeat(sizes.length - 1), row, i -> number(at.applyAsDouble(from + i), dtype));
            boolean alone = sizes.length == 1;
            lines.set(lines.size() - 1, lines.getLast() + (alone ? "" : ",") + name);
            close(lines, sizes, r);
        }
        return String.join("\n", lines);
    }

    private interface Item {
        String at(int index);
    }

    private static void open(List<String> lines, int[] sizes, int row) {
        for (int depth = 0; depth < sizes.length - 1; depth++) {
            if (row % rowsIn(sizes, depth) == 0) {
                lines.add(STEP.repeat(depth) + "[");
            }
        }
    }

    private static void close(List<String> lines, int[] sizes, int row) {
        for (int depth = sizes.length - 2; depth >= 0; depth--) {
            if ((row + 1) % rowsIn(sizes, depth) == 0) {
                lines.add(STEP.repeat(depth) + "]" + (depth == 0 ? "" : ","));
            }
        }
    }

    /// Innermost lists in a list of this depth.
    private static int rowsIn(int[] sizes, int depth) {
        return Arrays.stream(sizes, depth, sizes.length - 1).reduce(1, (a, b) -> a * b);
    }

    private static void row(List<String> lines, String indent, int length, Item item) {
        var line = new StringBuilder(indent).append('[');
        for (int i = 0; i < length; i++) {
            var text = item.at(i) + (i == length - 1 ? "]" : ",");
            if (line.length() + text.length() + 1 > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(' ').append(text);
            } else {
                line.append(i == 0 ? "" : " ").append(text);
            }
        }
        lines.add(line.toString());
    }
}
