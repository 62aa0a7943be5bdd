package lossloupe.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A long table as TRAINSET writes it: `series,timestamp,value,label`, rows of several series in any order, an empty
/// label for none. Each series becomes an example, each label a class.
final class TrainsetTable {
    private static final List<String> COLUMNS = List.of("series", "timestamp", "value", "label");

    /// The rows of one series.
    private static final class Series {
        private final NumberList values = new NumberList();
        private final NumberList times = new NumberList();
        private final List<String> labels = new ArrayList<>();

        int length() {
            return labels.size();
        }
    }

    private final Map<String, Series> all = new LinkedHashMap<>();
    private final TreeSet<String> classes = new TreeSet<>();
    private final List<Integer> columns;
    private final CellReader cell = new CellReader();

    private TrainsetTable(List<String> header) {
        this.columns = COLUMNS.stream().map(header::indexOf).toList();
    }

    static boolean begins(String head) {
        return TableRows.headerOf(head).containsAll(COLUMNS);
    }

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = Files.newBufferedReader(file)) {
                var rows = TableRows.of(in);
                var first = rows.next();
                var header = first == null ? List.<String>of() : TableRows.header(first.cells());
                var table = new TrainsetTable(header);
                for (var row = rows.next(); row != null; row = rows.next()) {
                    if (row.cells().size() != header.size()) {
                        throw BadFileException.of(
                                "error.csv.ragged", row.line(), row.cells().size(), header.size());
                    }
                    table.take(row);
                }
                return table.arrays();
            } catch (java.io.UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private String text(TableRows.Row row, int column) {
        return row.cells().get(columns.get(column)).strip();
    }

    private void take(TableRows.Row row) throws BadFileException {
        var series = all.computeIfAbsent(text(row, 0), n -> new Series());
        var found = cell.read(text(row, 2));
        if (found == CellReader.Found.TEXT) {
            throw BadFileException.of(
                    "error.csv.notNumber", row.line(), COLUMNS.get(2), NpyHeaderText.shortened(text(row, 2)));
        }
        series.values.add(cell.value(), cell.written());
        double time =
                cell.read(text(row, 1)) == CellReader.Found.NUMBER ? cell.value() : Timestamps.parse(text(row, 1));
        if (Double.isNaN(time)) {
            throw BadFileException.of("error.runs.time", row.line(), NpyHeaderText.shortened(text(row, 1)));
        }
        series.times.add(time, NumberList.Written.REAL);
        var label = text(row, 3);
        series.labels.add(label);
        if (!label.isEmpty()) {
            classes.add(label);
        }
    }

    private ArraySet arrays() throws BadFileException {
        if (all.isEmpty()) {
            throw BadFileException.of("error.csv.noRows");
        }
        var first = all.entrySet().iterator().next();
        int length = first.getValue().length();
        for (var other : all.entrySet()) {
            if (other.getValue().length() != length) {
                throw BadFileException.of(
                        "error.trainset.lengths",
                        other.getKey(),
                        other.getValue().length(),
                        first.getKey(),
                        length);
            }
        }
        var arrays = new ArrayList<ArrayData>();
        arrays.add(values(length));
        if (!classes.isEmpty()) {
            arrays.add(labels(length));
        }
        var times = first.getValue().times;
        var instants = new double[length];
        java.util.Arrays.setAll(instants, times::get);
        return new ArraySet(
                arrays, List.copyOf(classes), List.of(), List.of(), TimeAxis.at(instants, TimeAxis.Origin.CALENDAR));
    }

    /// `[b, l]`, or `[l]` of a single series.
    private ArrayData values(int length) {
        var values = new double[all.size() * length];
        int at = 0;
        for (var series : all.values()) {
            for (int p = 0; p < length; p++) {
                values[at++] = series.values.get(p);
            }
        }
        var made = new Values.Doubles(values);
        return all.size() == 1
                ? ArrayData.of("series", made, length)
                : ArrayData.of("series", made, all.size(), length);
    }

    /// `[b, n, l]`, or `[n, l]` of a single series.
    private ArrayData labels(int length) {
        var order = List.copyOf(classes);
        int n = order.size();
        var values = new byte[all.size() * n * length];
        int base = 0;
        for (var series : all.values()) {
            for (int p = 0; p < length; p++) {
                int c = order.indexOf(series.labels.get(p));
                if (c >= 0) {
                    values[base + c * length + p] = 1;
                }
            }
            base += n * length;
        }
        var made = new Values.Bytes(values);
        return all.size() == 1
                ? ArrayData.of("labels", made, n, length)
                : ArrayData.of("labels", made, all.size(), n, length);
    }
}
