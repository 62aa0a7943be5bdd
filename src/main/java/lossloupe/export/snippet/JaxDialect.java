package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lossloupe.loss.SigmoidFocal;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.tensor.DType;

/// JAX, with the losses of Optax.
final class JaxDialect extends Dialect {
    JaxDialect() {
        super("jnp.", Map.of());
    }

    @Override
    List<String> imports(DType dtype) {
        var lines = new ArrayList<String>();
        lines.add("import jax");
        lines.add("import jax.numpy as jnp");
        lines.add("import numpy as np");
        lines.add("import optax");
        if (dtype == DType.FLOAT64) {
            lines.add("");
            lines.add("jax.config.update(\"jax_enable_x64\", True)  # else everything is float32");
        }
        return lines;
    }

    @Override
    String tensor(String array) {
        return "jnp.asarray(" + array + ")";
    }

    @Override
    String sigmoidCrossEntropy() {
        return "optax.sigmoid_binary_cross_entropy(x, z)";
    }

    @Override
    List<String> softmaxCrossEntropy(int axis, int rank) {
        return List.of("values = optax.softmax_cross_entropy(x, z, axis=" + axis + ")");
    }

    @Override
    List<String> sparseSoftmax(SparseSoftmaxCrossEntropy loss, int axis, int rank) {
        return loss.labelSmoothing() != 0
                ? List.of()
                : List.of("values = optax.softmax_cross_entropy_with_integer_labels(x, np.where(counts, y, 0), axis="
                        + axis + ") * w_y");
    }

    @Override
    List<String> operation(SnippetLoss loss) {
        return loss.loss() instanceof SigmoidFocal focal
                ? List.of("values = optax.sigmoid_focal_loss(x, z, alpha="
                        + (focal.alpha().isEmpty()
                                ? "None"
                                : PythonText.number(focal.alpha().getFirst()))
                        + ", gamma=" + PythonText.number(focal.gamma()) + ")")
                : List.of();
    }

    @Override
    String instead(String lossId) {
        return switch (lossId) {
            case "sigmoid_cross_entropy" -> "optax.sigmoid_binary_cross_entropy has no pos_weight";
            case "sparse_softmax_cross_entropy" ->
                "optax.softmax_cross_entropy_with_integer_labels has no label smoothing";
            default -> "JAX and Optax have no operation for it";
        };
    }

    @Override
    String relu(String value) {
        return "jax.nn.relu(" + value + ")";
    }

    @Override
    String sigmoid(String value) {
        return "jax.nn.sigmoid(" + value + ")";
    }

    @Override
    String softmax(String value, int axis) {
        return "jax.nn.softmax(" + value + ", axis=" + axis + ")";
    }

    @Override
    String float32(String value) {
        return value + ".astype(jnp.float32)";
    }
}
