package lossloupe.loss;

import java.util.function.DoubleUnaryOperator;
import lossloupe.kernel.Sum;

/// The Lovász hinge of a region as a function of one logit. The other cells keep their order, so they are sorted once,
/// and summed up once for each of the two things that the cell can be to them: still to come, or ranked before. A point
/// then costs a search for the cell's place, however many cells there are.
final class LovaszCurve implements DoubleUnaryOperator {
    private final double label;
    private final double positives;
    private final double[] errors;
    private final double[] wrongPositives;
    private final double[] before;
    private final double[] after;

    /// A curve of a region.
    ///
    /// @param errors of all cells
    /// @param labels of all cells
    /// @param index of the cell that is moved
    LovaszCurve(double[] errors, double[] labels, int index) {
        this.label = labels[index];
        this.positives = LovaszHinge.sum(labels);
        var ranks = withoutIndex(Ranks.ofPositive(errors), index);
        int count = ranks.length;
        this.errors = new double[count];
        this.wrongPositives = new double[count + 1];
        for (int r = 0; r < count; r++) {
            this.errors[r] = errors[ranks[r]];
            wrongPositives[r + 1] = wrongPositives[r] + labels[ranks[r]];
        }
        this.before = new double[count + 1];
        this.after = new double[count + 1];
        var sum = Sum.ZERO;
        for (int r = 0; r < count; r++) {
            sum = plus(sum, LovaszHinge.term(this.errors[r], without(r + 1) - without(r)));
            before[r + 1] = sum.value();
        }
        sum = Sum.ZERO;
        for (int r = count - 1; r >= 0; r--) {
            sum = plus(sum, LovaszHinge.term(this.errors[r], with(r + 1) - with(r)));
            after[r] = sum.value();
        }
    }

    private static int[] withoutIndex(int[] ranks, int index) {
        int kept = 0;
        var others = new int[ranks.length];
        for (int i : ranks) {
            others[kept] = i;
            kept += i == index ? 0 : 1;
        }
        return java.util.Arrays.copyOf(others, kept);
    }

    private static Sum plus(Sum sum, double term) {
        return sum.plus(new Sum(term, 0));
    }

    /// The Jaccard loss where the first `rank` others are wrong.
    private double without(int rank) {
        return rank == 0 ? 0 : LovaszHinge.jaccard(positives, wrongPositives[rank], rank - wrongPositives[rank]);
    }

    /// The same where the cell is wrong too.
    private double with(int rank) {
        return LovaszHinge.jaccard(positives, wrongPositives[rank] + label, rank - wrongPositives[rank] + (1 - label));
    }

    @Override
    public double applyAsDouble(double logit) {
        double error = LovaszHinge.error(logit, label);
        int rank = rank(error);
        return before[rank] + LovaszHinge.term(error, with(rank) - without(rank)) + after[rank];
    }

    /// How many others have a greater error.
    private int rank(double error) {
        int from = 0;
        int to = errors.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Double.compare(errors[middle], error) > 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
