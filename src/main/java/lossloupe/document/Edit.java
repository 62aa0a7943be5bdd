package lossloupe.document;

import java.util.Arrays;
import java.util.List;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import org.jspecify.annotations.Nullable;

/// A change as a value: pure, so that the window, the command line and tests make the same changes.
/// [#nameKey] names it in the history, by a key of the bundles under `edit.`.
public sealed interface Edit
        permits Edit.Labels,
                Edit.Values,
                Edit.Several,
                Edit.Restore,
                ClassEdit,
                ShapeEdit,
                WeightEdit,
                Edit.Setup,
                Edit.Replace {
    /// The document after this change; `document` itself where nothing changes.
    Document apply(Document document);

    /// Key of its name in the history, as `edit.paint`.
    String nameKey();

    /// The row of numbers that is written to.
    enum Target {
        SERIES("edit.series"),
        LABELS("edit.labels"),
        LOGITS("edit.logits");

        private final String key;

        Target(String key) {
            this.key = key;
        }
    }

    /// Paints or erases a run of one class. Where classes are exclusive, painting clears the other classes of the
    /// span.
    record Labels(int example, int cls, Span span, double value, LabelMode mode) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.mapExample(example, this::paint);
        }

        @Override
        public String nameKey() {
            return value > 0 ? "edit.paint" : "edit.erase";
        }

        private Example paint(Example old) {
            var painted = old;
            if (mode == LabelMode.EXCLUSIVE && value > 0) {
                for (int other = 0; other < old.labels().size(); other++) {
                    if (other != cls) {
                        painted = write(painted, other, 0);
                    }
                }
            }
            return write(painted, cls, value);
        }

        private Example write(Example old, int row, double v) {
            var plane = old.labels().get(row);
            return isConstant(plane, span, v) ? old : old.withLabels(row, plane.with(span, p -> v));
        }
    }

    /// Writes numbers from position `start` on, to the series or to the labels or logits of one class.
    @SuppressWarnings("ArrayRecordComponent") // equals and hashCode below read the numbers.
    record Values(Target target, int example, int cls, int start, double... values) implements Edit {
        @Override
        public Document apply(Document document) {
            var span = new Span(start, start + values.length);
            return document.mapExample(example, old -> switch (target) {
                case SERIES -> old.withSeries(write(old.series(), span));
                case LABELS -> old.withLabels(cls, write(old.labels().get(cls), span));
                case LOGITS -> old.withLogits(cls, write(old.logits().get(cls), span));
            });
        }

        @Override
        public String nameKey() {
            return target.key;
        }

        private Plane write(Plane plane, Span span) {
            return plane.with(span, p -> values[p - start]);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Values v
                    && target == v.target
                    && example == v.example
                    && cls == v.cls
                    && start == v.start
                    && Arrays.equals(values, v.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values) + 31 * start;
        }
    }

    /// Another loss, reduction, layout, dtype or label rule. `key` says which, for the history.
    record Setup(LossSetup setup, String key) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.withSetup(setup);
        }

        @Override
        public String nameKey() {
            return key;
        }
    }

    /// Puts a whole document in the place of the old one, as generators, presets and imports do: still one undo
    /// step.
    record Replace(Document document, String key) implements Edit {
        @Override
        public Document apply(Document old) {
            return document;
        }

        @Override
        public String nameKey() {
            return key;
        }
    }

    /// Puts a former row of labels back, as dragging the edge of a run does before it draws the run anew.
    record Restore(int example, int cls, Plane labels) implements Edit {
        @Override
        public Document apply(Document document) {
            return document.mapExample(example, old -> old.withLabels(cls, labels));
        }

        @Override
        public String nameKey() {
            return "edit.edge";
        }
    }

    /// Several changes as one step.
    record Several(List<? extends Edit> edits, String key) implements Edit {
        public Several {
            edits = List.copyOf(edits);
        }

        @Override
        public Document apply(Document document) {
            var result = document;
            for (var edit : edits) {
                result = edit.apply(result);
            }
            return result;
        }

        @Override
        public String nameKey() {
            return key;
        }
    }

    private static boolean isConstant(Plane plane, Span span, double value) {
        for (int p = span.from(); p < span.to(); p++) {
            if (plane.get(p) != value) {
                return false;
            }
        }
        return true;
    }
}
