package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the kernels compute, in both versions: limits, accuracy of the sums over classes, spans.
class KernelsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    static Kernels[] both() {
        return new Kernels[] {Kernels.scalar(), new VectorKernels(Heat::hot)};
    }

    @ParameterizedTest
    @MethodSource("both")
    void infiniteLogitsGiveTheLimit(Kernels k) {
        double[] x = {INF, INF, INF, -INF, -INF, -INF, Double.NaN, INF, 2, 0, -710, -710, 1000, -1000, 1e30, 3};
        double[] z = {1, 0, 0.3, 0, 1, 0.3, 1, Double.NaN, 1, 0.5, 0, 1, 1, 1, 0, Double.NaN};
        double[] expected = {
            0,
            INF,
            INF,
            0,
            INF,
            INF,
            Double.NaN,
            Double.NaN,
            Math.log1p(Math.exp(-2)),
            Math.log(2),
            4.47628622567513e-309,
            710,
            0,
            1000,
            1e30,
            Double.NaN
        };
        var out = new double[x.length];
        k.sigmoidCrossEntropy(x, z, out, 0, x.length);
        var outF = new float[x.length];
        k.sigmoidCrossEntropy(floats(x), floats(z), outF, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], out[i], delta(expected[i], 1e-15), "x = " + x[i] + ", z = " + z[i]);
            assertEquals(
                    (float) expected[i],
                    outF[i],
                    (float) delta((float) expected[i], 2e-7),
                    "x = " + x[i] + ", z = " + z[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void gradientsAreFiniteAtInfinity(Kernels k) {
        double[] x = {INF, INF, INF, -INF, -INF, -INF, -40, 40};
        double[] z = {1, 0, 0.25, 0, 1, 0.25, 0, 1};
        double[] expected = {0, 1, 0.75, 0, -1, -0.25, Math.exp(-40), -Math.exp(-40)};
        var out = new double[x.length];
        k.sigmoidCrossEntropyGradient(x, z, out, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], out[i], 1e-15 * Math.abs(expected[i]), "x = " + x[i] + ", z = " + z[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void logSumExpIsWithinOneUlp(Kernels k) {
        long seed = 99;
        var random = new Random(seed);
        int n = 200;
        var x = new double[5][n];
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < x.length; c++) {
                x[c][p] = (1 + p % 40) * random.nextGaussian();
            }
        }
        var max = new double[n];
        var logSum = new double[n];
        k.logSumExp(x, max, logSum, 0, n);
        for (int p = 0; p < n; p++) {
            BigDecimal sum = BigDecimal.ONE.negate();
            for (double[] row : x) {
                // the kernel's own difference, whose rounding is the caller's, not the logarithm's
                sum = sum.add(Precise.exp(new BigDecimal(row[p] - max[p])));
            }
            double ulps = Precise.ulps(logSum[p], Precise.log1p(sum));
            assertTrue(ulps <= 1, "position " + p + " off by " + ulps + " ulp, seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void softmaxAtExtremes(Kernels k) {
        int n = 64;
        double[][] columns = {
            {-1e30, -1e30, -1e30},
            {1000, 0, -1000},
            {-INF, 0, 1},
            {INF, 0, 1},
            {-INF, -INF, -INF},
            {0, Double.NaN, 1},
            {0, -710, -INF}
        };
        double[] expected = {
            Math.log(3), 0, Math.log1p(Math.exp(-1)), Double.NaN, Double.NaN, Double.NaN, 4.47628622567513e-309
        };
        for (int t = 0; t < columns.length; t++) {
            var x = new double[3][n];
            for (int c = 0; c < 3; c++) {
                java.util.Arrays.fill(x[c], columns[t][c]);
            }
            var max = new double[n];
            var logSum = new double[n];
            k.logSumExp(x, max, logSum, 0, n);
            for (double v : logSum) {
                assertEquals(expected[t], v, delta(expected[t], 1e-15), "column " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aTermWithoutLabelAndProbabilityIsZero(Kernels k) {
        double[] out = new double[16];
        double[] x = new double[16];
        java.util.Arrays.fill(x, -INF);
        double[] z = new double[16];
        z[3] = 0.5;
        z[4] = Double.NaN;
        k.softmaxCrossEntropyTerms(x, z, 1, 0.5, out, 0, 16);
        assertEquals(0, out[0]);
        assertEquals(INF, out[3]);
        assertTrue(Double.isNaN(out[4]));
        k.softmaxCrossEntropyTerms(x, z, Double.NaN, 0.5, out, 0, 16);
        assertTrue(Double.isNaN(out[0]));
    }

    @ParameterizedTest
    @MethodSource("both")
    void extremesSkipNaN(Kernels k) {
        double[] v = new double[70];
        java.util.Arrays.fill(v, Double.NaN);
        assertEquals(-INF, k.max(v, 0, 70));
        assertEquals(INF, k.min(v, 0, 70));
        v[3] = -0.0;
        v[66] = 0.0;
        assertEquals(0.0, k.max(v, 0, 70));
        assertEquals(-0.0, k.min(v, 0, 70));
        assertEquals(0.0, k.min(v, 4, 70));
    }

    private static double delta(double expected, double relative) {
        double delta = relative * Math.abs(expected);
        return Double.isFinite(delta) ? Math.max(delta, relative > 1e-10 ? Float.MIN_VALUE : 1e-322) : 1;
    }

    private static float[] floats(double[] v) {
        float[] out = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            out[i] = (float) v[i];
        }
        return out;
    }
}
