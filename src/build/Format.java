import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Checks the sources against the Palantir style, or brings them into it. Spotless would run the formatter inside
/// Maven's own JVM, whose parser may be older than the language used here; this runs on the JDK that compiles.
final class Format {
    private enum Mode {
        CHECK,
        APPLY
    }

    private static final int WIDTH = 120;
    private static final Pattern COMMENT = Pattern.compile("( *)/// ?(.*)");
    /// Lines of Markdown that begin something, so that no word may be moved in front of them.
    private static final Pattern BEGINS = Pattern.compile("|[-*+>] .*|[|#].*|```.*|\\d+\\. .*|\\s.*|@.*");
    private static final Formatter PALANTIR = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        var mode = Mode.valueOf(args[0]);
        List<Path> different;
        try (var files = Files.walk(Path.of("src"))) {
            var sources = files.filter(f -> f.toString().endsWith(".java")).toList();
            different = sources.parallelStream()
                    .filter(file -> differs(file, mode))
                    .sorted()
                    .toList();
        }
        if (mode == Mode.CHECK && !different.isEmpty()) {
            different.forEach(file -> System.err.println(file + " is not formatted"));
            System.err.println("Format them by: mvn -q validate exec:exec@format");
            System.exit(1);
        }
    }

    private static boolean differs(Path file, Mode mode) {
        try {
            var before = Files.readString(file);
            var after = PALANTIR.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(withinWidth(before)), JavaFormatterOptions.Style.PALANTIR));
            if (mode == Mode.APPLY && !after.equals(before)) {
                Files.writeString(file, after);
            }
            return !after.equals(before);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Moves the words of a `///` line that stand past the margin to the line below. Palantir would leave them on a
    /// line of their own, and without slashes past the first line of a comment, where it counts the indentation
    /// twice.
    private static String withinWidth(String source) {
        var lines = new ArrayList<>(source.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            var comment = COMMENT.matcher(lines.get(i));
            if (!comment.matches()) {
                continue;
            }
            int width = WIDTH - comment.end(1);
            int cut = lines.get(i).lastIndexOf(' ', width);
            if (lines.get(i).length() <= width || cut <= comment.start(2)) {
                continue;
            }
            var start = comment.group(1) + "/// ";
            var rest = lines.get(i).substring(cut + 1);
            lines.set(i, lines.get(i).substring(0, cut));
            var below = COMMENT.matcher(i + 1 < lines.size() ? lines.get(i + 1) : "");
            if (below.matches() && !BEGINS.matcher(below.group(2)).matches()) {
                lines.set(i + 1, start + rest + " " + below.group(2));
            } else {
                lines.add(i + 1, start + rest);
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
