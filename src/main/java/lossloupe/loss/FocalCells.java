package lossloupe.loss;

import lossloupe.kernel.Elementary;

/// Focal loss `w·q^γ·CE` of some cells, or its derivative `w·[q^γ·(p−z) + γ·q^(γ−1)·p(1−p)(1−2z)·CE]`, from their
/// cross-entropy, σ(x) and σ(−x).
///
/// The derivative at the usual γ of 2 has a loop without calls, branches or fields, which the JVM turns into vectors:
/// the same bits as one by one. There the greatest finite number stands for an infinite cross-entropy, which meets a
/// factor of 0. The methods are long on purpose: inlined into the loop over tiles, C2 leaves the vectors out, and a
/// method of more than 325 bytes of code (`FreqInlineSize`) is not inlined.
///
/// @param positive w at z = 1
/// @param negative w at z = 0
/// @param derived whether the derivative is meant
record FocalCells(double positive, double negative, double gamma, boolean derived)
        implements Elementary.DoubleStep, Elementary.FloatStep {
    @Override
    public void replace(double[] out, double[] p, double[] complement, double[] z, int n) {
        if (derived && gamma == 2) {
            double above = positive;
            double below = negative;
            for (int i = 0; i < n; i++) {
                double q = p[i] * (1 - z[i]) + complement[i] * z[i];
                double weight = above * z[i] + below * (1 - z[i]);
                double spread = 2 * p[i] * complement[i] * (1 - 2 * z[i]);
                double second = spread * q * Math.min(out[i], Double.MAX_VALUE);
                out[i] = weight * (q * q * ((1 - z[i]) * p[i] - z[i] * complement[i]) + second);
            }
        } else if (derived) {
            for (int i = 0; i < n; i++) {
                double q = q(p[i], complement[i], z[i]);
                double spread = gamma * p[i] * complement[i] * (1 - 2 * z[i]);
                double second = spread == 0 ? 0 : spread * power(q, gamma - 1) * out[i];
                double first = power(q, gamma) * Sigmoids.slope(p[i], complement[i], z[i]);
                out[i] = (weight(z[i]) * (first + second));
            }
        } else {
            for (int i = 0; i < n; i++) {
                double factor = weight(z[i]) * power(q(p[i], complement[i], z[i]), gamma);
                out[i] = Sigmoids.times(factor, out[i]);
            }
        }
    }

    /// As for doubles; in float32 lanes where that loop is, else rounded once.
    @Override
    public void replace(float[] out, float[] p, float[] complement, float[] z, int n) {
        if (derived && gamma == 2) {
            float above = (float) positive;
            float below = (float) negative;
            for (int i = 0; i < n; i++) {
                float q = p[i] * (1 - z[i]) + complement[i] * z[i];
                float weight = above * z[i] + below * (1 - z[i]);
                float spread = 2 * p[i] * complement[i] * (1 - 2 * z[i]);
                float second = spread * q * Math.min(out[i], Float.MAX_VALUE);
                out[i] = weight * (q * q * ((1 - z[i]) * p[i] - z[i] * complement[i]) + second);
            }
        } else if (derived) {
            for (int i = 0; i < n; i++) {
                double q = q(p[i], complement[i], z[i]);
                double spread = gamma * p[i] * complement[i] * (1 - 2 * z[i]);
                double second = spread == 0 ? 0 : spread * power(q, gamma - 1) * out[i];
                double first = power(q, gamma) * Sigmoids.slope(p[i], complement[i], z[i]);
                out[i] = (float) (weight(z[i]) * (first + second));
            }
        } else {
            for (int i = 0; i < n; i++) {
                double factor = weight(z[i]) * power(q(p[i], complement[i], z[i]), gamma);
                out[i] = (float) Sigmoids.times(factor, out[i]);
            }
        }
    }

    double weight(double z) {
        return positive * z + negative * (1 - z);
    }

    static double q(double p, double complement, double z) {
        return p * (1 - z) + complement * z;
    }

    /// StrictMath, so that every machine has the same bits.
    static double power(double base, double exponent) {
        if (exponent == 0) {
            return 1;
        }
        if (exponent == 1) {
            return base;
        }
        return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
    }
}
