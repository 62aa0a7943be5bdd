package lossloupe.reduce;

import java.util.List;
import lossloupe.tensor.Axis;

/// The array that a loss returns before any reduction: which axes it has, outermost first, and how large they are.
/// Softmax cross-entropy drops an axis, sigmoid cross-entropy none; that alone decides what a reduction divides by.
public interface Output {
    /// Axes in memory order; none where the loss returns one number.
    List<Axis> axes();

    int size(Axis axis);

    /// Number of elements.
    default long count() {
        return count(axes());
    }

    /// Number of elements that an array over `axes` has.
    default long count(List<Axis> axes) {
        long count = 1;
        for (var axis : axes) {
            count *= size(axis);
        }
        return count;
    }

    /// Whether elements have weights that come from their labels, as class weights of sparse softmax cross-entropy
    /// do.
    default boolean weighsTargets() {
        return false;
    }

    /// The sum of those weights, or the number of elements.
    default double targetWeight() {
        return count();
    }

    /// The axes of what a Keras loss function returns: elementwise losses are averaged over their *last* axis,
    /// which is positions in channels_first and classes in channels_last; losses that dropped an axis are left
    /// alone.
    default List<Axis> kerasAxes() {
        var all = axes();
        boolean elementwise = all.contains(Axis.CLASS) && all.contains(Axis.POSITION);
        return elementwise ? all.subList(0, all.size() - 1) : all;
    }
}
