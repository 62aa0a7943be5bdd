package lossloupe.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.kernel.Functions;
import lossloupe.kernel.Kernels;
import lossloupe.kernel.Sum;
import lossloupe.tensor.Chunk;

/// What a fibre's gradient and floor need of its labels: their sum S and Σ z ln z. The floor of softmax cross-entropy
/// is Σ z ln(S/z) = S ln S − Σ z ln z: 0 for one label, k ln k where k labels are 1.
///
/// @param negative whether a label is below zero, which leaves the loss without a lower bound
public record LabelStats(Sum sum, Sum entropy, boolean negative) {
    /// k ln k of the sums that hard labels have.
    private static final double[] OF_WHOLE =
            IntStream.range(0, 256).mapToDouble(LabelStats::entropyOf).toArray();

    public LabelStats plus(LabelStats other) {
        return new LabelStats(sum.plus(other.sum), entropy.plus(other.entropy), negative || other.negative);
    }

    double floor() {
        return floor(sum.value(), entropy.value(), negative);
    }

    static LabelStats of(Kernels kernels, Chunk labels) {
        var z = Inputs.doubles(labels);
        var entropies = new double[z.length];
        boolean negative = false;
        for (int i = 0; i < z.length; i++) {
            entropies[i] = entropyOf(z[i]);
            negative |= z[i] < 0;
        }
        return new LabelStats(kernels.sum(z, 0, z.length), kernels.sum(entropies, 0, z.length), negative);
    }

    /// The statistics of a single label.
    public static LabelStats ofOne(double label) {
        return new LabelStats(new Sum(label, 0), new Sum(entropyOf(label), 0), label < 0);
    }

    /// The floors of the fibres across classes, one per position.
    static double[] floors(List<Chunk> labels) {
        boolean areHard = labels.size() < OF_WHOLE.length && labels.stream().allMatch(Inputs::areHard);
        return areHard ? floorsOfHard(labels) : floorsOfSoft(labels);
    }

    private static double[] floorsOfHard(List<Chunk> labels) {
        var sum = Inputs.sums(labels);
        Arrays.setAll(sum, i -> OF_WHOLE[(int) sum[i]]);
        return sum;
    }

    private static double[] floorsOfSoft(List<Chunk> labels) {
        int n = labels.getFirst().length();
        var sum = new double[n];
        var entropy = new double[n];
        var negative = new boolean[n];
        for (var chunk : labels) {
            var z = Inputs.doubles(chunk);
            for (int i = 0; i < n; i++) {
                sum[i] += z[i];
                entropy[i] += entropyOf(z[i]);
                negative[i] |= z[i] < 0;
            }
        }
        for (int i = 0; i < n; i++) {
            sum[i] = floor(sum[i], entropy[i], negative[i]);
        }
        return sum;
    }

    private static double floor(double sum, double entropy, boolean negative) {
        if (negative) {
            return Double.NEGATIVE_INFINITY;
        }
        double whole = entropyOf(sum);
        return Double.isNaN(sum) ? sum : Math.max(0, whole - entropy);
    }

    private static double entropyOf(double label) {
        return Inputs.isHard(label) ? 0 : label * Functions.log(label);
    }
}
