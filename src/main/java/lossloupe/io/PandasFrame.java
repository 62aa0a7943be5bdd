package lossloupe.io;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `to_hdf` of pandas stores, in either of its formats: blocks of columns of one type, and the names of the
/// columns beside them. Columns make arrays by the same rules as those of a table of text.
final class PandasFrame {
    private static final String KIND = "pandas_type";
    private static final String TIMES = "datetime64";
    private static final double NANO = 1e-9;

    /// A text or a number in a pickled list of names; nothing is unpickled.
    private static final Pattern PICKLED = Pattern.compile("(?m)^a?[VI](.*)$");

    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();

    private PandasFrame() {}

    static boolean isOne(Group group) {
        return group.getAttribute(KIND) != null;
    }

    /// @param name of the group; arrays are called by it
    static ArraySet read(Group group, String name) throws BadFileException {
        var kind = text(group, KIND);
        if (kind.equals("series")) {
            var values = set(group, "values");
            return Hdf5Values.arrays(name, Hdf5Values.of(values), values.getDimensions());
        }
        var frame = new PandasFrame();
        switch (kind) {
            case "frame" -> frame.blocks(group);
            case "frame_table", "series_table" -> frame.table(set(group, "table"));
            default -> throw BadFileException.of("error.hdf5.pandas", kind).in(name);
        }
        return frame.arrays(name);
    }

    private void blocks(Group group) throws BadFileException {
        index(Hdf5Values.of(set(group, "axis1")), text(set(group, "axis1"), "kind"));
        var order = words(Hdf5Values.of(set(group, "axis0")));
        order.forEach(c -> columns.put(c, new double[0]));
        for (int k = 0; group.getChildren().containsKey("block" + k + "_values"); k++) {
            var items = words(Hdf5Values.of(set(group, "block" + k + "_items")));
            block(items, Hdf5Values.of(set(group, "block" + k + "_values")));
        }
    }

    private void table(Dataset table) throws BadFileException {
        if (!(Hdf5Values.of(table) instanceof Map<?, ?> fields)) {
            return;
        }
        index(fields.get("index"), text(table, "index_kind"));
        fields.forEach((field, values) -> {
            if (!field.equals("index")) {
                var items = PICKLED.matcher(text(table, field + "_kind"))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .toList();
                block(items.isEmpty() ? List.of(String.valueOf(field)) : items, flat(values));
            }
        });
    }

    private void index(@Nullable Object values, String kind) {
        if (kind.equals(TIMES) && values instanceof long[] nanos) {
            columns.put("index", Arrays.stream(nanos).mapToDouble(t -> t * NANO).toArray());
            texts.add("index");
        }
    }

    /// Columns of one type that lie side by side in each row.
    private void block(List<String> items, @Nullable Object values) {
        var numbers = Hdf5Values.array("", values, values == null ? 0 : Array.getLength(values));
        for (int k = 0; k < items.size(); k++) {
            if (numbers == null) {
                columns.remove(items.get(k));
                texts.add(items.get(k));
            } else {
                var column = new double[numbers.size() / items.size()];
                for (int r = 0; r < column.length; r++) {
                    column[r] = numbers.at(r * items.size() + k);
                }
                columns.put(items.get(k), column);
            }
        }
    }

    private ArraySet arrays(String name) throws BadFileException {
        var header = List.copyOf(columns.keySet());
        var numbers = new NumberList();
        int rows = columns.values().stream().mapToInt(c -> c.length).max().orElse(0);
        for (int r = 0; r < rows; r++) {
            for (var column : columns.values()) {
                numbers.add(r < column.length ? column[r] : Double.NaN, NumberList.Written.REAL);
            }
        }
        var text = new boolean[header.size()];
        for (int c = 0; c < text.length; c++) {
            text[c] = texts.contains(header.get(c));
        }
        try {
            var set = new TableLayout(header, text, List.of(), numbers, header.size()).arrays(name);
            var arrays = set.arrays().stream()
                    .map(a -> a.name().equals(name) ? a : a.named(name + "." + a.name()))
                    .toList();
            return new ArraySet(arrays, set.classNames(), texts, List.of(), set.times());
        } catch (BadFileException e) {
            throw e.in(name);
        }
    }

    private static Dataset set(Group group, String name) throws BadFileException {
        if (group.getChildren().get(name) instanceof Dataset set) {
            return set;
        }
        throw BadFileException.of("error.hdf5.pandas", name).in(group.getPath());
    }

    private static String text(Node node, String attribute) {
        Attribute found = node.getAttribute(attribute);
        return found == null ? "" : String.valueOf(found.getData());
    }

    private static List<String> words(@Nullable Object names) {
        var words = new ArrayList<String>();
        for (int i = 0; names != null && i < Array.getLength(names); i++) {
            words.add(String.valueOf(Array.get(names, i)));
        }
        return words;
    }

    /// A field of several columns arrives as rows of arrays.
    private static Object flat(Object values) {
        if (!(values instanceof Object[] rows)
                || rows.length == 0
                || !rows[0].getClass().isArray()) {
            return values;
        }
        int width = Array.getLength(rows[0]);
        var all = Array.newInstance(rows[0].getClass().getComponentType(), rows.length * width);
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, all, r * width, width);
        }
        return all;
    }
}
