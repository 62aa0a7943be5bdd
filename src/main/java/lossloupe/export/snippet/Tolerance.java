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

    /// What is cast to float32 has its digits only; where `1 − p` is rounded, the last bit of p is worth ε·e^x.
    static double of(SnippetLoss loss, Reduction reduction) {
        double usual = reduction.isThroughFloat32() ? OF_FLOAT32 : of(loss.dtype());
        boolean isRounded =
                loss.loss() instanceof BinaryCrossEntropy || loss.loss() instanceof NaiveSigmoidCrossEntropy;
        if (!isRounded) {
            return usual;
        }
        boolean isFloat = loss.dtype() == DType.FLOAT32;
        double bit = isFloat ? Math.ulp(1f) : Math.ulp(1.0);
        double one = 2 * bit * Math.exp(Math.min(greatestLogit(loss), isFloat ? 17 : 37));
        boolean isSum = reduction.isScalar() && loss.result().divisor(reduction).value() == 1;
        double all = isSum ? one * loss.result().count() : one;
        return Math.max(usual, Double.parseDouble(text(all)));
    }

    private static double greatestLogit(SnippetLoss loss) {
        var all = new Extremes();
        for (var example : loss.document().examples()) {
            example.logits().forEach(p -> p.extremes(0, p.length(), all));
        }
        return all.max();
    }
}
