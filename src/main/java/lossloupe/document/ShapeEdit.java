package lossloupe.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lossloupe.tensor.Plane;

/// Changes to l and b.
public sealed interface ShapeEdit extends Edit {
    /// Another number of positions: cut at the end, or continued with zeros.
    record Length(int length) implements ShapeEdit {
        @Override
        public Document apply(Document document) {
            return document.withExamples(
                    document.examples().stream().map(e -> e.resized(length)).toList(),
                    document.weights().resized(length));
        }

        @Override
        public String nameKey() {
            return "edit.length";
        }
    }

    /// Another number of examples: cut at the end, or continued with zeros.
    record BatchSize(int size) implements ShapeEdit {
        @Override
        public Document apply(Document document) {
            var blank = document.example(0).blank();
            var ones = document.weights().blank();
            return mapped(document, list -> sized(list, blank), list -> sized(list, ones));
        }

        private <T> List<T> sized(List<T> list, T blank) {
            var copy = new ArrayList<>(list.subList(0, Math.min(size, list.size())));
            while (copy.size() < size) {
                copy.add(blank);
            }
            return copy;
        }

        @Override
        public String nameKey() {
            return "edit.batch";
        }
    }

    /// A copy of an example behind it.
    record DuplicateExample(int index) implements ShapeEdit {
        @Override
        public Document apply(Document document) {
            return mapped(document, this::duplicated, this::duplicated);
        }

        private <T> List<T> duplicated(List<T> list) {
            var copy = new ArrayList<>(list);
            copy.add(index + 1, list.get(index));
            return copy;
        }

        @Override
        public String nameKey() {
            return "edit.example.duplicate";
        }
    }

    /// Removes an example; the last one stays.
    record RemoveExample(int index) implements ShapeEdit {
        @Override
        public Document apply(Document document) {
            if (document.examples().size() == 1) {
                return document;
            }
            return mapped(document, this::without, this::without);
        }

        private <T> List<T> without(List<T> list) {
            var copy = new ArrayList<>(list);
            copy.remove(index);
            return copy;
        }

        @Override
        public String nameKey() {
            return "edit.example.remove";
        }
    }

    private static Document mapped(
            Document document, UnaryOperator<List<Example>> onExamples, UnaryOperator<List<List<Plane>>> onWeights) {
        return document.withExamples(
                onExamples.apply(document.examples()), document.weights().mapExamples(onWeights));
    }
}
