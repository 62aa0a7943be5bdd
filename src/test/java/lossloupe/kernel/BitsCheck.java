package lossloupe.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Runs every kernel in both versions over the same inputs and collects the differences in bits. Has a `main`, because
/// the width of vectors is chosen once per JVM: the test of the other widths starts one each.
final class BitsCheck {
    private static final double[] EXTREMES = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        1e-12,
        -1e-12,
        20,
        -20,
        36.7368,
        88,
        -88,
        88.75,
        -103.97,
        -104.5,
        709.78,
        710,
        -710,
        -708.4,
        -745.13,
        -746,
        1e30,
        -1e30,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e-310,
        Float.MIN_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        -0.6931471805599453
    };

    private final Kernels vectors = new VectorKernels(Heat::hot);
    private final Kernels scalar = Kernels.scalar();
    private final List<String> differences = new ArrayList<>();
    private final Random random;

    private BitsCheck(long seed) {
        random = new Random(seed);
    }

    /// Exits with 1 if anything differs.
    public static void main(String[] args) {
        List<String> found = differences(Long.parseLong(args[0]), 60);
        System.out.println(new VectorKernels().name());
        found.forEach(System.out::println);
        System.exit(found.isEmpty() ? 0 : 1);
    }

    static List<String> differences(long seed, int rounds) {
        var check = new BitsCheck(seed);
        for (int round = 0; round < rounds; round++) {
            check.round();
        }
        return check.differences;
    }

    private interface Work<A> {
        void run(Kernels k, A out);
    }

    private void round() {
        int length = 1 + random.nextInt(random.nextBoolean() ? 40 : 1300);
        int from = random.nextInt(Math.min(length, 20));
        int to = from + random.nextInt(length - from + 1);
        int classes = 1 + random.nextInt(9);
        double[][] x = new double[classes][];
        Arrays.setAll(x, c -> logits(length));
        double[] z = labels(length);
        doubles(x, z, from, to);
        float[][] xf = new float[classes][];
        Arrays.setAll(xf, c -> floats(x[c]));
        floats(xf, floats(z), from, to);
        sums(x[0], xf[0], from, to);
        elementary(x[0], xf[0], from, to);
        crossEntropyAndSigmoids(x[0], z, from, to);
    }

    private void doubles(double[][] x, double[] z, int from, int to) {
        int n = z.length;
        same("sigmoid CE 64", n, (k, out) -> k.sigmoidCrossEntropy(x[0], z, out, from, to));
        same("gradient 64", n, (k, out) -> k.sigmoidCrossEntropyGradient(x[0], z, out, from, to));
        same("sigmoid 64", n, (k, out) -> k.sigmoid(x[0], out, from, to));
        var max = new double[n];
        var logSum = new double[n];
        same("max of classes 64", n, (k, out) -> k.logSumExp(x, out, new double[n], from, to));
        same("logSumExp 64", n, (k, out) -> k.logSumExp(x, max, out, from, to));
        scalar.logSumExp(x, max, logSum, from, to);
        same("terms 64", n, (k, out) -> k.softmaxCrossEntropyTerms(x[0], z, max, logSum, out, from, to));
        same("softmax 64", n, (k, out) -> k.softmax(x[0], max, logSum, out, from, to));
        same("row terms 64", n, (k, out) -> k.softmaxCrossEntropyTerms(x[0], z, 2.5, 0.3, out, from, to));
        same("row softmax 64", n, (k, out) -> k.softmax(x[0], 2.5, 0.3, out, from, to));
        same("in place 64", n, (k, out) -> {
            System.arraycopy(x[0], 0, out, 0, n);
            k.sigmoidCrossEntropy(out, z, out, from, to);
        });
    }

    private void elementary(double[] x, float[] xf, int from, int to) {
        int n = x.length;
        sameElementary("exp 64", n, (k, out) -> k.exp(x, out, from, to));
        sameElementary("log 64", n, (k, out) -> k.log(x, out, from, to));
        sameElementary("log of probabilities 64", n, (k, out) -> {
            scalar.sigmoid(x, out, 0, n);
            k.log(out, out, from, to);
        });
        sameElementary("tail 64", n, (k, out) -> k.tail(x, out, from, to));
        sameElementary("sigmoid of both", n, (k, out) -> k.sigmoids(x, out, new double[n], from, to));
        sameElementary("sigmoid of minus x", n, (k, out) -> k.sigmoids(x, new double[n], out, from, to));
        sameElementary("exp 32", n, floats(n, (k, out) -> k.exp(xf, out, from, to)));
        sameElementary("log 32", n, floats(n, (k, out) -> k.log(xf, out, from, to)));
        sameElementary("log of probabilities 32", n, floats(n, (k, out) -> {
            scalar.sigmoid(xf, out, 0, n);
            k.log(out, out, from, to);
        }));
        sameElementary("tail 32", n, floats(n, (k, out) -> k.tail(xf, out, from, to)));
        sameElementary("sigmoid of both 32", n, floats(n, (k, out) -> k.sigmoids(xf, out, new float[n], from, to)));
        sameElementary("sigmoid of minus x 32", n, floats(n, (k, out) -> k.sigmoids(xf, new float[n], out, from, to)));
    }

    private void crossEntropyAndSigmoids(double[] x, double[] z, int from, int to) {
        int n = x.length;
        for (int which = 0; which < 4; which++) {
            int shown = which;
            sameElementary(
                    "of CE and sigmoids 64, array " + shown,
                    n,
                    (k, out) -> k.ofCrossEntropyAndSigmoids(
                            x,
                            z,
                            out,
                            (ce, p, q, labels, length) ->
                                    System.arraycopy(new double[][] {ce, p, q, labels}[shown], 0, ce, 0, length),
                            from,
                            to));
            sameElementary(
                    "of CE and sigmoids 32, array " + shown,
                    n,
                    floats(
                            n,
                            (k, out) -> k.ofCrossEntropyAndSigmoids(
                                    floats(x),
                                    floats(z),
                                    out,
                                    (ce, p, q, labels, length) ->
                                            System.arraycopy(new float[][] {ce, p, q, labels}[shown], 0, ce, 0, length),
                                    from,
                                    to)));
        }
    }

    private interface FloatWork {
        void run(Elementary k, float[] out);
    }

    private static ElementaryWork floats(int n, FloatWork work) {
        return (k, out) -> {
            var narrow = new float[n];
            work.run(k, narrow);
            for (int i = 0; i < n; i++) {
                out[i] = narrow[i];
            }
        };
    }

    private interface ElementaryWork {
        void run(Elementary k, double[] out);
    }

    private void sameElementary(String what, int length, ElementaryWork work) {
        var expected = new double[length];
        var actual = new double[length];
        work.run(new ScalarElementary(), expected);
        work.run(new VectorElementary(Heat::hot), actual);
        int at = Arrays.mismatch(expected, actual);
        if (at >= 0) {
            differences.add(what + ": " + expected[at] + " became " + actual[at]);
        }
    }

    private void floats(float[][] x, float[] z, int from, int to) {
        int n = z.length;
        sameFloats("sigmoid CE 32", n, (k, out) -> k.sigmoidCrossEntropy(x[0], z, out, from, to));
        sameFloats("gradient 32", n, (k, out) -> k.sigmoidCrossEntropyGradient(x[0], z, out, from, to));
        sameFloats("sigmoid 32", n, (k, out) -> k.sigmoid(x[0], out, from, to));
        var max = new float[n];
        var logSum = new float[n];
        sameFloats("max of classes 32", n, (k, out) -> k.logSumExp(x, out, new float[n], from, to));
        sameFloats("logSumExp 32", n, (k, out) -> k.logSumExp(x, max, out, from, to));
        scalar.logSumExp(x, max, logSum, from, to);
        sameFloats("terms 32", n, (k, out) -> k.softmaxCrossEntropyTerms(x[0], z, max, logSum, out, from, to));
        sameFloats("softmax 32", n, (k, out) -> k.softmax(x[0], max, logSum, out, from, to));
        sameFloats("row terms 32", n, (k, out) -> k.softmaxCrossEntropyTerms(x[0], z, 2.5f, 0.3f, out, from, to));
        sameFloats("row softmax 32", n, (k, out) -> k.softmax(x[0], 2.5f, 0.3f, out, from, to));
    }

    private void sums(double[] x, float[] xf, int from, int to) {
        double[] calm = x.clone();
        float[] calmF = xf.clone();
        for (int i = 0; i < x.length; i++) {
            calm[i] = Double.isFinite(x[i]) && Math.abs(x[i]) < 1e100 ? x[i] : 3;
            calmF[i] = Float.isFinite(xf[i]) && Math.abs(xf[i]) < 1e30f ? xf[i] : 3;
        }
        same("sums 64", 11, (k, out) -> {
            put(k.sum(x, from, to), out, 0);
            put(k.sum(calm, from, to), out, 2);
            put(k.sumAsFloat(calm, from, to), out, 4);
            out[6] = k.sumExp(x, 1, from, to);
            out[7] = k.sumExp(calm, 3, from, to);
            out[8] = k.max(x, from, to);
            out[9] = k.min(x, from, to);
        });
        same("sums 32", 11, (k, out) -> {
            put(k.sum(xf, from, to), out, 0);
            put(k.sum(calmF, from, to), out, 2);
            out[4] = k.sumExp(xf, 1, from, to);
            out[5] = k.sumExp(calmF, 3, from, to);
            out[6] = k.max(xf, from, to);
            out[7] = k.min(xf, from, to);
        });
    }

    private static void put(Sum sum, double[] out, int at) {
        out[at] = sum.high();
        out[at + 1] = sum.low();
    }

    /// Elements outside the span hold −7 before and must after.
    private void same(String name, int n, Work<double[]> work) {
        var a = new double[n];
        var b = new double[n];
        Arrays.fill(a, -7);
        Arrays.fill(b, -7);
        work.run(scalar, a);
        work.run(vectors, b);
        for (int i = 0; i < n; i++) {
            if (Double.doubleToLongBits(a[i]) != Double.doubleToLongBits(b[i])) {
                differences.add(name + " [" + i + "]: " + a[i] + " and " + b[i]);
            }
        }
    }

    private void sameFloats(String name, int n, Work<float[]> work) {
        var a = new float[n];
        var b = new float[n];
        Arrays.fill(a, -7);
        Arrays.fill(b, -7);
        work.run(scalar, a);
        work.run(vectors, b);
        for (int i = 0; i < n; i++) {
            if (Float.floatToIntBits(a[i]) != Float.floatToIntBits(b[i])) {
                differences.add(name + " [" + i + "]: " + a[i] + " and " + b[i]);
            }
        }
    }

    private double[] logits(int n) {
        double scale = Math.scalb(1, random.nextInt(12) - 2);
        int rarity = random.nextBoolean() ? 4 : 200;
        double[] v = new double[n];
        Arrays.setAll(
                v,
                i -> random.nextInt(rarity) == 0
                        ? EXTREMES[random.nextInt(EXTREMES.length)]
                        : scale * random.nextGaussian());
        return v;
    }

    private double[] labels(int n) {
        double[] v = new double[n];
        Arrays.setAll(v, i -> switch (random.nextInt(4)) {
            case 0 -> 1;
            case 1 -> random.nextDouble();
            default -> 0;
        });
        return v;
    }

    private static float[] floats(double[] v) {
        float[] out = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            out[i] = (float) v[i];
        }
        return out;
    }
}
