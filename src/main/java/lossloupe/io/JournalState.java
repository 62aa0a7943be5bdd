package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// What a journal remembers: a document with unsaved work, and the session file it belongs to.
///
/// @param file that saving would write to; null where there is none yet
public record JournalState(Document document, @Nullable Path file) {

    /// Every row of numbers, in an order that the shape and the axes of the weights settle.
    List<Plane> planes() {
        var all = new ArrayList<Plane>();
        for (var example : document.examples()) {
            all.add(example.series());
            all.addAll(example.labels());
            all.addAll(example.logits());
        }
        document.weights().rows().forEach(all::addAll);
        return all;
    }

    /// What the numbers mean; short, whatever the length of the rows.
    JsonNode description() {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.set("session", SessionText.of(document));
        tree.put("batch", document.shape().batch());
        tree.put("classes", document.shape().classes());
        tree.put("length", document.shape().length());
        if (!document.weights().isNone()) {
            var axes = tree.putArray("weight_axes");
            document.weights().axes().forEach(a -> axes.add(a.name()));
        }
        if (file != null) {
            tree.put("file", file.toString());
        }
        var planes = tree.putArray("planes");
        planes().forEach(p -> planes.addObject().put("dtype", p.dtype().id()).put("chunks", p.chunkCount()));
        return tree;
    }

    /// The state that [#description] and [#planes] were made of.
    static JournalState of(JsonNode tree, List<Plane> planes) throws BadFileException {
        var rows = planes.iterator();
        int classes = tree.path("classes").asInt();
        var examples = new ArrayList<Example>();
        for (int e = 0; e < tree.path("batch").asInt(); e++) {
            examples.add(new Example(rows.next(), next(rows, classes), next(rows, classes)));
        }
        var shape = new Shape(examples.size(), classes, tree.path("length").asInt(), Batching.BATCHED);
        var weights = WeightGrid.none();
        if (tree.has("weight_axes")) {
            var axes = axes(tree.path("weight_axes"));
            var own = shape.only(axes);
            var ofExamples = new ArrayList<List<Plane>>();
            for (int e = 0; e < own.batch(); e++) {
                ofExamples.add(next(rows, own.classes()));
            }
            weights = new WeightGrid(axes, ofExamples);
        }
        var document = new SessionText(tree.path("session")).document(examples, weights);
        return new JournalState(
                document, tree.has("file") ? Path.of(tree.path("file").asText()) : null);
    }

    private static Set<Axis> axes(JsonNode names) {
        var axes = EnumSet.noneOf(Axis.class);
        names.forEach(n -> Arrays.stream(Axis.values())
                .filter(a -> a.name().equals(n.asText()))
                .forEach(axes::add));
        return axes;
    }

    private static List<Plane> next(Iterator<Plane> rows, int count) {
        var some = new ArrayList<Plane>();
        for (int i = 0; i < count; i++) {
            some.add(rows.next());
        }
        return some;
    }
}
