package lossloupe.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table of cells that this program exports: `example,class,position,z,x,…`, a row for each cell in any order.
/// Labels z and logits x are read; what was computed from them is not.
final class CellRows {
    private static final List<String> INDICES = List.of("example", "class", "position");
    private static final String LABELS = "z";
    private static final String LOGITS = "x";

    private final List<String> header;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private int examples;
    private int length;
    private final List<int[]> places = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final CellReader cell = new CellReader();

    private CellRows(List<String> header) {
        this.header = header;
    }

    static boolean begins(String head) {
        var header = TableRows.headerOf(head);
        return header.containsAll(INDICES) && (header.contains(LABELS) || header.contains(LOGITS));
    }

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = Files.newBufferedReader(file)) {
                var rows = TableRows.of(in);
                var first = rows.next();
                var table = new CellRows(first == null ? List.of() : TableRows.header(first.cells()));
                for (var row = rows.next(); row != null; row = rows.next()) {
                    table.take(row);
                }
                return table.arrays();
            } catch (java.io.UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private void take(TableRows.Row row) throws BadFileException {
        if (row.cells().size() != header.size()) {
            throw BadFileException.of(
                    "error.csv.ragged", row.line(), row.cells().size(), header.size());
        }
        int example = index(row, 0);
        int cls = classes.computeIfAbsent(text(row, 1), n -> classes.size());
        int position = index(row, 2);
        examples = Math.max(examples, example + 1);
        length = Math.max(length, position + 1);
        places.add(new int[] {example, cls, position});
        values.add(new double[] {number(row, LABELS), number(row, LOGITS)});
    }

    private String text(TableRows.Row row, int column) {
        return row.cells().get(header.indexOf(INDICES.get(column))).strip();
    }

    private int index(TableRows.Row row, int column) throws BadFileException {
        var text = text(row, column);
        boolean whole = cell.read(text) == CellReader.Found.NUMBER
                && cell.value() >= 0
                && cell.value() < Integer.MAX_VALUE - 1
                && cell.value() == Math.rint(cell.value());
        if (!whole) {
            throw BadFileException.of(
                    "error.csv.notNumber", row.line(), INDICES.get(column), NpyHeaderText.shortened(text));
        }
        return (int) cell.value();
    }

    private double number(TableRows.Row row, String name) throws BadFileException {
        int column = header.indexOf(name);
        if (column < 0) {
            return 0;
        }
        var text = row.cells().get(column);
        if (cell.read(text) == CellReader.Found.TEXT) {
            throw BadFileException.of("error.csv.notNumber", row.line(), name, NpyHeaderText.shortened(text));
        }
        return cell.value();
    }

    private ArraySet arrays() throws BadFileException {
        int n = classes.size();
        if (places.isEmpty() || (double) examples * n * length != places.size()) {
            throw BadFileException.of("error.cells.missing", examples, n, length, places.size());
        }
        var arrays = new ArrayList<ArrayData>();
        for (var name : List.of(LABELS, LOGITS)) {
            if (header.contains(name)) {
                arrays.add(grid(name.equals(LABELS) ? "labels" : "logits", name.equals(LABELS) ? 0 : 1));
            }
        }
        return new ArraySet(arrays, List.copyOf(classes.keySet()), List.of());
    }

    private ArrayData grid(String name, int which) throws BadFileException {
        int n = classes.size();
        var grid = new double[places.size()];
        var seen = new java.util.BitSet();
        for (int i = 0; i < grid.length; i++) {
            var place = places.get(i);
            int at = (place[0] * n + place[1]) * length + place[2];
            grid[at] = values.get(i)[which];
            seen.set(at);
        }
        if (seen.cardinality() < grid.length) {
            throw BadFileException.of("error.cells.missing", examples, n, length, seen.cardinality());
        }
        var made = new Values.Doubles(grid);
        return examples == 1 ? ArrayData.of(name, made, n, length) : ArrayData.of(name, made, examples, n, length);
    }
}
