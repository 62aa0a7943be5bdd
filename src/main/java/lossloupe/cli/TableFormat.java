package lossloupe.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// For reading: one block per result, one line per number.
record TableFormat() implements ResultFormat {
    private static final int LONGEST = 16;
    private static final int LEAST_WIDTH = 34;

    @Override
    public void begin(PrintWriter out) {}

    @Override
    public void write(Evaluated result, PrintWriter out) {
        var params = result.params().entrySet().stream()
                .map(p -> " " + p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining());
        out.println(result.file() + "  " + result.loss() + params);
        out.println("  " + result.dataFormat() + " " + sizes(result.shape()) + ", " + result.dtype() + ", elementwise "
                + sizes(result.elementwiseShape()));
        result.reduced().forEach((name, numbers) -> line(out, name, numbers));
        result.floor().forEach((name, numbers) -> line(out, "floor of " + name, numbers));
        rows(out, "class", result.classNames(), result.perClass());
        var examples = IntStream.range(0, result.perExample().values().size())
                .mapToObj(Integer::toString)
                .toList();
        if (examples.size() > 1) {
            rows(out, "example", examples, result.perExample());
        }
        var nonFinite = result.nonFinite();
        if (nonFinite.total() > 0) {
            out.println("  not finite: " + nonFinite.labels() + " labels, " + nonFinite.logits() + " logits, "
                    + nonFinite.elementwise() + " elementwise");
        }
        out.println();
    }

    @Override
    public void end(PrintWriter out) {}

    private static void rows(PrintWriter out, String heading, List<String> names, Numbers numbers) {
        int shown = Math.min(LONGEST, names.size());
        for (int i = 0; i < shown; i++) {
            line(
                    out,
                    "per " + heading + ": " + names.get(i),
                    Numbers.single(numbers.values().get(i)));
        }
        if (shown < names.size()) {
            out.println("  … and " + (names.size() - shown) + " more; --format json or csv writes all");
        }
    }

    private static void line(PrintWriter out, String name, Numbers numbers) {
        var text = numbers.isSingle()
                ? Numbers.text(numbers.values().getFirst())
                : sizes(numbers.sizes()) + " "
                        + (numbers.values().size() > LONGEST ? "(--format json or csv writes all)" : list(numbers));
        out.println("  " + String.format(Locale.ROOT, "%-" + LEAST_WIDTH + "s ", name) + text);
    }

    private static String list(Numbers numbers) {
        return numbers.values().stream().map(Numbers::text).collect(Collectors.joining(" "));
    }

    private static String sizes(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
