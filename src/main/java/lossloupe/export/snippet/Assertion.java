package lossloupe.export.snippet;

import java.util.Arrays;
import java.util.List;
import lossloupe.tensor.DType;

/// A line that checks what some code computes.
final class Assertion {
    private Assertion() {}

    /// @param sizes of the array that is expected; none for one number
    /// @param tolerance further arguments of `check`
    static String of(
            String name, String code, int[] sizes, double[] expected, String tolerance, DType dtype, Dialect dialect) {
        if (expected.length > SnippetData.MOST_NUMBERS) {
            // An array that is no longer code is asserted by its sum; of a gradient, whose sum may be nothing but
            // rounding, by that of its sizes.
            boolean isSigned = Arrays.stream(expected).anyMatch(v -> v < 0);
            var values = isSigned ? dialect.call("abs", code) : code;
            double sum =
                    Arrays.stream(expected).map(v -> isSigned ? Math.abs(v) : v).sum();
            return line(name + ", summed", dialect.sum(values), PythonText.number(sum, dtype), tolerance);
        }
        return line(name, code, PythonText.nested(sizes, i -> expected[i], dtype, List.of()), tolerance);
    }

    private static String line(String name, String code, String expected, String tolerance) {
        return "check(\"" + name + "\", " + code + ", " + expected + tolerance + ")";
    }
}
