package lossloupe.view.chart;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What [LossCurveChart] shows: both losses as functions of one logit, where that logit now is, and how low each can
/// get.
///
/// @param key equal for equal curves: whoever makes the functions knows best what they depend on
/// @param logit the logit now
/// @param floorA least value of the first curve
/// @param floorB least value of the second curve
/// @param floorNameA words for a floor of A above zero, as `floor 2 ln 2`; empty where there is none
/// @param floorNameB the same of B
public record LossCurves(
        Object key,
        double logit,
        DoubleUnaryOperator a,
        DoubleUnaryOperator b,
        double floorA,
        double floorB,
        String floorNameA,
        String floorNameB) {
    boolean looksLike(@Nullable LossCurves other) {
        return other != null
                && key.equals(other.key)
                && Double.compare(logit, other.logit) == 0
                && floorNameA.equals(other.floorNameA)
                && floorNameB.equals(other.floorNameB);
    }
}
