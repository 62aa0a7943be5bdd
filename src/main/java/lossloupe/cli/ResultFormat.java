package lossloupe.cli;

import java.io.PrintWriter;

/// How results are written. `begin` and `end` stand around any number of results, none included.
sealed interface ResultFormat permits TableFormat, JsonFormat, CsvFormat {
    void begin(PrintWriter out);

    void write(Evaluated result, PrintWriter out);

    void end(PrintWriter out);

    static ResultFormat of(Kind kind) {
        return switch (kind) {
            case table -> new TableFormat();
            case json -> new JsonFormat();
            case csv -> new CsvFormat();
        };
    }

    /// The words of the option.
    enum Kind {
        table,
        json,
        csv
    }
}
