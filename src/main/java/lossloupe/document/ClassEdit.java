package lossloupe.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// Changes to the list of classes.
public sealed interface ClassEdit extends Edit {
    /// A class without labels and with logits 0, at `index`.
    record Add(int index, ClassInfo info) implements ClassEdit {
        @Override
        public Document apply(Document document) {
            return rows(
                    document,
                    classes -> inserted(classes, index, info),
                    weights -> inserted(weights, index, ones(weights.getFirst())),
                    example -> example.mapRows(
                            rows -> inserted(rows, index, Plane.zeros(DType.UINT8, example.length())),
                            rows -> inserted(
                                    rows, index, Plane.zeros(rows.getFirst().dtype(), example.length()))));
        }

        @Override
        public String nameKey() {
            return "edit.class.add";
        }
    }

    /// Removes a class with its labels and logits; the last one stays.
    record Remove(int index) implements ClassEdit {
        @Override
        public Document apply(Document document) {
            if (document.classes().size() == 1) {
                return document;
            }
            return rows(
                    document,
                    classes -> removed(classes, index),
                    weights -> removed(weights, index),
                    example -> example.mapRows(rows -> removed(rows, index), rows -> removed(rows, index)));
        }

        @Override
        public String nameKey() {
            return "edit.class.remove";
        }
    }

    /// Moves a class, with its rows, to another place.
    record Move(int from, int to) implements ClassEdit {
        @Override
        public Document apply(Document document) {
            return rows(
                    document,
                    classes -> moved(classes, from, to),
                    weights -> moved(weights, from, to),
                    example -> example.mapRows(rows -> moved(rows, from, to), rows -> moved(rows, from, to)));
        }

        @Override
        public String nameKey() {
            return "edit.class.move";
        }
    }

    /// Another name or colour.
    record Describe(int index, ClassInfo info) implements ClassEdit {
        @Override
        public Document apply(Document document) {
            var classes = new ArrayList<>(document.classes());
            classes.set(index, info);
            return document.withClasses(classes);
        }

        @Override
        public String nameKey() {
            return "edit.class.describe";
        }
    }

    private static Document rows(
            Document document,
            UnaryOperator<List<ClassInfo>> onClasses,
            UnaryOperator<List<Plane>> onWeights,
            UnaryOperator<Example> onExample) {
        return new Document(
                document.name(),
                onClasses.apply(document.classes()),
                document.examples().stream().map(onExample).toList(),
                document.batching(),
                document.setup(),
                document.weights().mapClasses(onWeights));
    }

    private static Plane ones(Plane like) {
        return Plane.generate(like.dtype(), like.length(), p -> 1);
    }

    private static <T> List<T> inserted(List<T> list, int index, T item) {
        var copy = new ArrayList<>(list);
        copy.add(index, item);
        return copy;
    }

    private static <T> List<T> removed(List<T> list, int index) {
        var copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    private static <T> List<T> moved(List<T> list, int from, int to) {
        var copy = new ArrayList<>(list);
        copy.add(to, copy.remove(from));
        return copy;
    }
}
