package lossloupe.document;

import java.util.Set;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Span;

/// Changes to the factors on losses.
public sealed interface WeightEdit extends Edit {
    /// Weights that vary along `axes`: ones where there were none, else the old ones repeated or cut.
    record Along(Set<Axis> axes) implements WeightEdit {
        public Along {
            axes = Set.copyOf(axes);
        }

        @Override
        public Document apply(Document document) {
            return document.withWeights(document.weights().along(axes, document.shape()));
        }

        @Override
        public String nameKey() {
            return "edit.weights.along";
        }
    }

    /// One factor on a run of positions of a class, and on whatever shares its factor. Where there were no weights,
    /// every cell gets one of its own.
    record Paint(int example, int cls, Span span, double value) implements WeightEdit {
        @Override
        public Document apply(Document document) {
            var weights = document.weights().isNone()
                    ? WeightGrid.ones(WeightPresets.elements(document), document.shape())
                    : document.weights();
            boolean same = true;
            for (int p = span.from(); same && p < span.to(); p++) {
                same = weights.at(example, cls, p) == value;
            }
            return same ? document : document.withWeights(weights.with(example, cls, span, value));
        }

        @Override
        public String nameKey() {
            return value == 0 ? "edit.weights.ignore" : "edit.weights.paint";
        }
    }

    /// Other weights in the place of the old ones.
    record Put(WeightGrid weights) implements WeightEdit {
        @Override
        public Document apply(Document document) {
            return document.withWeights(weights);
        }

        @Override
        public String nameKey() {
            return weights.isNone() ? "edit.weights.remove" : "edit.weights.put";
        }
    }
}
