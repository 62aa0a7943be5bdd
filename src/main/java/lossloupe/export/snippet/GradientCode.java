package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossloupe.loss.BinaryCrossEntropy;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.Loss;
import lossloupe.loss.NaiveSigmoidCrossEntropy;
import lossloupe.loss.SigmoidCrossEntropy;
import lossloupe.loss.SigmoidFocal;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.reduce.Reduction;

/// Lines that assert the derivative of a reduction by every logit, as each framework takes derivatives; in NumPy, which
/// takes none, by a formula where there is a short one.
final class GradientCode {
    /// From here on the naive formula and its derivative have no digits left.
    private static final double LARGE = 15;

    private static final String STEP = "    ";

    private static final String P = "p = 1 / (1 + np.exp(-x))";

    private final SnippetLoss subject;
    private final Dialect dialect;
    private final Reduction reduction;
    private final double[] expected;

    private GradientCode(SnippetLoss subject, Dialect dialect, Reduction reduction) {
        this.subject = subject;
        this.dialect = dialect;
        this.reduction = reduction;
        var result = subject.result();
        var ofSum = dialect.returnsTargetsTakenOff() ? result.returnedGradient().field() : result.gradient();
        this.expected = IntStream.range(
                        0, Math.toIntExact(subject.document().shape().size()))
                .mapToObj(subject.document().layout()::cellAt)
                .mapToDouble(at -> result.gradientOf(ofSum, reduction, at.example(), at.cls(), at.position()))
                .toArray();
    }

    /// Of the document's own reduction, or of the sum where that is an array or one of Keras' classes; empty where
    /// a framework does not return what is shown.
    static Optional<GradientCode> of(SnippetLoss subject, Dialect dialect) {
        var shown = Reduction.of(subject.document().setup().reduction());
        var reduction =
                shown.isScalar() && !shown.isOfKeras() && subject.result().takes(shown) ? shown : Reduction.SUM;
        boolean isThere = subject.isFinite()
                && subject.result().takes(reduction)
                && subject.result().divisor(reduction).value() != 0
                && isComparable(subject, dialect);
        return isThere ? Optional.of(new GradientCode(subject, dialect, reduction)) : Optional.empty();
    }

    private static boolean isComparable(SnippetLoss subject, Dialect dialect) {
        Loss loss = subject.loss();
        return switch (dialect) {
            case NumpyDialect numpy -> !slope(subject).isEmpty();
            // Keras is given probabilities that NumPy computed.
            case KerasDialect keras when loss instanceof BinaryCrossEntropy -> false;
            // Through the dense op, which takes targets off whatever they add up to.
            case TensorFlowDialect tf
            when loss instanceof SparseSoftmaxCrossEntropy sparse -> sparse.labelSmoothing() == 0;
            case KerasDialect keras
            when loss instanceof SparseSoftmaxCrossEntropy sparse -> sparse.labelSmoothing() == 0;
            default -> !(loss instanceof NaiveSigmoidCrossEntropy) || Tolerance.greatestLogit(subject) < LARGE;
        };
    }

    private boolean isOnTape() {
        return switch (dialect) {
            case Tf1Dialect tf1 -> false;
            case TensorFlowDialect tf -> true;
            case KerasDialect keras -> true;
            default -> false;
        };
    }

    /// The lines that compute `values` from `x` and weigh them, so that they are recorded where a framework wants
    /// that.
    List<String> recorded(List<String> lines) {
        if (!isOnTape()) {
            return lines;
        }
        var reduced = "reduced = " + new ReductionCode(subject, dialect).of(reduction);
        return Stream.of(
                        List.of("with tf.GradientTape() as tape:", STEP + "tape.watch(x)"),
                        indented(lines),
                        List.of(STEP + reduced))
                .flatMap(List::stream)
                .toList();
    }

