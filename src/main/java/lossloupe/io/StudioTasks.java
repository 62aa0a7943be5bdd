package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Several tasks of Label Studio in one file. Those with series of the same channels and length are the examples of a
/// batch, each with its regions on its own times. Those with addresses alone give the regions of the series that is
/// opened beside them, by the name of its file.
final class StudioTasks {
    /// What Label Studio puts before the name of a file that was uploaded.
    private static final Pattern UPLOADED = Pattern.compile("^[0-9a-f]{8}-");

    private static final int MOST_LISTED = 4;

    private final JsonNode root;
    private final List<LabelStudio> tasks = new ArrayList<>();

    private StudioTasks(JsonNode root) throws BadFileException {
        this.root = root;
        for (var task : root) {
            tasks.add(LabelStudio.of(task));
        }
    }

    static ArraySet read(JsonNode root) throws BadFileException {
        var all = new StudioTasks(root);
        if (all.tasks.stream().allMatch(t -> t.arrays().isEmpty())) {
            return all.regions();
        }
        if (all.tasks.stream().map(StudioTasks::channels).distinct().count() > 1) {
            throw BadFileException.of("error.studio.tasks", root.size(), all.listed(), all.id(0));
        }
        return all.batch();
    }

    /// The task of this id, or of this place in the file where tasks have none.
    static Optional<ArraySet> one(JsonNode root, String id) throws BadFileException {
        for (int i = 0; i < root.size(); i++) {
            if (id(root, i).equals(id)) {
                return Optional.of(LabelStudio.of(root.path(i)).set(id));
            }
        }
        return Optional.empty();
    }

    static List<String> ids(JsonNode root) {
        return IntStream.range(0, root.size()).mapToObj(i -> id(root, i)).toList();
    }

    private static String id(JsonNode root, int task) {
        return root.path(task).path("id").asText(String.valueOf(task + 1));
    }

    private String id(int task) {
        return id(root, task);
    }

    private static String channels(LabelStudio task) {
        return task.arrays().stream()
                .map(a -> a.name() + a.shapeText())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String listed() {
        var first = new ArrayList<String>();
        for (int i = 0; i < Math.min(MOST_LISTED, tasks.size()); i++) {
            first.add(id(i) + ": " + (tasks.get(i).arrays().isEmpty() ? "–" : channels(tasks.get(i))));
        }
        return String.join("; ", first) + (tasks.size() > MOST_LISTED ? "; …" : "");
    }

    private ArraySet regions() throws BadFileException {
        var all = new ArrayList<RunLabels>();
        for (int i = 0; i < tasks.size(); i++) {
            all.add(tasks.get(i).labels(file(root.path(i)).orElse(id(i))));
        }
        if (all.stream().allMatch(l -> l.runs().isEmpty())) {
            throw BadFileException.of("error.studio.nothing");
        }
        return new ArraySet(List.of(), List.of(), List.of(), all, null);
    }

    /// The file that a task's data lead to.
    private static Optional<String> file(JsonNode task) {
        return StreamSupport.stream(task.path("data").spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(t -> t.contains("."))
                .map(t -> UPLOADED.matcher(t.substring(t.lastIndexOf('/') + 1)).replaceFirst(""))
                .findFirst();
    }

    private ArraySet batch() throws BadFileException {
        var arrays = new ArrayList<ArrayData>();
        int length = tasks.getFirst().arrays().getFirst().size();
        for (var channel : tasks.getFirst().arrays()) {
            var values = new double[tasks.size() * length];
            for (int i = 0; i < values.length; i++) {
                values[i] = tasks.get(i / length).channel(channel.name()).at(i % length);
            }
            arrays.add(ArrayData.of("series." + channel.name(), new Values.Doubles(values), tasks.size(), length));
        }
        var runs = tasks.stream().flatMap(t -> t.labels("").runs().stream()).toList();
        var classes = new RunLabels("", runs, RunLabels.Unit.STAMPS, true).classNames();
        if (!classes.isEmpty()) {
            arrays.add(labels(classes, length));
        }
        return new ArraySet(
                arrays, classes, List.of(), List.of(), tasks.getFirst().times(), ids(root));
    }

    private ArrayData labels(List<String> classes, int length) throws BadFileException {
        MemoryLimit.check((long) tasks.size() * classes.size() * length, 1);
        var cells = new byte[tasks.size() * classes.size() * length];
        int row = 0;
        for (var task : tasks) {
            for (var values : task.labels("").rows(task.times(), length, classes)) {
                System.arraycopy(values, 0, cells, length * row++, length);
            }
        }
        return ArrayData.of("labels", new Values.Bytes(cells), tasks.size(), classes.size(), length);
    }
}
