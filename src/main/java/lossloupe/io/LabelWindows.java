package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Windows of labels as the Numenta Anomaly Benchmark keeps them: an object with an entry for each series, a list of
/// `[start, end]` at calendar times, both ends included. Their only class is called `anomaly`.
final class LabelWindows {
    private static final String CLASS = "anomaly";

    private LabelWindows() {}

    /// Whether every entry is a list of pairs of texts, and at least one entry has any.
    static boolean isOne(JsonNode root) {
        boolean any = false;
        for (var entry : root.properties()) {
            if (!entry.getValue().isArray()) {
                return false;
            }
            for (var window : entry.getValue()) {
                if (!window.isArray() || window.size() != 2 || !window.path(0).isTextual()) {
                    return false;
                }
                any = true;
            }
        }
        return root.isObject() && any;
    }

    static ArraySet read(JsonNode root) throws BadFileException {
        var all = new ArrayList<RunLabels>();
        for (var entry : root.properties()) {
            var runs = new ArrayList<RunLabels.Run>();
            for (var window : entry.getValue()) {
                double start = time(entry.getKey(), window.path(0));
                double end = time(entry.getKey(), window.path(1));
                if (end < start) {
                    throw BadFileException.of(
                            "error.windows.reversed",
                            entry.getKey(),
                            window.path(0).asText(),
                            window.path(1).asText());
                }
                runs.add(new RunLabels.Run(start, end, CLASS));
            }
            all.add(new RunLabels(entry.getKey(), runs, RunLabels.Unit.STAMPS, true));
        }
        return new ArraySet(List.of(), List.of(), List.of(), all, null);
    }

    private static double time(String series, JsonNode node) throws BadFileException {
        double time = Timestamps.parse(node.asText());
        if (Double.isNaN(time)) {
            throw BadFileException.of("error.windows.time", series, NpyHeaderText.shortened(node.asText()));
        }
        return time;
    }
}
