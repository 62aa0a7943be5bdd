package lossloupe.loss;

import lossloupe.kernel.Arithmetic;
import lossloupe.tensor.Chunk;

/// Label smoothing, z·(1−ε) + ε/k, as `tf.losses` and Keras do: k = 2 for a sigmoid, the number of cells of a fibre for
/// a softmax. A fibre without a label stops being empty: it gets the sum ε.
///
/// Trap: Keras 3.15 with `axis=1` divides by the size of the last axis instead (fixed upstream).
record Smoothing(double amount, int group) {
    static final Param PARAM = Param.number("label_smoothing", Param.Kind.NUMBER, "0", 0, 1, 0.05, Param.Unit.SHARE);

    boolean isNone() {
        return amount == 0;
    }

    double of(double label) {
        return isNone() ? label : label * (1 - amount) + amount / group;
    }

    double of(double label, Arithmetic steps) {
        double z = steps.of(label);
        return isNone() ? z : steps.plus(steps.times(z, steps.of(1 - amount)), steps.of(amount / group));
    }

    Chunk of(Chunk labels) {
        return isNone() ? labels : Chunk.of(of(Inputs.doubles(labels)));
    }

    double[] of(double[] labels) {
        if (isNone()) {
            return labels;
        }
        var smoothed = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            smoothed[i] = of(labels[i]);
        }
        return smoothed;
    }
}
