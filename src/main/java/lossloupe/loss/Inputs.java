package lossloupe.loss;

import java.util.List;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

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
}
