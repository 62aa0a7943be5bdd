package lossloupe.paint;

import java.util.List;

/// How a grid shows its numbers.
public sealed interface CellColors {
    /// The colour of one value of class `cls`.
    int color(int cls, double value);

    /// Colours of a value range that is narrower than a pixel: what stands in the first half across and in the
    /// second.
    default int first(int cls, double min, double max) {
        return color(cls, max);
    }

    default int second(int cls, double min, double max) {
        return color(cls, max);
    }

    /// Labels: the class colour where the label is 1, mixed with the empty cell where it is soft. Of positions
    /// narrower than a pixel the first half says whether any is labelled, the second whether all are.
    record Labels(List<ColorScale> byClass) implements CellColors {
        @Override
        public int color(int cls, double value) {
            return byClass.get(cls).color(value);
        }

        @Override
        public int second(int cls, double min, double max) {
            return color(cls, min);
        }
    }

    /// A quantity of zero or more, where a peak must not vanish: a narrow range shows its greatest value.
    record Sequential(ColorScale scale) implements CellColors {
        @Override
        public int color(int cls, double value) {
            return scale.color(value);
        }
    }

    /// A signed quantity: a narrow range shows its greatest value beside its least.
    record Diverging(ColorScale scale) implements CellColors {
        @Override
        public int color(int cls, double value) {
            return scale.color(value);
        }

        @Override
        public int second(int cls, double min, double max) {
            return scale.color(min);
        }
    }
}
