package lossloupe.export.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import lossloupe.compute.Evaluation;
import lossloupe.compute.Field;
import lossloupe.document.ClassInfo;

/// The numbers of one track as tab-separated text that a spreadsheet takes: a line per position, a column per class.
/// Numbers in the shortest form that reads back the same.
public final class TrackTable {
    /// What a clipboard can be asked to hold; longer data are for a file.
    public static final long MOST_NUMBERS = 2_000_000;

    private TrackTable() {}

    /// A grid of classes by positions.
    public static String grid(Evaluation evaluation, Field field, int example) {
        var names = evaluation.document().classes().stream()
                .map(ClassInfo::name)
                .map(n -> n.replace('\t', ' ').replace('\n', ' '))
                .toList();
        var columns = new ArrayList<Column>();
        for (int c = 0; c < names.size(); c++) {
            int cls = c;
            columns.add(new Column(names.get(c), p -> field.get(example, cls, p)));
        }
        return text(columns, field.shape().length());
    }

    /// The series.
    public static String series(Evaluation evaluation, int example) {
        var series = evaluation.document().example(example).series();
        return text(List.of(new Column("value", series::get)), series.length());
    }

    /// The loss of each position under A and B.
    public static String perPosition(Evaluation evaluation, int example) {
        var columns = List.of(
                new Column(
                        "A " + evaluation.a().info().id(),
                        p -> evaluation.a().perPosition().get(example, 0, p)),
                new Column(
                        "B " + evaluation.b().info().id(),
                        p -> evaluation.b().perPosition().get(example, 0, p)));
        return text(columns, evaluation.document().shape().length());
    }

    /// A line per place, a column per name.
    private record Column(String name, java.util.function.IntToDoubleFunction values) {}

    private static String text(List<Column> columns, int length) {
        var out = new StringBuilder();
        var head = new StringJoiner("\t", "", "\n").add("position");
        columns.forEach(c -> head.add(c.name));
        out.append(head);
        for (int p = 0; p < length; p++) {
            out.append(p);
            for (var column : columns) {
                out.append('\t').append(CellTable.shortest(column.values.applyAsDouble(p)));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
