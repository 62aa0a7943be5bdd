package lossloupe.loss;

import lossloupe.kernel.Kernels;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;

/// Softmax along positions, chunk by chunk: a fibre is a whole row.
final class SoftmaxRow {
    private SoftmaxRow() {}

    /// A part without any finite logit adds nothing to a row that has one; only a row without any is undefined.
    static SoftmaxStats.Whole stats(Kernels kernels, Chunk logits, DType dtype) {
        int n = logits.length();
        var range = new Extremes();
        logits.extremes(0, n, range);
        if (range.hasNaN() || range.max() == Double.POSITIVE_INFINITY) {
            return SoftmaxStats.Whole.UNDEFINED;
        }
        if (range.max() == Double.NEGATIVE_INFINITY) {
            return new SoftmaxStats.Whole(range.max(), 0);
        }
        if (dtype == DType.FLOAT32) {
            var x = Inputs.floats(logits);
            float max = (float) range.max();
            int at = indexOf(x, max);
            return new SoftmaxStats.Whole(max, kernels.sumExp(x, max, 0, at) + kernels.sumExp(x, max, at + 1, n));
        }
        var x = Inputs.doubles(logits);
        double max = range.max();
        int at = indexOf(x, max);
        return new SoftmaxStats.Whole(max, kernels.sumExp(x, max, 0, at) + kernels.sumExp(x, max, at + 1, n));
    }

    static Chunk terms(Kernels kernels, Chunk logits, Chunk labels, SoftmaxStats.Whole stats, DType dtype) {
        int n = logits.length();
        if (dtype == DType.FLOAT32) {
            var out = new float[n];
            kernels.softmaxCrossEntropyTerms(
                    Inputs.floats(logits),
                    Inputs.floats(labels),
                    (float) stats.max(),
                    (float) stats.logSum(),
                    out,
                    0,
                    n);
            return Chunk.of(out);
        }
        var out = new double[n];
        kernels.softmaxCrossEntropyTerms(
                Inputs.doubles(logits), Inputs.doubles(labels), stats.max(), stats.logSum(), out, 0, n);
        return Chunk.of(out);
    }

    static Chunk probabilities(Kernels kernels, Chunk logits, SoftmaxStats.Whole stats, DType dtype) {
        int n = logits.length();
        if (dtype == DType.FLOAT32) {
            var out = new float[n];
            kernels.softmax(Inputs.floats(logits), (float) stats.max(), (float) stats.logSum(), out, 0, n);
            return Chunk.of(out);
        }
        var out = new double[n];
        kernels.softmax(Inputs.doubles(logits), stats.max(), stats.logSum(), out, 0, n);
        return Chunk.of(out);
    }

    private static int indexOf(double[] x, double value) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == value) {
                return i;
            }
        }
        throw new IllegalArgumentException(value + " is not among the values");
    }

    private static int indexOf(float[] x, float value) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == value) {
                return i;
            }
        }
        throw new IllegalArgumentException(value + " is not among the values");
    }
}
