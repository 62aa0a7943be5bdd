package lossloupe.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// For spreadsheets and data frames: one row per number.
record CsvFormat() implements ResultFormat {
    private static final List<String> HEADER =
            List.of("file", "loss", "params", "data_format", "dtype", "shape", "quantity", "index", "value");

    @Override
    public void begin(PrintWriter out) {
        row(out, HEADER);
    }

    @Override
    public void write(Evaluated result, PrintWriter out) {
        var params = result.params().entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining(" "));
        var head = List.of(
                result.file(),
                result.loss(),
                params,
                result.dataFormat(),
                result.dtype(),
                result.shape().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        result.reduced().forEach((name, numbers) -> rows(out, head, name, numbers));
        rows(out, head, "per_class", result.perClass());
        rows(out, head, "per_example", result.perExample());
        result.floor().forEach((name, numbers) -> rows(out, head, "floor." + name, numbers));
        rows(out, head, "non_finite.labels", Numbers.single((double)
                result.nonFinite().labels()));
        rows(out, head, "non_finite.logits", Numbers.single((double)
                result.nonFinite().logits()));
        rows(out, head, "non_finite.elementwise", Numbers.single((double)
                result.nonFinite().elementwise()));
    }

    @Override
    public void end(PrintWriter out) {}

    private static void rows(PrintWriter out, List<String> head, String quantity, Numbers numbers) {
        for (int i = 0; i < numbers.values().size(); i++) {
            var row = new ArrayList<>(head);
            row.add(quantity);
            row.add(index(numbers.sizes(), i));
            row.add(Numbers.text(numbers.values().get(i)));
            row(out, row);
        }
    }

    private static String index(List<Integer> sizes, int flat) {
        var text = new StringBuilder();
        int rest = flat;
        for (int size : sizes.reversed()) {
            text.insert(0, rest % size + (text.isEmpty() ? "" : " "));
            rest /= size;
        }
        return text.toString();
    }

    private static void row(PrintWriter out, List<String> fields) {
        CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(out)
                .writeRecord(fields);
    }
}
