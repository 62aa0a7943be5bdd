package lossloupe.export.snippet;

import java.util.Locale;
import lossloupe.loss.BinaryCrossEntropy;
import lossloupe.loss.NaiveSigmoidCrossEntropy;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.tensor.Extremes;

/// By how much a number of another framework may differ, absolutely and relatively.
final class Tolerance {
    private static final double OF_FLOAT64 = 1e-12;
    private static final double OF_FLOAT32 = 1e-5;

    private Tolerance() {}

    static double of(DType dtype) {
        return dtype == DType.FLOAT32 ? OF_FLOAT32 : OF_FLOAT64;
    }

    /// As Python writes it, `1e-12`.
    static String text(double tolerance) {
        return String.format(Locale.ROOT, "%.0e", tolerance);
    }

    /// The arguments of `check` where a number has fewer digits than its type; empty where it has not.
    static String arguments(SnippetLoss loss, Reduction reduction) {
        double usual = of(loss.dtype());
        double relative = reduction.isThroughFloat32() ? OF_FLOAT32 : usual;
        double absolute = Math.max(relative, slack(loss, reduction));
        return (relative == usual ? "" : ", rtol=" + text(relative))
                + (absolute == usual ? "" : ", atol=" + text(absolute));
    }

    /// What the last bit of p is worth in ln(1 − p): ε·e^x, and ln 2 where 1 − p is that bit alone. Past that both
    /// sides are infinite.
    private static double slack(SnippetLoss loss, Reduction reduction) {
        boolean isRounded =
                loss.loss() instanceof BinaryCrossEntropy || loss.loss() instanceof NaiveSigmoidCrossEntropy;
        if (!isRounded) {
            return 0;
        }
        double bit = loss.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
        double one = Math.min(1, 2 * bit * Math.exp(greatestLogit(loss)));
        var weights = loss.result().weights();
        double weighted = weights.isNone() ? one : one * Math.max(1, weights.sumAsGiven());
        boolean isSum = reduction.isScalar() && loss.result().divisor(reduction).value() == 1;
        return isSum ? weighted * loss.result().count() : weighted;
    }

    static double greatestLogit(SnippetLoss loss) {
        var all = new Extremes();
        for (var example : loss.document().examples()) {
            example.logits().forEach(p -> p.extremes(0, p.length(), all));
        }
        return all.max();
    }
}
