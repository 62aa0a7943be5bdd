package lossloupe.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A label track as Audacity exports it: start, end and name, divided by tabs, in seconds, half open. Lines that begin
/// with a backslash give a range of frequencies and are passed over.
final class AudacityLabels {
    private static final String NUMBER = "[-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?";

    /// A name that is a number could be a third column of a table.
    private static final Pattern FIRST =
            Pattern.compile("\\uFEFF?" + NUMBER + "\\t" + NUMBER + "(?:\\t(?!" + NUMBER + "\\s*$).*|\\t?)");
    private static final String RANGE = "\\\t";
    private static final String UNNAMED = "label";

    private AudacityLabels() {}

    /// Whether a text that begins so is a label track: a named label, or one with its frequencies below.
    static boolean begins(String head) {
        var lines = head.lines().limit(2).toList();
        if (lines.isEmpty()) {
            return false;
        }
        boolean ranged = lines.size() > 1 && lines.get(1).startsWith(RANGE);
        boolean named = lines.getFirst().indexOf('\t') < lines.getFirst().lastIndexOf('\t');
        return FIRST.matcher(lines.getFirst()).matches() && (ranged || named);
    }

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            var runs = new ArrayList<RunLabels.Run>();
            try (var in = Files.newBufferedReader(file)) {
                long line = 0;
                for (var text = in.readLine(); text != null; text = in.readLine()) {
                    line++;
                    if (!text.isBlank() && !text.startsWith(RANGE)) {
                        runs.add(run(text.replace("\uFEFF", ""), line));
                    }
                }
            }
            return ArraySet.of(new RunLabels(SourceFile.stem(file), runs, RunLabels.Unit.SECONDS, false));
        });
    }

    private static RunLabels.Run run(String text, long line) throws BadFileException {
        var cells = List.of(text.split("\t", 3));
        boolean times = cells.size() > 1
                && cells.get(0).strip().matches(NUMBER)
                && cells.get(1).strip().matches(NUMBER);
        if (!times) {
            throw BadFileException.of("error.audacity.line", line, NpyHeaderText.shortened(text));
        }
        double start = Double.parseDouble(cells.get(0));
        double end = Double.parseDouble(cells.get(1));
        if (end < start) {
            throw BadFileException.of("error.runs.reversed", line, cells.get(0), cells.get(1));
        }
        var name = cells.size() < 3 || cells.get(2).isBlank()
                ? UNNAMED
                : cells.get(2).strip();
        return new RunLabels.Run(start, end, name);
    }
}
