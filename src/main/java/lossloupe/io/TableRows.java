package lossloupe.io;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows of a text table, one after the other, whatever divides their cells.
final class TableRows {
    /// @param line counted from 1
    record Row(long line, List<String> cells) {}

    private static final int SNIFFED_CHARS = 1 << 16;
    private static final int SNIFFED_LINES = 20;
    private static final String DELIMITERS = "\t;,|";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final BufferedReader in;
    private final @Nullable Iterator<CsvRecord> records;
    private long line;
    private @Nullable Row pending;

    private TableRows(BufferedReader in, char delimiter) {
        this.in = in;
        this.records = delimiter == ' '
                ? null
                : CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .trimWhitespacesAroundQuotes(true)
                        .build(CsvRecordHandler.of(b -> b.maxFields(1 << 24).maxRecordSize(1 << 28)), in)
                        .iterator();
    }

    /// Names of columns as they are compared: without blanks around them, in lower case.
    static List<String> header(List<String> cells) {
        return cells.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /// The header that a file with commas begins with, told from its beginning.
    static List<String> headerOf(String head) {
        var first = head.lines().findFirst().orElse("").replace("\uFEFF", "");
        return header(List.of(first.split(",", -1)));
    }

    /// Finds the delimiter by the first lines. A first line that is a comment (as `np.savetxt` writes headers) is a
    /// row.
    static TableRows of(Reader reader) throws IOException {
        var in = reader instanceof BufferedReader b ? b : new BufferedReader(reader, SNIFFED_CHARS);
        in.mark(SNIFFED_CHARS + 1);
        var head = new char[SNIFFED_CHARS];
        int length = Math.max(0, in.read(head));
        in.reset();
        if (length > 0 && head[0] == '\uFEFF') {
            in.skip(1);
        }
        return new TableRows(in, delimiter(new String(head, 0, length)));
    }

    /// The next row that is neither blank nor a comment, or null at the end.
    @Nullable
    Row next() throws IOException {
        if (pending != null) {
            var row = pending;
            pending = null;
            return row;
        }
        for (var row = raw(); row != null; row = raw()) {
            boolean blank = row.cells().stream().allMatch(String::isBlank);
            boolean comment = row.cells().getFirst().startsWith("#");
            if (!blank && (!comment || row.line() == 1)) {
                return comment ? uncommented(row) : row;
            }
        }
        return null;
    }

    /// Gives `row` back, to be the next one.
    void unread(Row row) {
        pending = row;
    }

    private @Nullable Row raw() throws IOException {
        if (records != null) {
            if (!records.hasNext()) {
                return null;
            }
            var row = records.next();
            return new Row(row.getStartingLineNumber(), row.getFields());
        }
        var text = in.readLine();
        line++;
        return text == null ? null : new Row(line, List.of(BLANKS.split(text.strip())));
    }

    private static Row uncommented(Row row) {
        var cells = new ArrayList<>(row.cells());
        var first = cells.getFirst().replaceFirst("#+\\s*", "");
        if (first.isEmpty() && cells.size() > 1) {
            cells.removeFirst();
        } else {
            cells.set(0, first);
        }
        return new Row(row.line(), cells);
    }

    /// The character that cuts the first lines into equally many cells, more than one; tabs before semicolons
    /// before commas,
    /// because commas may be decimal. A space where none does.
    private static char delimiter(String head) {
        var lines = head.lines()
                .limit(SNIFFED_LINES)
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(l -> QUOTED.matcher(l).replaceAll("q"))
                .toList();
        char best = ' ';
        long agreeing = 0;
        for (int k = 0; k < DELIMITERS.length(); k++) {
            char candidate = DELIMITERS.charAt(k);
            var counts = lines.stream()
                    .map(l -> l.chars().filter(c -> c == candidate).count())
                    .toList();
            long usual = counts.stream()
                    .filter(c -> c > 0)
                    .mapToLong(c -> counts.stream().filter(c::equals).count())
                    .max()
                    .orElse(0);
            if (usual > agreeing) {
                agreeing = usual;
                best = candidate;
            }
        }
        return best;
    }
}