    /// The lines behind all others of the loss.
    ///
    /// @param lines those that compute `values` from `x` and weigh them
    List<String> asserted(List<String> lines) {
        var all = new ArrayList<String>();
        if (dialect.returnsTargetsTakenOff()
                && subject.result().returnedGradient().mayDiffer()) {
            all.add("# The op returns p - z, which is not the derivative where labels do not add up to 1.");
        }
        var reduced = new ReductionCode(subject, dialect).of(reduction);
        switch (dialect) {
            case NumpyDialect numpy -> {
                all.addAll(slope(subject));
                all.add(check(scaled()));
            }
            case Tf1Dialect tf1 -> all.add(check("tf.gradients(" + reduced + ", x)[0]"));
            case TensorFlowDialect tf -> all.add(check("tape.gradient(reduced, x)"));
            case KerasDialect keras -> all.add(check("tape.gradient(reduced, x)"));
            case PyTorchDialect torch -> all.add(check("torch.autograd.grad(" + reduced + ", x)[0]"));
            case JaxDialect jax -> {
                all.addAll(List.of("", "", "def reduced(x):", STEP + "z = " + dialect.tensor("labels")));
                all.addAll(indented(lines));
                all.addAll(List.of(STEP + "return " + reduced, "", ""));
                all.add(check("jax.grad(reduced)(x)"));
            }
        }
        return all;
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(l -> l.indent(STEP.length()).stripTrailing()).toList();
    }

    private String check(String code) {
        return Assertion.of(
                "gradient of " + reduction.id(),
                code,
                subject.document().layout().sizes(),
                expected,
                Tolerance.arguments(subject, reduction),
                subject.dtype(),
                dialect);
    }

    /// NumPy's derivative of the sum, weighted and divided.
    private String scaled() {
        var result = subject.result();
        double divisor = result.divisor(reduction).value();
        var by = divisor == 1 ? "" : " / " + PythonText.number(divisor);
        if (result.weights().isNone()) {
            return "slope" + by;
        }
        var weight = subject.loss() instanceof GroupedLoss grouped
                ? "np.expand_dims(np.broadcast_to(w, values.shape), " + subject.index(grouped.axis()) + ")"
                : "w";
        return "slope * " + weight + by;
    }

    /// Lines that set `slope` to the derivative of the sum of `values`; none where that takes more than a line or
    /// two.
    private static List<String> slope(SnippetLoss subject) {
        return switch (subject.loss()) {
            case SigmoidCrossEntropy loss -> {
                var factor = loss.posWeight().factors().isEmpty() ? "" : "q * ";
                yield List.of(P, "slope = (1 - z) * p - " + factor + "z * (1 - p)");
            }
            case NaiveSigmoidCrossEntropy loss -> List.of(P, "slope = p - z");
            case BinaryCrossEntropy loss -> {
                var epsilon = PythonText.number(loss.epsilon());
                var inside = "(p > " + epsilon + ") & (p < 1 - " + epsilon + ")";
                yield List.of(P, "slope = np.where(" + inside + ", p - z, 0)  # 0 where o is clipped");
            }
            case SigmoidFocal loss -> focal(loss);
            case GroupedLoss loss ->
                List.of(
                        "p = np.exp(shifted - log_sum)",
                        "slope = np.sum(z, axis=" + subject.index(loss.axis()) + ", keepdims=True) * p - z");
            default -> List.of();
        };
    }

    /// By the product rule: q grows with p where there is no label.
    private static List<String> focal(SigmoidFocal loss) {
        var gamma = PythonText.number(loss.gamma());
        var weight = loss.alpha().isEmpty()
                ? ""
                : LossCode.balance(PythonText.number(loss.alpha().getFirst())) + " * ";
        var first = "q ** " + gamma + " * (p - z)";
        var second = gamma + " * q ** (" + gamma + " - 1) * p * (1 - p) * (1 - 2 * z) * cross_entropy";
        var slope = loss.gamma() == 0 ? "(" + first + ")" : "(" + first + " + " + second + ")";
        return List.of(P, "slope = " + weight + slope);
    }
}
