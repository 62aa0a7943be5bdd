package lossloupe.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// The derivative S·p − z of softmax cross-entropy, written `(S−z)·p − z·(1−p)`.
///
/// Trap: where p is near 1, `p − 1` has no digits left. At most one cell of a fibre has p > ½; its 1−p is the sum of
/// the other probabilities.
final class SoftmaxGradient {
    private SoftmaxGradient() {}

    static List<Chunk> acrossClasses(List<Chunk> probabilities, List<Chunk> labels, DType dtype) {
        return acrossClasses(probabilities, labels, Inputs.sums(labels), dtype);
    }

    /// p − z, whatever the labels sum to: as if that were one.
    static List<Chunk> asReturned(List<Chunk> probabilities, List<Chunk> labels, DType dtype) {
        var ones = new double[labels.getFirst().length()];
        Arrays.fill(ones, 1);
        return acrossClasses(probabilities, labels, ones, dtype);
    }

    private static List<Chunk> acrossClasses(
            List<Chunk> probabilities, List<Chunk> labels, double[] labelSum, DType dtype) {
        var gradients = new ArrayList<Chunk>();
        var scratch = new double[labelSum.length];
        for (int c = 0; c < probabilities.size(); c++) {
            var out = new double[labelSum.length];
            var p = probabilities.get(c).asDoubles(out);
            var z = labels.get(c).asDoubles(scratch);
            for (int i = 0; i < out.length; i++) {
                double complement = p[i] > 0.5 ? sumOfOthers(probabilities, c, i) : 1 - p[i];
                out[i] = (labelSum[i] - z[i]) * p[i] - z[i] * complement;
            }
            gradients.add(Chunk.of(out).as(dtype));
        }
        return gradients;
    }

    static Chunk alongPositions(
            Chunk probabilities, Chunk labelChunk, SoftmaxStats.Whole stats, LabelStats labels, DType dtype) {
        var p = Inputs.doubles(probabilities);
        var z = Inputs.doubles(labelChunk);
        double labelSum = labels.sum().value();
        var out = new double[p.length];
        for (int i = 0; i < out.length; i++) {
            double complement = p[i] > 0.5 ? stats.complementOfGreatest() : 1 - p[i];
            out[i] = (labelSum - z[i]) * p[i] - z[i] * complement;
        }
        return Chunk.of(out).as(dtype);
    }

    private static double sumOfOthers(List<Chunk> p, int cls, int i) {
        double sum = 0;
        for (int c = 0; c < p.size(); c++) {
            sum += c == cls ? 0 : p.get(c).get(i);
        }
        return sum;
    }
}
