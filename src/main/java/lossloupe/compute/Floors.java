package lossloupe.compute;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lossloupe.loss.CellContext;
import lossloupe.reduce.Broadcast;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Extremes;

/// What reductions cannot go below: their value if every cell or fibre had the least loss its labels allow.
///
/// Trap: frameworks take negative weights without a word, and such a factor makes a gain of a loss. The least loss says
/// nothing there: the worse the cell, the smaller the reduction, without end where the loss grows without end.
final class Floors {
    /// As wrong as a logit is tried, and what a loss that has an end does not come near.
    private static final double FAR = 1e15;

    private static final double LARGE = 1e3;
    private static final int MOST_TRIED = 100;

    private final LossResult result;
    private final Reducer leastLosses;
    private final Map<Reduction, Double> known = new ConcurrentHashMap<>();

    Floors(LossResult result, Reducer leastLosses) {
        this.result = result;
        this.leastLosses = leastLosses;
    }

    /// −infinity where there is none, NaN where it is not known.
    double of(Reduction reduction) {
        return known.computeIfAbsent(reduction, this::compute);
    }

    private double compute(Reduction reduction) {
        double least = rewards(reduction) ? ofGains(reduction) : leastLosses.reduced(reduction);
        return least == 0 ? 0 : least; // Without the sign that a negative factor gives to zero.
    }

    /// Whether some factor makes the reduction smaller where a cell gets worse. A divisor below zero turns all
    /// factors.
    boolean rewards(Reduction reduction) {
        if (result.weights().isNone() || !result.takes(reduction)) {
            return false;
        }
        double divisor = result.divisor(reduction).value();
        var range = factors(reduction).extremes();
        return divisor < 0 ? range.max() > 0 : divisor > 0 && range.min() < 0;
    }

    private Broadcast factors(Reduction reduction) {
        return result.weights().over(result, reduction.weightedAxes(result));
    }

    /// Looks for a cell with such a factor whose loss has no end. Gaps have one, for their softmax costs nothing,
    /// and so has a loss that clips; what cells of regions can do together is not asked.
    private double ofGains(Reduction reduction) {
        if (result.loss().isOfRegions()) {
            return Double.NaN;
        }
        var factors = factors(reduction);
        double sign = Math.signum(result.divisor(reduction).value());
        var shape = result.output().shape();
        int tried = 0;
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                if (!hasGain(factors, e, c, sign)) {
                    continue;
                }
                for (int p = 0; p < shape.length() && tried < MOST_TRIED; p++) {
                    if (factors.at(e, c, p) * sign < 0) {
                        if (growsWithoutEnd(result.cell(e, c, p))) {
                            return Double.NEGATIVE_INFINITY;
                        }
                        tried++;
                    }
                }
            }
        }
        return Double.NaN;
    }

    private static boolean hasGain(Broadcast factors, int example, int cls, double sign) {
        var range = new Extremes();
        var row = factors.row(example, cls);
        row.extremes(0, row.length(), range);
        return sign < 0 ? range.max() > 0 : range.min() < 0;
    }

    private boolean growsWithoutEnd(CellContext cell) {
        var curve = result.loss().curve(cell);
        return curve.applyAsDouble(FAR) > LARGE || curve.applyAsDouble(-FAR) > LARGE;
    }
}
