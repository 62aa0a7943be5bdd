package lossloupe.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tables of numbers in text: commas, semicolons, tabs or blanks between cells, with a header or without. Columns of
/// text
/// (timestamps, names) are passed over and said to be.
public final class CsvTable {
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;

    /// First cells that may turn out to be names of rows; no set of classes is larger.
    private static final int MOST_NAMES = 64;

    private final TableRows rows;
    private final CellReader cell = new CellReader();
    private final NumberList numbers = new NumberList();
    private final List<String> firstCells = new ArrayList<>();
    private @Nullable List<String> header;
    /// What each column was found to hold; 0 while it is empty.
    private byte[] columns = {};
    private int count;

    private CsvTable(TableRows rows) {
        this.rows = rows;
    }

    public static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = new InputStreamReader(Files.newInputStream(file), charset(FileKind.head(file)))) {
                return read(in, SourceFile.stem(file));
            }
        });
    }

    /// A block copied from a spreadsheet.
    static ArraySet read(String text, String name) throws BadFileException {
        try {
            return read(new StringReader(text), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArraySet read(Reader in, String name) throws IOException, BadFileException {
        try {
            var table = new CsvTable(TableRows.of(in));
            table.readAll();
            return new TableLayout(
                            table.header, table.columnsText(), table.firstCells, table.numbers, table.columns.length)
                    .arrays(name);
        } catch (CsvParseException e) {
            throw BadFileException.of("error.csv.broken", NpyHeaderText.shortened(String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Charset charset(byte[] head) {
        boolean little = head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
        boolean big = head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
        return little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private void readAll() throws IOException, BadFileException {
        var first = rows.next();
        if (first == null) {
            throw BadFileException.of("error.csv.noRows");
        }
        var second = rows.next();
        if (second != null) {
            rows.unread(second);
        }
        columns = new byte[first.cells().size()];
        if (isHeader(first.cells(), second == null ? List.of() : second.cells())) {
            header = first.cells().stream().map(String::strip).toList();
        } else {
            take(first);
        }
        Map<Integer, Integer> widths = new TreeMap<>();
        var oddLines = new TreeMap<Integer, Long>();
        if (header == null) {
            note(first, widths, oddLines);
        }
        for (var row = rows.next(); row != null; row = rows.next()) {
            note(row, widths, oddLines);
            if (row.cells().size() == columns.length && widths.size() == 1) {
                take(row);
            }
        }
        checkWidths(first, widths, oddLines);
    }

    private static void note(TableRows.Row row, Map<Integer, Integer> widths, Map<Integer, Long> oddLines) {
        widths.merge(row.cells().size(), 1, Integer::sum);
        oddLines.putIfAbsent(row.cells().size(), row.line());
    }

    private void checkWidths(TableRows.Row first, Map<Integer, Integer> widths, Map<Integer, Long> lineOf)
            throws BadFileException {
        if (widths.isEmpty()) {
            throw BadFileException.of("error.csv.noRows");
        }
        int usual = widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(e -> header != null && e.getKey() == header.size()))
                .orElseThrow()
                .getKey();
        for (var odd : lineOf.entrySet()) {
            if (odd.getKey() != usual) {
                throw BadFileException.of("error.csv.ragged", odd.getValue(), odd.getKey(), usual);
            }
        }
        if (header != null && header.size() != usual) {
            throw BadFileException.of("error.csv.ragged", first.line(), header.size(), usual);
        }
    }

    /// A first row is a header where it has a word above a number, or (as pandas writes row numbers) an empty
    /// corner and
    /// 0, 1, 2, … after it.
    private boolean isHeader(List<String> first, List<String> second) {
        int shared = Math.min(first.size(), second.size());
        for (int c = 0; c < shared; c++) {
            boolean word =
                    cell.read(first.get(c)) == CellReader.Found.TEXT && !CellReader.hasDecimalComma(first.get(c));
            if (word && cell.read(second.get(c)) != CellReader.Found.TEXT) {
                return true;
            }
        }
        boolean counted = shared > 2 && first.getFirst().isBlank();
        for (int c = 1; c < shared && counted; c++) {
            counted = first.get(c).strip().equals(String.valueOf(c - 1));
        }
        return counted;
    }

    private void take(TableRows.Row row) throws BadFileException {
        count++;
        if (count <= MOST_NAMES + 1) {
            firstCells.add(row.cells().getFirst().strip());
        }
        for (int c = 0; c < columns.length; c++) {
            var text = row.cells().get(c);
            var found = columns[c] == TEXT ? CellReader.Found.TEXT : cell.read(text);
            switch (found) {
                case NUMBER -> {
                    columns[c] = NUMBER;
                    numbers.add(cell.value(), cell.written());
                }
                case MISSING -> numbers.add(Double.NaN, NumberList.Written.REAL);
                case TEXT -> {
                    if (columns[c] == NUMBER || CellReader.hasDecimalComma(text)) {
                        throw notNumber(row.line(), c, text);
                    }
                    columns[c] = TEXT;
                    numbers.add(Timestamps.parse(text), NumberList.Written.WHOLE);
                }
            }
        }
    }

    private BadFileException notNumber(long line, int column, String text) {
        var name = header == null ? String.valueOf(column + 1) : header.get(column);
        return BadFileException.of(
                CellReader.hasDecimalComma(text) ? "error.csv.decimalComma" : "error.csv.notNumber",
                line,
                name,
                NpyHeaderText.shortened(text));
    }

    private boolean[] columnsText() {
        var text = new boolean[columns.length];
        for (int c = 0; c < text.length; c++) {
            text[c] = columns[c] != NUMBER;
        }
        return text;
    }
}
