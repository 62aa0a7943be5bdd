package lossloupe.document;

import java.util.ArrayList;

/// Changes to l and b.
public sealed interface ShapeEdit extends Edit {
    /// Another number of positions: cut at the end, or continued with zeros.
    record Length(int length) implements ShapeEdit {
        @Override
        public Document apply(Document document) {
            return document.mapExamples(example -> example.resized(length));
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
            var examples = new ArrayList<>(document.examples());
            while (examples.size() > size) {
                examples.removeLast();
            }
            while (examples.size() < size) {
                examples.add(document.example(0).blank());
            }
            return document.withExamples(examples);
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
            var examples = new ArrayList<>(document.examples());
            examples.add(index + 1, document.example(index));
            return document.withExamples(examples);
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
            var examples = new ArrayList<>(document.examples());
            examples.remove(index);
            return document.withExamples(examples);
        }

        @Override
        public String nameKey() {
            return "edit.example.remove";
        }
    }
}
