package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossloupe.loss.BinaryCrossEntropy;
import lossloupe.loss.LovaszHinge;
import lossloupe.loss.NaiveSigmoidCrossEntropy;
import lossloupe.loss.PerClass;
import lossloupe.loss.RegionLoss;
import lossloupe.loss.SigmoidCrossEntropy;
import lossloupe.loss.SigmoidFocal;
import lossloupe.loss.SoftmaxCrossEntropy;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.tensor.Axis;

/// Lines that set `values` to what a loss returns for `x` and `z`: by the framework's own operation where it has one,
/// else by a formula in its functions, which a comment says.
final class LossCode {
    private final SnippetLoss subject;
    private final Dialect dialect;
    private final List<String> lines = new ArrayList<>();

    private LossCode(SnippetLoss subject, Dialect dialect) {
        this.subject = subject;
        this.dialect = dialect;
    }

    static List<String> of(SnippetLoss subject, Dialect dialect) {
        var code = new LossCode(subject, dialect);
        code.write();
        return List.copyOf(code.lines);
    }

    private void write() {
        add("x, z = " + dialect.variable("logits") + ", " + dialect.tensor("labels"));
        var operation = dialect.operation(subject);
        if (!operation.isEmpty()) {
            lines.addAll(operation);
            return;
        }
        switch (subject.loss()) {
            case SigmoidCrossEntropy loss -> sigmoid(loss);
            case SoftmaxCrossEntropy loss -> softmax(loss);
            case SparseSoftmaxCrossEntropy loss -> sparse(loss);
            case BinaryCrossEntropy loss -> onProbabilities(loss);
            case NaiveSigmoidCrossEntropy loss -> naive();
            case SigmoidFocal loss -> focal(loss);
            case RegionLoss loss -> {
                formula();
                lines.addAll(OverlapCode.of(subject, loss, dialect));
            }
            case LovaszHinge loss -> lovasz(loss);
            default -> throw new AssertionError(subject.loss().info().id());
        }
    }

    private void add(String line) {
        lines.add(line);
    }

    /// Says that what follows is no operation of the framework.
    private void formula() {
        var instead = dialect.instead(subject.loss().info().id());
        if (!instead.isEmpty()) {
            add("# " + instead + ": a formula.");
        }
    }

    private void smooth(double amount, int group) {
        if (amount != 0) {
            var epsilon = PythonText.number(amount);
            add("z = z * (1 - " + epsilon + ") + " + epsilon + " / " + group + "  # label smoothing");
        }
    }

    private void sigmoid(SigmoidCrossEntropy loss) {
        smooth(loss.labelSmoothing(), 2);
        var factors = loss.posWeight().factors();
        if (factors.isEmpty()) {
            add("values = " + dialect.sigmoidCrossEntropy());
            return;
        }
        add("q = " + dialect.tensor(alongClasses(loss.posWeight())) + "  # pos_weight");
        var operation = dialect.weightedSigmoid("q");
        if (!operation.isEmpty()) {
            add("values = " + operation);
            return;
        }
        formula();
        add("tail = " + dialect.call("log1p", dialect.call("exp", "-" + dialect.call("abs", "x"))));
        add("values = (1 - z) * (" + dialect.relu("x") + " + tail) + q * z * (" + dialect.relu("-x") + " + tail)");
    }

    /// Numbers per class as an array that broadcasts against the grid: `[n, 1]` where positions come last.
    private String alongClasses(PerClass factors) {
        var array = "np.array(" + PythonText.list(factors.factors()) + ", dtype)";
        boolean isLast = subject.index(Axis.CLASS) == subject.rank() - 1;
        return isLast || factors.factors().size() == 1 ? array : array + "[:, None]";
    }

    private void softmax(SoftmaxCrossEntropy loss) {
        smooth(loss.labelSmoothing(), subject.document().shape().size(loss.axis()));
        lines.addAll(dialect.softmaxCrossEntropy(subject.index(loss.axis()), subject.rank()));
    }

    private void sparse(SparseSoftmaxCrossEntropy loss) {
        int axis = subject.index(Axis.CLASS);
        add("y = labels.argmax(axis=" + axis + ")  # class of each position, the first of equals");
        add("counts = labels.max(axis=" + axis + ") > 0  # a position without a label is ignored");
        if (loss.ignoreIndex() >= 0) {
            add("counts &= y != " + loss.ignoreIndex());
        }
        var factors = loss.classWeight().factors();
        int n = subject.classes();
        if (!factors.isEmpty()) {
            add(
                    factors.size() == 1
                            ? "class_weight = np.full(" + n + ", " + PythonText.number(factors.getFirst()) + ", dtype)"
                            : "class_weight = np.array(" + PythonText.list(factors) + ", dtype)");
        }
        add(
                factors.isEmpty()
                        ? "w_y = counts.astype(dtype)"
                        : "w_y = np.where(counts, class_weight[y], 0).astype(dtype)");
        var operation = dialect.sparseSoftmax(loss, axis, subject.rank());
        if (!operation.isEmpty()) {
            lines.addAll(operation);
            return;
        }
        dense(loss, axis);
    }

