package lossloupe.compute;

import java.util.OptionalLong;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.Loss;
import lossloupe.tensor.Axis;

/// The gradient that TensorFlow's op returns: p − z for softmax cross-entropy, which is not the derivative where labels
/// do not sum to one. For every other loss it is the derivative.
public final class ReturnedGradient {
    /// What two ways to the same gradient may differ by.
    private static final double ROUNDING = 1e-6;

    /// More cells are not counted while a person waits for a frame.
    private static final long MOST_COUNTED = 200_000;

    private final Loss loss;
    private final Field derivative;
    private final Field returned;
    private final Field labels;
    private final Cell<Long> count = new Cell<>(this::fibresThatDiffer);

    ReturnedGradient(Loss loss, Field derivative, Field returned, Field labels) {
        this.loss = loss;
        this.derivative = derivative;
        this.returned = returned;
        this.labels = labels;
    }

    public Field field() {
        return returned;
    }

    /// Whether there may be cells for which [#differs].
    public boolean mayDiffer() {
        return loss instanceof GroupedLoss grouped && grouped.takesTargetsForDistributions();
    }

    /// Whether the op returns another number for a cell than the derivative.
    public boolean differs(int example, int cls, int position) {
        if (!mayDiffer()) {
            return false;
        }
        double is = derivative.get(example, cls, position);
        return Math.abs(is - returned.get(example, cls, position)) > ROUNDING * Math.max(1, Math.abs(is));
    }

    /// Number of fibres (positions, where softmax runs over classes) in which it differs: those whose labels do not
    /// sum to one. Empty where that is too much to count.
    public OptionalLong count() {
        if (labels.shape().size() > MOST_COUNTED) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(mayDiffer() ? count.get() : 0);
    }

    private long fibresThatDiffer() {
        boolean acrossClasses = loss.dropped().contains(Axis.CLASS);
        var shape = labels.shape();
        int fibres = acrossClasses ? shape.length() : shape.classes();
        int members = acrossClasses ? shape.classes() : shape.length();
        long differing = 0;
        for (int e = 0; e < shape.batch(); e++) {
            for (int fibre = 0; fibre < fibres; fibre++) {
                double sum = 0;
                for (int member = 0; member < members; member++) {
                    sum += acrossClasses ? labels.get(e, member, fibre) : labels.get(e, fibre, member);
                }
                differing += Math.abs(sum - 1) > ROUNDING ? 1 : 0;
            }
        }
        return differing;
    }
}
