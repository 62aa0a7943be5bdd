package lossloupe.bench;

/// The losses as one would write them without kernels.
final class PlainLoops {
    private PlainLoops() {}

    static void sigmoidCrossEntropy(double[] x, double[] z, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = Math.max(x[i], 0) - x[i] * z[i] + Math.log1p(Math.exp(-Math.abs(x[i])));
        }
    }

    static void sigmoidCrossEntropy(float[] x, float[] z, float[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) (Math.max(x[i], 0) - x[i] * z[i] + Math.log1p(Math.exp(-Math.abs(x[i]))));
        }
    }

    static void sigmoidGradient(double[] x, double[] z, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = 1 / (1 + Math.exp(-x[i])) - z[i];
        }
    }

    static void sigmoidGradient(float[] x, float[] z, float[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) (1 / (1 + Math.exp(-x[i])) - z[i]);
        }
    }

    static void softmaxCrossEntropy(KernelData d, int classes) {
        for (int i = 0; i < d.length(); i++) {
            statistics(d, classes, i);
            for (int c = 0; c < classes; c++) {
                d.out[i] = d.z[c][i] * (d.logSum[i] - (d.x[c][i] - d.max[i]));
            }
        }
    }

    static void softmax(KernelData d, int classes) {
        for (int i = 0; i < d.length(); i++) {
            statistics(d, classes, i);
            for (int c = 0; c < classes; c++) {
                d.out[i] = Math.exp(d.x[c][i] - d.max[i] - d.logSum[i]);
            }
        }
    }

    private static void statistics(KernelData d, int classes, int i) {
        double max = d.x[0][i];
        for (int c = 1; c < classes; c++) {
            max = Math.max(max, d.x[c][i]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(d.x[c][i] - max);
        }
        d.max[i] = max;
        d.logSum[i] = Math.log(sum);
    }
}
