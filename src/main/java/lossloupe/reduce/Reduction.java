package lossloupe.reduce;

import java.util.Arrays;
import java.util.List;
import lossloupe.tensor.Axis;

/// What is done with the array that a loss returns, under the name its library gives it. The order is that of menus.
public enum Reduction {
    NONE("none", Form.ARRAY, By.NOTHING),
    SUM("sum", Form.SCALAR, By.NOTHING),
    MEAN("mean", Form.SCALAR, By.ELEMENTS),
    MEAN_OVER_CLASS("mean_over_class", Form.ARRAY, By.CLASSES),
    MEAN_OVER_POSITION("mean_over_position", Form.ARRAY, By.POSITIONS),
    MEAN_PER_EXAMPLE("mean_per_example", Form.ARRAY, By.ELEMENTS_OF_EXAMPLE),

    TF1_SUM("tf1.SUM", Form.SCALAR, By.NOTHING),
    TF1_MEAN("tf1.MEAN", Form.SCALAR, By.WEIGHTS),
    TF1_SUM_OVER_BATCH_SIZE("tf1.SUM_OVER_BATCH_SIZE", Form.SCALAR, By.ELEMENTS),
    TF1_SUM_OVER_NONZERO_WEIGHTS("tf1.SUM_OVER_NONZERO_WEIGHTS", Form.SCALAR, By.NONZERO_WEIGHTS),
    /// The default of `tf.compat.v1.losses`; an alias of the one before.
    TF1_SUM_BY_NONZERO_WEIGHTS("tf1.SUM_BY_NONZERO_WEIGHTS", Form.SCALAR, By.NONZERO_WEIGHTS),

    EXACT_SUM("exact.SUM", Form.SCALAR, By.NOTHING),
    EXACT_MEAN("exact.MEAN", Form.SCALAR, By.WEIGHTS),
    EXACT_SUM_OVER_BATCH_SIZE("exact.SUM_OVER_BATCH_SIZE", Form.SCALAR, By.ELEMENTS),
    EXACT_SUM_OVER_NONZERO_WEIGHTS("exact.SUM_OVER_NONZERO_WEIGHTS", Form.SCALAR, By.NONZERO_WEIGHTS),
    EXACT_SUM_BY_NONZERO_WEIGHTS("exact.SUM_BY_NONZERO_WEIGHTS", Form.SCALAR, By.NONZERO_WEIGHTS),

    KERAS_NONE("keras.none", Form.ARRAY, By.NOTHING),
    KERAS_SUM("keras.sum", Form.SCALAR, By.NOTHING),
    KERAS_SUM_OVER_BATCH_SIZE("keras.sum_over_batch_size", Form.SCALAR, By.ELEMENTS),
    KERAS_MEAN_WITH_SAMPLE_WEIGHT("keras.mean_with_sample_weight", Form.SCALAR, By.WEIGHTS),

    TORCH_SUM("torch.sum", Form.SCALAR, By.NOTHING),
    TORCH_MEAN("torch.mean", Form.SCALAR, By.TARGETS);

    private enum Form {
        SCALAR,
        ARRAY
    }

    private enum By {
        NOTHING,
        ELEMENTS,
        TARGETS,
        ELEMENTS_OF_EXAMPLE,
        CLASSES,
        POSITIONS,
        WEIGHTS,
        NONZERO_WEIGHTS
    }

    private final String id;
    private final Form form;
    private final By by;

    Reduction(String id, Form form, By by) {
        this.id = id;
        this.form = form;
        this.by = by;
    }

