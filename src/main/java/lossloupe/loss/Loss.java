package lossloupe.loss;

import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Arithmetic;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Shape;

/// A loss on logits. The kinds differ in what one cell must know of others: nothing, a statistic of its group, the
/// sums of its region, or its rank there.
public sealed interface Loss permits ElementwiseLoss, GroupedLoss, RegionLoss, RankedLoss {
    LossInfo info();

    /// The parameters that differ from their defaults, written as on the command line.
    Map<String, String> params();

    /// Checks that the parameters go with a document.
    ///
    /// @throws IllegalArgumentException in one sentence where they do not
    default void checkFits(Shape shape) {}

    /// The loss for documents of a shape, where the formula counts something of it.
    default Loss fitted(Shape shape) {
        return this;
    }

    /// The axes that what it returns no longer has.
    default Set<Axis> dropped() {
        return switch (this) {
            case ElementwiseLoss l -> Set.of();
            case GroupedLoss l -> Set.of(l.axis());
            case RegionLoss l -> l.sumsOver().summed();
            case RankedLoss l -> l.sumsOver().summed();
        };
    }

    /// Whether it returns a number for each region, of which cells have shares.
    default boolean isOfRegions() {
        return this instanceof RegionLoss || this instanceof RankedLoss;
    }

    /// The loss as a function of one logit, the others held: of the cell if it stands alone, else of its whole
    /// fibre.
    DoubleUnaryOperator curve(CellContext cell);

    /// The curve at one logit. Whoever needs many points asks for [#curve] once.
    default double valueAt(CellContext cell, double logit) {
        return curve(cell).applyAsDouble(logit);
    }

    /// The least value that this cell's curve, or the fibre it belongs to, can have with these labels.
    double floor(CellContext cell);

    /// What the cell's loss, or its share of that of its fibre or region, comes to where every step of the formula
    /// is rounded. What has no value in between, as ∞ − ∞, is NaN, as it is in frameworks.
    double term(CellContext cell, Arithmetic steps);

    /// The probability that is shown beside it, computed in the same way.
    default double probability(CellContext cell, Arithmetic steps) {
        return steps.sigmoid(steps.of(cell.logit()));
    }

    /// The formula in symbols, with the cell's numbers, and its result.
    ///
    /// @param digits decimals of the numbers; zeros at the end are cut off
    Explanation explain(CellContext cell, int digits);
}
