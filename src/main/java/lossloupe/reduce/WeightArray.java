package lossloupe.reduce;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Shape;

/// Weights as a framework gets them: an array with a shape of its own that is broadcast from the right as NumPy does.
/// The same shape means other things in the other layout, and where n = l a vector for classes silently weighs
/// positions: so the array keeps its shape and is read through the axes of what it multiplies.
public final class WeightArray implements Weights {
    private final int[] shape;
    private final double[] values;

    private WeightArray(int[] shape, double[] values) {
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
        return new WeightArray(shape.clone(), values.clone());
    }

    /// Sizes as given, outermost first.
    public int[] shape() {
        return shape.clone();
    }

    /// The factor at a flat index in C order.
    public double at(int flat) {
        return values[flat];
    }

    @Override
    public boolean isNone() {
        return false;
    }

    @Override
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

    @Override
    public Broadcast over(Output output, List<Axis> axes) {
        if (!fits(output, axes)) {
            var sizes = axes.stream()
                    .map(a -> Integer.toString(output.size(a)))
                    .collect(Collectors.joining(", ", "[", "]"));
            throw new IllegalArgumentException("weights of shape " + Arrays.toString(shape)
                    + " cannot be broadcast against a loss of shape " + sizes);
        }
        return new Broadcast(grid(axes.subList(axes.size() - shape.length, axes.size()), output), output.count(axes));
    }

    @Override
    public double sumAsGiven() {
        return Arrays.stream(values).sum();
    }

    /// The same factors by the axes that they vary along.
    private WeightGrid grid(List<Axis> covered, Output output) {
        var strides = Strides.of(covered, axis -> shape[covered.indexOf(axis)]);
        var along = covered.stream()
                .filter(axis -> shape[covered.indexOf(axis)] != 1)
                .collect(Collectors.toSet());
        var whole = new Shape(
                output.size(Axis.BATCH), output.size(Axis.CLASS), output.size(Axis.POSITION), Batching.BATCHED);
        return WeightGrid.generate(along, whole, (e, c, p) -> values[(int) strides.flat(e, c, p)]);
    }
}
