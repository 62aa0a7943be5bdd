package lossloupe.io;

import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Said;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// Which of the two last axes are classes and which positions. The first evidence that tells them apart decides; where
/// none does, it is channels_first, as cli.md promises.
///
/// @param lead the array that the axes belong to
/// @param labels of the same rank tell more than logits do
record OrderGuess(
        Item lead, @Nullable Item labels, @Nullable Item series, java.util.List<String> classNames) {
    static final String SERIES = "import.evidence.axis.series";
    static final String USUAL = "import.evidence.axis.usual";

    /// Positions are many, classes few: from this many positions on, and this many times more, sizes alone are
    /// evidence.
    private static final int MANY = 64;

    private static final int MUCH_MORE = 8;

    /// Differences of shares count from two and a half standard deviations on: noise turns one of a
    /// thousand small random arrays, and runs of a dozen positions are still told.
    private static final double SIGMAS = 2.5;

    /// @param why the evidence, the same for both axes
    record Order(DataFormat format, Said why) {}

    static Order stated(DataFormat format) {
        return new Order(format, Said.of("import.evidence.axis.stated", format.id()));
    }

    Order order() {
        var found = bySeries();
        if (found == null) {
            found = byClassNames();
        }
        if (found == null) {
            found = byIndices();
        }
        if (found == null) {
            found = bySizes();
        }
        var grid =
                labels != null && labels.rank() == lead.rank() && java.util.Arrays.equals(labels.sizes(), lead.sizes())
                        ? labels
                        : null;
        if (found == null && grid != null) {
            found = byLabels(new Neighbours(grid.array()));
        }
        return found == null ? new Order(DataFormat.CHANNELS_FIRST, Said.of(USUAL)) : found;
    }

    private int inner(int dimension) {
        return lead.sizes()[lead.rank() - 2 + dimension];
    }

    private @Nullable Order bySeries() {
        if (series == null) {
            return null;
        }
        int length = java.util.Arrays.stream(series.sizes()).max().orElse(0);
        return positionsAre(length, Said.of(SERIES, length, series.array().name()));
    }

    private @Nullable Order byClassNames() {
        int named = classNames.size();
        var why = Said.of("import.evidence.axis.names", named);
        if (inner(0) == inner(1) || named < 1) {
            return null;
        }
        return inner(0) == named ? first(why) : inner(1) == named ? last(why) : null;
    }

    /// Class indices lack the class axis.
    private @Nullable Order byIndices() {
        if (labels == null || labels.rank() != lead.rank() - 1) {
            return null;
        }
        int length = labels.sizes()[labels.rank() - 1];
        return positionsAre(
                length, Said.of("import.evidence.axis.indicesOf", labels.array().name()));
    }

    private @Nullable Order bySizes() {
        int large = Math.max(inner(0), inner(1));
        int small = Math.min(inner(0), inner(1));
        return large >= MANY && large / MUCH_MORE >= small
                ? positionsAre(large, Said.of("import.evidence.axis.sizes", large, small))
                : null;
    }

    private @Nullable Order byLabels(Neighbours neighbours) {
        if (neighbours.sumsToOne(0) != neighbours.sumsToOne(1)) {
            var why = Said.of("import.evidence.axis.oneHot");
            return neighbours.sumsToOne(0) ? first(why) : last(why);
        }
        double along0 = neighbours.equalShare(0);
        double along1 = neighbours.equalShare(1);
        double noise = Math.hypot(neighbours.deviation(0), neighbours.deviation(1));
        if (!(Math.abs(along0 - along1) > SIGMAS * noise)) {
            return null;
        }
        var why = Said.of(
                "import.evidence.axis.runs",
                Math.round(100 * Math.max(along0, along1)),
                Math.round(100 * Math.min(along0, along1)));
        return along1 > along0 ? first(why) : last(why);
    }

    private @Nullable Order positionsAre(int length, Said why) {
        if (inner(0) == inner(1)) {
            return null;
        }
        return inner(1) == length ? first(why) : inner(0) == length ? last(why) : null;
    }

    private static Order first(Said why) {
        return new Order(DataFormat.CHANNELS_FIRST, why);
    }

    private static Order last(Said why) {
        return new Order(DataFormat.CHANNELS_LAST, why);
    }
}
