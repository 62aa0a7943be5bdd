package lossloupe.io;

import java.util.ArrayList;
import java.util.List;

/// Names of rows from comments: the one behind a row on its line, or the one on a line of its own above it.
final class RowNames {
    private final List<String> names = new ArrayList<>();
    private String above = "";
    private int lastRowLine = -1;

    /// A row of numbers begins.
    void begin() {
        names.add(above);
        above = "";
        lastRowLine = -1;
    }

    /// It ends, on this line.
    void end(int line) {
        lastRowLine = line;
    }

    void above(String comment) {
        above = clean(comment);
    }

    void beside(String comment, int line) {
        if (line == lastRowLine && !names.isEmpty()) {
            names.set(names.size() - 1, clean(comment));
        }
    }

    /// Rows so far; a mark for [#since].
    int count() {
        return names.size();
    }

    /// The names of the rows after `mark`, or none where the comments leave one of several out.
    List<String> since(int mark) {
        var some = names.subList(Math.min(mark, names.size()), names.size());
        long named = some.stream().filter(n -> !n.isEmpty()).count();
        return named == some.size() && named > 0 ? List.copyOf(some) : List.of();
    }

    /// The name of the row that was the `index`-th to begin; a comment may have come since.
    String at(int index) {
        return names.get(index);
    }

    /// Forgets a comment that stood above something that is no row.
    void forget() {
        above = "";
    }

    private static String clean(String comment) {
        return NpyHeaderText.shortened(
                comment.replaceFirst("^#+", "").replaceFirst("[:,;]+$", "").strip());
    }
}
