package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A time series as Label Studio keeps it: a task with its series, annotations apart, or an export with both. Regions
/// run from a start to an end of the task's own times, both included.
final class LabelStudio {
    private static final Set<String> TIME_NAMES = Set.of("time", "timestamp", "timestamps", "t", "date", "datetime");

    private final List<ArrayData> arrays = new ArrayList<>();
    private final List<RunLabels.Run> runs = new ArrayList<>();
    private @Nullable TimeAxis times;

    private LabelStudio() {}

    /// Whether this is a task, a list of tasks, or annotations.
    static boolean isOne(JsonNode root) {
        var task = root.isArray() ? root.path(0) : root;
        boolean annotated =
                task.path("annotations").isArray() || task.path("predictions").isArray();
        return annotated || (task.path("data").isObject() && (root.isArray() || hasTimes(series(task))));
    }

    static ArraySet read(JsonNode root, String name) throws BadFileException {
        if (root.isArray() && root.size() > 1) {
            return StudioTasks.read(root);
        }
        return of(root.isArray() ? root.path(0) : root).set(name);
    }

    static LabelStudio of(JsonNode task) throws BadFileException {
        var studio = new LabelStudio();
        studio.channels(series(task));
        studio.regions(annotation(task));
        return studio;
    }

    /// The series of this task, by channel.
    List<ArrayData> arrays() {
        return List.copyOf(arrays);
    }

    ArrayData channel(String name) {
        return arrays.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    /// Its regions, under a name.
    RunLabels labels(String name) {
        return new RunLabels(name, runs, RunLabels.Unit.STAMPS, true);
    }

    /// Its times; positions where it holds none, for then that is what its regions count.
    TimeAxis times() {
        return times == null ? TimeAxis.instants(1) : times;
    }

    /// This task alone.
    ArraySet set(String name) throws BadFileException {
        if (arrays.isEmpty() && runs.isEmpty()) {
            throw BadFileException.of("error.studio.nothing");
        }
        return new ArraySet(arrays, List.of(), List.of(), runs.isEmpty() ? List.of() : List.of(labels(name)), times);
    }

    /// The object of columns within the task's data; missing where the series is only an address.
    private static JsonNode series(JsonNode task) {
        var data = task.path("data");
        return StreamSupport.stream(data.spliterator(), false)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(data);
    }

    private static boolean hasTimes(JsonNode series) {
        return series.properties().stream().anyMatch(e -> isTimes(e.getKey()));
    }

    private static boolean isTimes(String name) {
        return TIME_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private void channels(JsonNode series) throws BadFileException {
        for (var column : series.properties()) {
            if (column.getValue().isArray()) {
                var values = numbers(column.getKey(), column.getValue());
                if (isTimes(column.getKey())) {
                    boolean calendar = column.getValue().path(0).isTextual();
                    times = TimeAxis.at(values, calendar ? TimeAxis.Origin.CALENDAR : TimeAxis.Origin.START);
                } else {
                    arrays.add(ArrayData.of(column.getKey(), new Values.Doubles(values), values.length));
                }
            }
        }
    }

    private static double[] numbers(String name, JsonNode column) throws BadFileException {
        var values = new double[column.size()];
        int at = 0;
        for (var node : column) {
            values[at] = node.isNull() ? Double.NaN : time(node);
            if (Double.isNaN(values[at]) && !node.isNull()) {
                throw BadFileException.of("error.studio.value", name, at + 1, NpyHeaderText.shortened(node.toString()));
            }
            at++;
        }
        return values;
    }

    /// What counts among several annotations: the ground truth, else the first that was not cancelled, else what a
    /// model predicted.
    private static JsonNode annotation(JsonNode task) {
        var kept = StreamSupport.stream(task.path("annotations").spliterator(), false)
                .filter(a -> !a.path("was_cancelled").asBoolean())
                .toList();
        return kept.stream()
                .filter(a -> a.path("ground_truth").asBoolean())
                .findFirst()
                .orElse(kept.isEmpty() ? task.path("predictions").path(0) : kept.getFirst());
    }

    private void regions(JsonNode annotation) throws BadFileException {
        for (var result : annotation.path("result")) {
            var value = result.path("value");
            for (var label : value.path("timeserieslabels")) {
                double start = time(value.path("start"));
                double end = time(value.path("end"));
                if (!(start <= end)) {
                    throw BadFileException.of(
                            "error.studio.region",
                            label.asText(),
                            NpyHeaderText.shortened(value.path("start").toString()),
                            NpyHeaderText.shortened(value.path("end").toString()));
                }
                runs.add(new RunLabels.Run(start, end, label.asText()));
            }
        }
    }

    private static double time(JsonNode node) {
        return node.isNumber() ? node.asDouble() : node.isTextual() ? Timestamps.parse(node.asText()) : Double.NaN;
    }
}
