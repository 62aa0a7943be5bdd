package lossloupe.export.snippet;

import java.util.List;
import java.util.Map;
import lossloupe.tensor.DType;

/// NumPy has no losses: every one is a formula that is stable where a formula can be.
final class NumpyDialect extends Dialect {
    NumpyDialect() {
        super("np.", Map.of());
    }

    @Override
    List<String> imports(DType dtype) {
        return List.of("import numpy as np");
    }

    @Override
    String tensor(String array) {
        return array;
    }

    @Override
    String sigmoidCrossEntropy() {
        return "np.maximum(x, 0) - x * z + np.log1p(np.exp(-np.abs(x)))";
    }

    /// The greatest logit is taken off first; adding it back to the logarithm would lose digits.
    @Override
    List<String> softmaxCrossEntropy(int axis, int rank) {
        var over = "axis=" + axis;
        return List.of(
                "shifted = x - np.max(x, " + over + ", keepdims=True)",
                "log_sum = np.log(np.sum(np.exp(shifted), " + over + ", keepdims=True))",
                "values = np.sum(z * (log_sum - shifted), " + over + ")");
    }

    @Override
    String relu(String value) {
        return "np.maximum(" + value + ", 0)";
    }

    @Override
    String sigmoid(String value) {
        return "1 / (1 + np.exp(" + (value.startsWith("-") ? value.substring(1) : "-" + value) + "))";
    }

    @Override
    String softmax(String value, int axis) {
        var shifted = "np.exp(" + value + " - np.max(" + value + ", axis=" + axis + ", keepdims=True))";
        return shifted + " / np.sum(" + shifted + ", axis=" + axis + ", keepdims=True)";
    }

    @Override
    String float32(String value) {
        return value + ".astype(np.float32)";
    }
}
