package lossloupe.loss;

import lossloupe.kernel.Elementary;

/// `−(z·ln p + (1−z)·ln(1−p))` of probabilities, taken literally: every step is rounded to the type, and 0·∞ is NaN.
final class CrossEntropy {
    private static final Elementary ELEMENTARY = Elementary.lookup();

    private CrossEntropy() {}

    static double[] of(double[] p, double[] z) {
        int n = p.length;
        var logs = new double[n];
        var rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = 1 - p[i];
        }
        ELEMENTARY.log(p, logs, 0, n);
        ELEMENTARY.log(rest, rest, 0, n);
        for (int i = 0; i < n; i++) {
            rest[i] = -(z[i] * logs[i] + (1 - z[i]) * rest[i]);
        }
        return rest;
    }

    static float[] of(float[] p, float[] z) {
        int n = p.length;
        var logs = new float[n];
        var rest = new float[n];
        for (int i = 0; i < n; i++) {
            rest[i] = 1 - p[i];
        }
        ELEMENTARY.log(p, logs, 0, n);
        ELEMENTARY.log(rest, rest, 0, n);
        for (int i = 0; i < n; i++) {
            rest[i] = -(z[i] * logs[i] + (1 - z[i]) * rest[i]);
        }
        return rest;
    }
}
