package lossloupe.reduce;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lossloupe.tensor.Axis;

/// Factors on the elements of a loss, with a shape of their own that is broadcast from the right as NumPy does. The
/// same shape means other things in the other layout, and where n = l a vector for classes silently weighs positions:
/// so weights keep their shape and are read through the axes of what they multiply.
public final class Weights {
    /// Every factor is 1.
    public static final Weights NONE = new Weights(new int[0], new double[] {1});

    private final int[] shape;
    private final double[] values;

    private Weights(int[] shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /// Weights of a shape of their own.
    ///
    /// @param shape sizes, outermost first; empty for one factor on everything
    /// @param values in C order
    public static Weights of(int[] shape, double... values) {
        long size = 1;
        for (int s : shape) {
            size *= s;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    values.length + " weights do not fill the shape " + Arrays.toString(shape));
        }
        return new Weights(shape.clone(), values.clone());
    }

    public boolean isNone() {
        return this == NONE;
    }

    /// Whether these weights can be broadcast against an array over `axes`.
    public boolean fits(Output output, List<Axis> axes) {
        if (shape.length > axes.size()) {
            return false;
        }
        for (int i = 0; i < shape.length; i++) {
            int against = output.size(axes.get(axes.size() - shape.length + i));
            if (shape[i] != 1 && shape[i] != against) {
                return false;
            }
        }
        return true;
    }

    /// The factors as an array over `axes` sees them.
    ///
    /// @throws IllegalArgumentException naming both shapes if they do not go together
    public Broadcast over(Output output, List<Axis> axes) {
        if (!fits(output, axes)) {
            var sizes = axes.stream()
                    .map(a -> Integer.toString(output.size(a)))
                    .collect(Collectors.joining(", ", "[", "]"));
            throw new IllegalArgumentException("weights of shape " + Arrays.toString(shape)
                    + " cannot be broadcast against a loss of shape " + sizes);
        }
        var covered = axes.subList(axes.size() - shape.length, axes.size());
        var strides = Strides.of(covered, axis -> shape[covered.indexOf(axis)]);
        return new Broadcast(this, strides, output.count(axes));
    }

    /// Sum of the weights as given, before broadcasting, which is what Keras divides by.
    public double sumAsGiven() {
        return Arrays.stream(values).sum();
    }

    /// Weights read by the coordinates of a cell; axes that the array lacks do not count.
    public static final class Broadcast {
        private final Weights weights;
        private final Strides strides;
        private final long count;

        private Broadcast(Weights weights, Strides strides, long count) {
            this.weights = weights;
            this.strides = strides;
            this.count = count;
        }

        public double at(int example, int cls, int position) {
            return weights.values[(int) strides.flat(example, cls, position)];
        }

        /// Sum over all elements after broadcasting.
        public double sum() {
            return weights.sumAsGiven() * repeats();
        }

        /// Elements whose factor is not zero, after broadcasting.
        public long nonzero() {
            return Arrays.stream(weights.values).filter(w -> w != 0).count() * repeats();
        }

        private long repeats() {
            return count / weights.values.length;
        }
    }
}
