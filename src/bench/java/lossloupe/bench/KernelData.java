package lossloupe.bench;

import java.util.Random;

/// Logits N(0, 3), a fifth of the labels positive, and room for results, in both types.
public final class KernelData {
    final double[][] x;
    final double[][] z;
    final float[][] xf;
    final float[][] zf;
    final double[] out;
    final double[] max;
    final double[] logSum;
    final float[] outF;
    final float[] maxF;
    final float[] logSumF;

    KernelData(int length, int classes, Random random) {
        x = new double[classes][length];
        z = new double[classes][length];
        xf = new float[classes][length];
        zf = new float[classes][length];
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < length; i++) {
                x[c][i] = 3 * random.nextGaussian();
                z[c][i] = random.nextInt(5) == 0 ? 1 : 0;
                xf[c][i] = (float) x[c][i];
                zf[c][i] = (float) z[c][i];
            }
        }
        out = new double[length];
        max = new double[length];
        logSum = new double[length];
        outF = new float[length];
        maxF = new float[length];
        logSumF = new float[length];
    }

    int length() {
        return out.length;
    }
}
