package lossloupe.io;

import java.util.List;
import java.util.Map;

/// What a literal turned out to be.
sealed interface PythonValue {
    /// An array of numbers.
    ///
    /// @param array named by whoever it is assigned to
    /// @param rowNames by the comments beside or above its rows; empty where a row has none
    record Numbers(ArrayData array, List<String> rowNames) implements PythonValue {
        Numbers withRowNames(List<String> names) {
            return new Numbers(array, names);
        }
    }

    /// A list of strings.
    record Words(List<String> words) implements PythonValue {}

    record Named(Map<String, PythonValue> entries) implements PythonValue {}
}