    /// The same loss as softmax cross-entropy against targets, which hold weights and smoothing.
    private void dense(SparseSoftmaxCrossEntropy loss, int axis) {
        var instead = dialect.instead(subject.loss().info().id());
        if (!instead.isEmpty()) {
            add("# " + instead + ": the dense operation on the same targets.");
        }
        boolean isWeighted = !loss.classWeight().factors().isEmpty();
        var epsilon = PythonText.number(loss.labelSmoothing());
        var oneHot = "np.eye(" + subject.classes() + ", dtype=dtype)[y]";
        if (loss.labelSmoothing() != 0) {
            oneHot = "((1 - " + epsilon + ") * " + oneHot + " + " + epsilon + " / " + subject.classes() + ")";
        }
        add("targets = " + oneHot + (isWeighted ? " * class_weight" : "") + " * counts[..., None]");
        add("z = " + dialect.tensor("np.moveaxis(targets, -1, " + axis + ").astype(dtype)"));
        lines.addAll(dialect.softmaxCrossEntropy(axis, subject.rank()));
    }

    private void onProbabilities(BinaryCrossEntropy loss) {
        formula();
        var epsilon = PythonText.number(loss.epsilon());
        add("o = " + dialect.clip(dialect.sigmoid("x"), epsilon, "1 - " + epsilon));
        crossEntropy("o");
    }

    private void naive() {
        add("# Wrong on purpose: s rounds to 1, and then 1 - s is 0.");
        add("s = 1 / (1 + " + dialect.call("exp", "-x") + ")");
        crossEntropy("s");
    }

    private void crossEntropy(String p) {
        add("values = -(z * " + dialect.call("log", p) + " + (1 - z) * " + dialect.call("log", "1 - " + p) + ")");
    }

    private void focal(SigmoidFocal loss) {
        formula();
        add("# 1 - p would lose the digits of small numbers.");
        add("q = " + dialect.sigmoid("x") + " * (1 - z) + " + dialect.sigmoid("-x") + " * z");
        add("cross_entropy = " + dialect.sigmoidCrossEntropy());
        var alpha = loss.alpha().isEmpty() ? "" : PythonText.number(loss.alpha().getFirst());
        var weight = alpha.isEmpty() ? "" : balance(alpha) + " * ";
        add("values = " + weight + "q ** " + PythonText.number(loss.gamma()) + " * cross_entropy");
    }

    /// Focal's factor on ones and the rest on zeros.
    static String balance(String alpha) {
        return "(" + alpha + " * z + (1 - " + alpha + ") * (1 - z))";
    }

    /// Regions become rows of a matrix, sorted by their errors.
    private void lovasz(LovaszHinge loss) {
        formula();
        var summed = subject.indices(loss.sumsOver().summed());
        var kept = IntStream.range(0, subject.rank())
                .filter(i -> !summed.contains(i))
                .boxed()
                .toList();
        var order = Stream.concat(kept.stream(), summed.stream()).toList();
        long regions = subject.result().count();
        var matrix = List.of((int) regions, (int) (subject.document().shape().size() / regions));
        add("errors = " + dialect.reshaped(dialect.transposed("1 - x * (2 * z - 1)", order), matrix));
        add("marks = " + dialect.reshaped(dialect.transposed("z", order), matrix));
        add("order = " + dialect.descending("errors"));
        add("errors, marks = " + dialect.taken("errors", "order") + ", " + dialect.taken("marks", "order"));
        add("missed, added = " + dialect.cumulative("marks") + ", " + dialect.cumulative("1 - marks"));
        add("positives = missed[:, -1:]");
        add("jaccard = 1 - (positives - missed) / (positives + added)");
        add("rise = jaccard - " + dialect.beside("0 * jaccard[:, :1]", "jaccard[:, :-1]"));
        var sizes = subject.result().axes().stream()
                .map(a -> subject.result().size(a))
                .toList();
        var sums = dialect.over("sum", dialect.relu("errors") + " * rise", List.of(1));
        add("values = " + dialect.reshaped(sums, sizes));
    }
}
