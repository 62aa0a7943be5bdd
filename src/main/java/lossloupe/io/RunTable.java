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
import org.jspecify.annotations.Nullable;

/// Labels as a table of runs: `start,end,class`, half open, or `onset,duration,trial_type` as BIDS writes events. The
/// header says the unit (`start_s`, `start_ms`, `start_sample`); without it whole numbers are positions and others
/// seconds. Calendar times are found by their form.
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

    /// Whether a text that begins so is a table of runs.
    static boolean begins(String head) {
        var table = ofHead(head);
        return table != null && table.start >= 0 && table.end >= 0 && table.label >= 0;
    }

    private static @Nullable RunTable ofHead(String head) {
        try {
            var first = TableRows.of(new StringReader(head)).next();
            return first == null ? null : new RunTable(first.cells());
        } catch (IOException | RuntimeException e) {
            return null; // a table that cannot even begin is for its own reader to refuse
        }
    }

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = Files.newBufferedReader(file)) {
                var rows = TableRows.of(in);
                var header = rows.next();
                if (header == null) {
                    throw BadFileException.of("error.csv.noRows");
                }
                var table = new RunTable(header.cells());
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