    /// The reduction of this id (see cli.md).
    ///
    /// @throws IllegalArgumentException naming the id where there is none
    public static Reduction of(String id) {
        return Arrays.stream(values())
                .filter(r -> r.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reduction is called " + id + "; there are "
                        + String.join(
                                " ", Arrays.stream(values()).map(Reduction::id).toList())));
    }

    public String id() {
        return id;
    }

    /// What stands before the point of its id, as `keras`; empty where nothing does.
    public String family() {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    /// Whether the result is one number; else it is an array.
    public boolean isScalar() {
        return form == Form.SCALAR;
    }

    /// This where it gives one number, else the mean: what is shown on top.
    public Reduction orMean() {
        return isScalar() ? this : MEAN;
    }

    /// Whether this is a reduction of `tf.compat.v1.losses`, which casts every loss and weight to float32.
    public boolean isThroughFloat32() {
        return id.startsWith("tf1.");
    }

    /// Whether this reduces what a Keras loss function returns, which is averaged over the last axis already.
    public boolean isOfKeras() {
        return id.startsWith("keras.");
    }

    /// Whether it makes sense for what a loss returned: no mean over an axis that is not there, and none per
    /// example without examples.
    public boolean appliesTo(Output output) {
        return switch (by) {
            case CLASSES -> output.axes().size() > 1 && output.axes().contains(Axis.CLASS);
            case POSITIONS -> output.axes().size() > 1 && output.axes().contains(Axis.POSITION);
            case ELEMENTS_OF_EXAMPLE -> output.axes().contains(Axis.BATCH);
            case NOTHING, ELEMENTS, TARGETS, WEIGHTS, NONZERO_WEIGHTS -> true;
        };
    }

    /// The axes of the result, in memory order; none for a scalar.
    public List<Axis> axesLeft(Output output) {
        return switch (this) {
            case NONE -> output.axes();
            case MEAN_OVER_CLASS -> without(output, Axis.CLASS);
            case MEAN_OVER_POSITION -> without(output, Axis.POSITION);
            case MEAN_PER_EXAMPLE ->
                output.axes().stream().filter(a -> a == Axis.BATCH).toList();
            case KERAS_NONE -> output.kerasAxes();
            default -> List.of();
        };
    }

    /// What the sum of loss times weight is divided by. Keras' own mean over the last axis is not part of it.
    ///
    /// Trap: Keras returns a loss that is one number as it is, times its weight, whatever the reduction
    /// (keras/src/losses/loss.py, `reduce_values`).
    public Divisor divisor(Output output, Weights weights) {
        var axes = weightedAxes(output);
        if (isOfKeras() && axes.isEmpty()) {
            return Divisor.ONE;
        }
        return switch (by) {
            case NOTHING -> Divisor.ONE;
            case ELEMENTS -> Divisor.counting(output, axes);
            case TARGETS ->
                output.weighsTargets()
                        ? new Divisor(output.targetWeight(), Divisor.Unit.WEIGHTS)
                        : Divisor.counting(output, axes);
            case ELEMENTS_OF_EXAMPLE -> Divisor.counting(output, without(output, Axis.BATCH));
            case CLASSES -> Divisor.counting(output, List.of(Axis.CLASS));
            case POSITIONS -> Divisor.counting(output, List.of(Axis.POSITION));
            case WEIGHTS ->
                weights.isNone()
                        ? Divisor.counting(output, axes)
                        : new Divisor(weightSum(output, weights), Divisor.Unit.WEIGHTS);
            case NONZERO_WEIGHTS ->
                weights.isNone()
                        ? Divisor.counting(output, axes)
                        : new Divisor(weights.over(output, axes).nonzero(), Divisor.Unit.NONZERO_WEIGHTS);
        };
    }

    /// `sum` divided as this reduction does. TensorFlow and Keras answer 0 where the divisor is 0,
    /// PyTorch NaN.
    ///
    /// Trap: `tf.losses` returns float64 for float64 losses, but the number went through float32 (product, sum,
    /// divisor and quotient), which is why it differs from `reduce_mean` by some 1e-7.
    public double apply(double sum, Divisor divisor) {
        if (isThroughFloat32()) {
            float quotient = divisor.value() == 0 ? 0 : (float) sum / (float) divisor.value();
            return quotient;
        }
        return divisor.value() == 0 && by != By.TARGETS ? 0 : sum / divisor.value();
    }

    /// The factor from a derivative of the sum of the output to a derivative of this reduction (of the sum of its
    /// result, where that is an array), without weights.
    public double gradientScale(Output output, Weights weights) {
        double divisor = divisor(output, weights).value();
        if (isOfKeras()) {
            divisor *= (double) output.count() / output.count(output.kerasAxes());
        }
        return divisor == 0 ? 0 : 1 / divisor;
    }

    /// The axes of the array that weights are broadcast against.
    public List<Axis> weightedAxes(Output output) {
        return isOfKeras() ? output.kerasAxes() : output.axes();
    }

    private static List<Axis> without(Output output, Axis axis) {
        return output.axes().stream().filter(a -> a != axis).toList();
    }

    private double weightSum(Output output, Weights weights) {
        return isOfKeras()
                ? weights.sumAsGiven()
                : weights.over(output, output.axes()).sum();
    }
}
