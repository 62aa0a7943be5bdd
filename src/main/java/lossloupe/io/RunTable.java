package lossloupe.io;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Labels as a table of runs: `start,end,class`, half open, or `onset,duration,trial_type` as BIDS writes events. The
/// header says the unit (`start_s`, `start_ms`, `start_sample`); without it whole numbers are positions and others
/// seconds. There may be no header where every row is two times and a word. Calendar times are found by their form.
final class RunTable {
    private static final Set<String> STARTS = Set.of("start", "onset", "begin", "from");
    private static final Set<String> ENDS = Set.of("end", "offset", "stop", "to");
    private static final Set<String> CLASSES =
            Set.of("class", "label", "name", "event", "annotation", "symbol", "trial_type", "category");
    private static final Set<String> SAMPLES = Set.of("sample", "index", "position", "samples", "idx");
    private static final double MILLI = 1e-3;

    private final int start;
    private final int end;
    private final boolean duration;
    private final int label;
    private final String measure;
    private final CellReader cell = new CellReader();
    private final List<RunLabels.Run> runs = new ArrayList<>();
    private boolean whole = true;
    private boolean calendar;

    private RunTable(List<String> header) {
        var stems = header.stream().map(RunTable::stem).toList();
        this.start = find(stems, STARTS);
        int last = find(stems, ENDS);
        this.duration = last < 0;
        this.end = duration ? stems.indexOf("duration") : last;
        this.label = find(header.stream().map(RunTable::plain).toList(), CLASSES);
        this.measure = start < 0
                ? ""
                : plain(header.get(start)).substring(stem(header.get(start)).length());
    }

    /// Without a header: start, end and class in this order.
    private RunTable() {
        this.start = 0;
        this.end = 1;
        this.duration = false;
        this.label = 2;
        this.measure = "";
    }

    /// Whether a text that begins so is a table of runs.
    static boolean begins(String head) {
        try {
            var rows = TableRows.of(new StringReader(head));
            var first = rows.next();
            if (first == null) {
                return false;
            }
            var table = new RunTable(first.cells());
            return (table.start >= 0 && table.end >= 0 && table.label >= 0) || isBare(first, rows);
        } catch (IOException | RuntimeException e) {
            return false; // a table that cannot even begin is for its own reader to refuse
        }
    }

    /// Whether these rows, of which the last may be cut off, can be nothing but runs without a header.
    private static boolean isBare(TableRows.Row first, TableRows rows) throws IOException {
        boolean bare = isRun(first);
        var row = rows.next();
        while (bare && row != null) {
            var next = rows.next();
            bare = next == null || isRun(row);
            row = next;
        }
        return bare;
    }

    /// Two times, the later one second, and a word.
    private static boolean isRun(TableRows.Row row) {
        if (row.cells().size() != 3) {
            return false;
        }
        double from = timeOf(row.cells().get(0));
        double to = timeOf(row.cells().get(1));
        var word = row.cells().get(2).strip();
        return from <= to && !word.isEmpty() && Double.isNaN(timeOf(word));
    }

    /// NaN where a cell is neither a number nor a calendar time.
    private static double timeOf(String cell) {
        var reader = new CellReader();
        return reader.read(cell) == CellReader.Found.NUMBER ? reader.value() : Timestamps.parse(cell);
    }

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = Files.newBufferedReader(file)) {
                var rows = TableRows.of(in);
                var header = rows.next();
                if (header == null) {
                    throw BadFileException.of("error.csv.noRows");
                }
                boolean bare = isRun(header);
                var table = bare ? new RunTable() : new RunTable(header.cells());
                if (bare) {
                    rows.unread(header);
                }
                for (var row = rows.next(); row != null; row = rows.next()) {
                    table.take(row, header.cells().size());
                }
                return ArraySet.of(table.labels(SourceFile.stem(file)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private void take(TableRows.Row row, int width) throws BadFileException {
        if (row.cells().size() != width) {
            throw BadFileException.of(
                    "error.csv.ragged", row.line(), row.cells().size(), width);
        }
        double from = time(row, start);
        double to = time(row, end);
        double until = duration ? from + to : to;
        if (until < from) {
            throw BadFileException.of(
                    "error.runs.reversed",
                    row.line(),
                    row.cells().get(start),
                    row.cells().get(end));
        }
        runs.add(new RunLabels.Run(from, until, row.cells().get(label).strip()));
    }

    private double time(TableRows.Row row, int column) throws BadFileException {
        var text = row.cells().get(column);
        double value = cell.read(text) == CellReader.Found.NUMBER ? cell.value() : Double.NaN;
        boolean stamp = Double.isNaN(value);
        if (stamp) {
            value = Timestamps.parse(text);
        }
        boolean mixed = !runs.isEmpty() && stamp != calendar && !duration;
        if (!Double.isFinite(value) || mixed) {
            throw BadFileException.of("error.runs.time", row.line(), NpyHeaderText.shortened(text));
        }
        calendar |= stamp;
        whole &= value == Math.rint(value);
        return value;
    }

    private RunLabels labels(String name) throws BadFileException {
        if (runs.isEmpty()) {
            throw BadFileException.of("error.runs.none");
        }
        if (calendar) {
            return new RunLabels(name, runs, RunLabels.Unit.STAMPS, false);
        }
        var word = measure.replaceFirst("^[_ (\\[]+", "").replaceFirst("[)\\]]+$", "");
        boolean milli = word.equals("ms");
        boolean positions = SAMPLES.contains(word) || (word.isEmpty() && whole && !duration);
        var scaled = milli
                ? runs.stream()
                        .map(r -> new RunLabels.Run(r.start() * MILLI, r.end() * MILLI, r.label()))
                        .toList()
                : runs;
        return new RunLabels(name, scaled, positions ? RunLabels.Unit.POSITIONS : RunLabels.Unit.SECONDS, false);
    }

    private static int find(List<String> words, Set<String> wanted) {
        for (int i = 0; i < words.size(); i++) {
            if (wanted.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /// The word before the unit: `start` of `start_s` and of `Start (ms)`.
    private static String stem(String cell) {
        return plain(cell).split("[_ (\\[]", 2)[0];
    }
}
