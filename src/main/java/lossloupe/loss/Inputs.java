package lossloupe.loss;

import java.util.List;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;

/// Chunks as the arrays that kernels read: their own array where the type is right, else a converted copy. Read only.
final class Inputs {
    private static final double[] NO_DOUBLES = {};
    private static final float[] NO_FLOATS = {};

    private Inputs() {}

    static double[] doubles(Chunk chunk) {
        return chunk.asDoubles(chunk.dtype() == DType.FLOAT64 ? NO_DOUBLES : new double[chunk.length()]);
    }

    static float[] floats(Chunk chunk) {
        return chunk.asFloats(chunk.dtype() == DType.FLOAT32 ? NO_FLOATS : new float[chunk.length()]);
    }

    static double[][] doubles(List<Chunk> chunks) {
        return chunks.stream().map(Inputs::doubles).toArray(double[][]::new);
    }

    static float[][] floats(List<Chunk> chunks) {
        return chunks.stream().map(Inputs::floats).toArray(float[][]::new);
    }

    /// Sums over chunks that share their positions, position by position.
    static double[] sums(List<Chunk> chunks) {
        var sums = new double[chunks.getFirst().length()];
        var scratch = new double[sums.length];
        for (var chunk : chunks) {
            var values = chunk.asDoubles(scratch);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values[i];
            }
        }
        return sums;
    }

    /// Whether a label is 0 or 1, and not between them. One comparison, because a processor that has to guess which
    /// of the two a label is guesses wrong too often.
    static boolean isHard(double label) {
        return label * (label - 1) == 0;
    }

    /// Whether all labels are. Of whole numbers the extremes tell, which a picture needs anyway.
    static boolean areHard(Chunk labels) {
        if (labels.dtype() == DType.UINT8) {
            var extremes = new Extremes();
            labels.extremes(0, labels.length(), extremes);
            return extremes.max() <= 1;
        }
        for (int i = 0; i < labels.length(); i++) {
            if (!isHard(labels.get(i))) {
                return false;
            }
        }
        return true;
    }
}
