package lossloupe.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which arrays a table holds. Without a header, or where every column is of one sort, it is one matrix of rows and
/// columns.
/// With a header, columns of labels (by name, else by holding only 0 and 1) and of logits (by name) stand apart from
/// the series beside them.
final class TableLayout {
    private static final Pattern LABEL_NAME =
            Pattern.compile("(?i)(?:y|y_true|labels?|masks?|targets?)|(?:labels?|masks?|targets?)[_ .:-].+"
                    + "|.*[_ .:-](?:status|labels?|mask|target)");
    private static final Pattern LOGIT_NAME = Pattern.compile("(?i)logits?|logits?[_ .:-].+|.*[_ .:-]logits?");
    private static final Pattern TIME_NAME = Pattern.compile("(?i)t|times?|timestamps?|seconds?|time[_ (\\[].*");
    /// What a column's name has beside that of the class.
    private static final List<Pattern> AFFIXES = List.of(
            Pattern.compile("(?i)[_ .:-](?:status|labels?|mask|target|logits?)$"),
            Pattern.compile("(?i)^(?:labels?|masks?|targets?|logits?)[_ .:-]"));

    private final @Nullable List<String> header;
    private final List<String> firstCells;
    private final NumberList numbers;
    private final int width;
    private final int rows;
    private final List<Integer> numeric;
    private final List<String> skipped;
    private final @Nullable TimeAxis times;

    /// @param text which columns hold no numbers
    /// @param firstCells of the first rows, as text
    /// @param numbers row by row, one per cell; of a text its seconds, if it is a calendar time
    TableLayout(@Nullable List<String> header, boolean[] text, List<String> firstCells, NumberList numbers, int width) {
        this.header = header;
        this.firstCells = firstCells;
        this.numbers = numbers;
        this.width = width;
        this.rows = width == 0 ? 0 : numbers.size() / width;
        int clock = IntStream.range(0, width)
                .filter(c -> !text[c] && isTimeName(c) && times(c, TimeAxis.Origin.START) != null)
                .findFirst()
                .orElse(-1);
        this.times = clock >= 0 ? times(clock, TimeAxis.Origin.START) : calendar(text);
        this.numeric = IntStream.range(0, width)
                .filter(c -> !text[c] && !isIndex(c) && c != clock)
                .boxed()
                .toList();
        this.skipped = IntStream.range(0, width)
                .filter(c -> text[c])
                .mapToObj(this::name)
                .toList();
    }

    ArraySet arrays(String name) throws BadFileException {
        if (numeric.isEmpty() || rows == 0) {
            throw BadFileException.of("error.csv.noNumbers");
        }
        if (header == null) {
            return new ArraySet(List.of(matrix(name, numeric)), rowNames(), skipped, List.of(), times);
        }
        var logits = named(LOGIT_NAME, numeric);
        var others = numeric.stream().filter(c -> !logits.contains(c)).toList();
        var named = named(LABEL_NAME, others);
        var labels = named.isEmpty() ? others.stream().filter(this::isBinary).toList() : named;
        if (logits.isEmpty() && (labels.isEmpty() || labels.size() == numeric.size())) {
            return new ArraySet(List.of(matrix(name, numeric)), classNames(numeric), skipped, List.of(), times);
        }
        var rest = others.stream().filter(c -> !labels.contains(c)).toList();
        var classes = labels.size() > 1 ? labels : logits;
        return new ArraySet(
                arrays(rest, labels, logits),
                classes.size() > 1 ? classNames(classes) : List.of(),
                skipped,
                List.of(),
                times);
    }

    private List<ArrayData> arrays(List<Integer> rest, List<Integer> labels, List<Integer> logits) {
        var arrays = new ArrayList<ArrayData>();
        int series = rest.stream()
                .filter(c -> isSeriesName(name(c)))
                .findFirst()
                .orElse(rest.isEmpty() ? -1 : rest.getFirst());
        if (series >= 0) {
            arrays.add(column("series", series));
        }
        if (!labels.isEmpty()) {
            arrays.add(matrix("labels", labels));
        }
        if (!logits.isEmpty()) {
            arrays.add(matrix("logits", logits));
        }
        rest.stream().filter(c -> c != series).forEach(c -> arrays.add(column(name(c), c)));
        return arrays;
    }

    private List<Integer> named(Pattern pattern, List<Integer> columns) {
        return columns.stream().filter(c -> pattern.matcher(name(c)).matches()).toList();
    }

    /// A column without a name that counts the rows, as pandas writes it.
    private boolean isIndex(int column) {
        if (header == null || width < 2 || !header.get(column).isBlank()) {
            return false;
        }
        for (int r = 0; r < rows; r++) {
            if (at(r, column) != r) {
                return false;
            }
        }
        return true;
    }

    private boolean isTimeName(int column) {
        return header != null
                && width > 1
                && TIME_NAME.matcher(header.get(column).strip()).matches();
    }

    private @Nullable TimeAxis times(int column, TimeAxis.Origin origin) {
        return TimeAxis.at(
                IntStream.range(0, rows).mapToDouble(r -> at(r, column)).toArray(), origin);
    }

    /// The first text column that is a calendar time in every row, ascending.
    private @Nullable TimeAxis calendar(boolean[] text) {
        return IntStream.range(0, width)
                .filter(c -> text[c])
                .mapToObj(c -> times(c, TimeAxis.Origin.CALENDAR))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private double at(int row, int column) {
        return numbers.get(row * width + column);
    }

    private String name(int column) {
        return header == null || header.get(column).isBlank() ? "column " + (column + 1) : header.get(column);
    }

    private boolean isBinary(int column) {
        return IntStream.range(0, rows).allMatch(r -> at(r, column) == 0 || at(r, column) == 1);
    }

    private static boolean isSeriesName(String name) {
        return List.of("series", "x", "signal", "value", "values").contains(name.toLowerCase(Locale.ROOT));
    }

    private List<String> classNames(List<Integer> columns) {
        for (var affix : AFFIXES) {
            if (columns.stream().allMatch(c -> affix.matcher(name(c)).find())) {
                return columns.stream()
                        .map(c -> affix.matcher(name(c)).replaceFirst(""))
                        .toList();
            }
        }
        return columns.stream().map(this::name).toList();
    }

    /// Names in front of the rows, if there are few rows, all differ and none begins with a digit as a date would.
    private List<String> rowNames() {
        boolean text = !skipped.isEmpty() && !numeric.contains(0) && firstCells.size() == rows;
        boolean words = firstCells.stream().noneMatch(c -> c.isEmpty() || Character.isDigit(c.charAt(0)));
        return text && words && new HashSet<>(firstCells).size() == rows ? firstCells : List.of();
    }

    private ArrayData column(String name, int column) {
        return matrix(name, List.of(column));
    }

    /// Rows and columns, or a plain row of numbers where there is one of either.
    private ArrayData matrix(String name, List<Integer> columns) {
        int n = columns.size();
        var values = new double[rows * n];
        boolean whole = true;
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < n; k++) {
                double value = at(r, columns.get(k));
                values[r * n + k] = value;
                whole &= value == Math.rint(value) && Math.abs(value) <= 0x1p53;
            }
        }
        var type = whole ? NumpyType.INT64 : NumpyType.FLOAT64;
        return n == 1 || rows == 1
                ? NumberList.array(name, values, type, values.length)
                : NumberList.array(name, values, type, rows, n);
    }
}
