package lossloupe.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lossloupe.io.PythonValue.Numbers;

/// Puts together what the statements of a text gave: arrays by the names they were assigned to, bare rows one after
/// another
/// as one array, names of classes from comments, lists of strings or the keys of a dictionary.
final class PythonArrays {
    /// @param index by which its comment is found
    private record Row(ArrayData array, int index) {}

    private final RowNames comments;

    private final Map<String, ArrayData> named = new LinkedHashMap<>();
    private final List<ArrayData> unnamed = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private List<String> said = List.of();
    private List<String> commented = List.of();

    PythonArrays(RowNames comments) {
        this.comments = comments;
    }

    void named(String name, Numbers numbers) {
        note(numbers);
        named.remove(name);
        named.put(name, numbers.array().named(name));
    }

    /// Arrays that are assigned to nothing.
    void bare(Numbers numbers) {
        if (numbers.array().rank() == 1 && numbers.array().type() != NumpyType.FLOAT32) {
            rows.add(new Row(numbers.array(), comments.count() - 1));
        } else {
            note(numbers);
            unnamed.add(numbers.array());
        }
    }

    void words(String target, List<String> words) {
        var name = target.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.contains("class") || name.contains("name") || name.contains("labels")) {
            said = words;
        }
    }

    /// Rows of 0 and 1 under keys of their own are the classes of one array; anything else is an array for each
    /// key.
    void dictionary(Map<String, PythonValue> entries) {
        var lists = entries.values().stream()
                .filter(v -> v instanceof Numbers)
                .map(v -> ((Numbers) v).array())
                .toList();
        boolean classes = lists.size() > 1
                && lists.size() == entries.size()
                && lists.stream()
                        .allMatch(a -> a.rank() == 1
                                && a.isBinary()
                                && a.size() == lists.getFirst().size());
        if (classes) {
            named.put("labels", stacked("labels", lists));
            said = List.copyOf(entries.keySet());
            return;
        }
        entries.forEach((key, value) -> {
            switch (value) {
                case Numbers numbers -> named(key, numbers);
                case PythonValue.Words words -> words(key, words.words());
                case PythonValue.Named inner -> dictionary(inner.entries());
            }
        });
    }

    ArraySet set() {
        gatherRows();
        var arrays = new ArrayList<>(named.values());
        for (int i = 0; i < unnamed.size(); i++) {
            var array = unnamed.get(i);
            arrays.add(
                    array.name().isEmpty() ? array.named(unnamed.size() == 1 ? "array" : "array " + (i + 1)) : array);
        }
        return new ArraySet(arrays, said.isEmpty() ? commented : said, List.of());
    }

    private void note(Numbers numbers) {
        var shape = numbers.array().shape();
        int classes = shape.length < 2 ? 0 : shape[shape.length - 2];
        if (commented.isEmpty() && classes > 0 && numbers.rowNames().size() >= classes) {
            commented = numbers.rowNames().subList(0, classes);
        }
    }

    /// A first row with other numbers than 0 and 1 above rows of 0 and 1 is the series above its labels.
    private void gatherRows() {
        boolean even = rows.stream()
                .allMatch(r -> r.array().size() == rows.getFirst().array().size());
        if (rows.size() < 2 || !even) {
            rows.forEach(r -> unnamed.add(r.array()));
            return;
        }
        boolean binary = rows.stream().skip(1).allMatch(r -> r.array().isBinary());
        boolean series = binary && !rows.getFirst().array().isBinary();
        var grid = series ? rows.subList(1, rows.size()) : rows;
        if (series) {
            unnamed.add(rows.getFirst().array().named("series"));
        }
        unnamed.add(
                stacked(binary ? "labels" : "", grid.stream().map(Row::array).toList()));
        var names = grid.stream().map(r -> comments.at(r.index())).toList();
        if (commented.isEmpty() && !names.contains("")) {
            commented = names;
        }
    }

    private static ArrayData stacked(String name, List<ArrayData> rows) {
        int length = rows.getFirst().size();
        var values = new double[rows.size() * length];
        boolean whole = true;
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            whole &= row.type().kind() == NumpyType.Kind.INTEGER || row.type().kind() == NumpyType.Kind.BOOL;
            for (int i = 0; i < length; i++) {
                values[r * length + i] = row.at(i);
            }
        }
        return NumberList.array(name, values, whole ? NumpyType.INT64 : NumpyType.FLOAT64, rows.size(), length);
    }
}
