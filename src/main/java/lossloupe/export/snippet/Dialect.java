package lossloupe.export.snippet;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;

/// How a framework writes what all of them can compute, and the operations of its own. In the code, `x` are logits, `z`
/// labels as the loss takes them and `w` weights, all of them tensors; `labels`, `logits` and `weights` are NumPy
/// arrays.
abstract sealed class Dialect permits NumpyDialect, TensorFlowDialect, KerasDialect, PyTorchDialect, JaxDialect {
    private final String prefix;
    private final Map<String, String> renamed;

    /// @param prefix of a function that is called as in NumPy, as `jnp.`
    /// @param renamed functions that are called otherwise, by their names in NumPy
    Dialect(String prefix, Map<String, String> renamed) {
        this.prefix = prefix;
        this.renamed = Map.copyOf(renamed);
    }

    abstract List<String> imports(DType dtype);

    /// A tensor of a NumPy array.
    abstract String tensor(String array);

    /// A tensor that derivatives are taken by.
    String variable(String array) {
        return tensor(array);
    }

    /// Whether the op of softmax cross-entropy returns p − z for a gradient, whatever labels add up to.
    boolean returnsTargetsTakenOff() {
        return false;
    }

    /// A NumPy array, or what NumPy takes for one, of a tensor.
    String fetched(String tensor) {
        return tensor;
    }

    /// Sigmoid cross-entropy of `x` and `z`, cell by cell.
    abstract String sigmoidCrossEntropy();

    /// The same with a factor on positive labels, or nothing where the framework has no such operation.
    ///
    /// @param posWeight a tensor or a number
    String weightedSigmoid(String posWeight) {
        return "";
    }

    /// Lines that set `values` to softmax cross-entropy of `x` and `z`.
    ///
    /// @param axis index of the axis that softmax runs over
    abstract List<String> softmaxCrossEntropy(int axis, int rank);

    /// Lines that set `values` to softmax cross-entropy against `y`, of which only `counts` count, with weights
    /// `w_y`; none where the framework has no operation that does what the parameters ask for.
    List<String> sparseSoftmax(SparseSoftmaxCrossEntropy loss, int axis, int rank) {
        return List.of();
    }

    /// Lines for the other losses, if the framework has an operation that gives their numbers; else none.
    List<String> operation(SnippetLoss loss) {
        return List.of();
    }

    /// What the framework has in place of an operation for the loss of this id: a sentence.
    String instead(String lossId) {
        return "";
    }

    /// The framework's own call of a reduction; nothing where it has none and `values` are reduced by sums.
    String reduction(Reduction reduction, SnippetLoss loss) {
        return "";
    }

    /// Lines that [#reduction] needs before any call.
    List<String> beforeReductions(SnippetLoss loss, List<Reduction> reductions) {
        return List.of();
    }

    final String name(String function) {
        return prefix + renamed.getOrDefault(function, function);
    }

    final String call(String function, String... arguments) {
        return name(function) + "(" + String.join(", ", arguments) + ")";
    }

    String axisWord() {
        return "axis";
    }

    /// A function over some axes.
    final String over(String function, String value, List<Integer> axes) {
        var text = axes.size() == 1 ? String.valueOf(axes.getFirst()) : PythonText.tuple(axes);
        return call(function, value, axisWord() + "=" + text);
    }

    final String sum(String value) {
        return call("sum", value);
    }

    /// Rectified, max(value, 0).
    abstract String relu(String value);

    abstract String sigmoid(String value);

    abstract String softmax(String value, int axis);

    String clip(String value, String least, String greatest) {
        return call("clip", value, least, greatest);
    }

    final String transposed(String value, List<Integer> order) {
        boolean isSame = order.equals(order.stream().sorted().toList());
        return isSame ? value : call("transpose", value, PythonText.tuple(order));
    }

    final String reshaped(String value, List<Integer> sizes) {
        return call("reshape", value, PythonText.tuple(sizes));
    }

    final String cumulative(String value) {
        return call("cumsum", value, axisWord() + "=1");
    }

    /// Indices that sort each row of a matrix from the greatest down.
    String descending(String matrix) {
        return call("argsort", "-" + matrix, axisWord() + "=1");
    }

    /// The elements of each row of a matrix at these indices.
    String taken(String matrix, String indices) {
        return call("take_along_axis", matrix, indices, axisWord() + "=1");
    }

    /// Two matrices side by side.
    String beside(String left, String right) {
        return name("concatenate") + "([" + left + ", " + right + "], " + axisWord() + "=1)";
    }

    /// A tensor rounded to float32.
    abstract String float32(String value);

    /// The order of axes that has one of them last.
    static List<Integer> last(int axis, int rank) {
        return Stream.concat(IntStream.range(0, rank).filter(i -> i != axis).boxed(), Stream.of(axis))
                .toList();
    }
}
