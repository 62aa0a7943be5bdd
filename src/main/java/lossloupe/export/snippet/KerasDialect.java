package lossloupe.export.snippet;

import java.util.List;
import java.util.Map;
import lossloupe.loss.BinaryCrossEntropy;
import lossloupe.loss.SigmoidCrossEntropy;
import lossloupe.loss.SoftmaxCrossEntropy;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import org.jspecify.annotations.Nullable;

/// Keras 3, on any backend. Its functions average the last axis, so that losses of cells are asked for from
/// `keras.ops`.
final class KerasDialect extends Dialect {
    KerasDialect() {
        super("keras.ops.", Map.of());
    }

    @Override
    List<String> imports(DType dtype) {
        return List.of(
                "import keras  # asserted on its backend TensorFlow",
                "import numpy as np",
                "import tensorflow as tf  # Keras leaves derivatives to its backend",
                "",
                "keras.config.set_floatx(\"" + dtype.id() + "\")  # losses compute in float32 unless told otherwise");
    }

    @Override
    String tensor(String array) {
        return "keras.ops.convert_to_tensor(" + array + ")";
    }

    @Override
    String fetched(String tensor) {
        return "keras.ops.convert_to_numpy(" + tensor + ")";
    }

    /// TensorFlow does, whose op Keras calls.
    @Override
    boolean returnsTargetsTakenOff() {
        return true;
    }

    @Override
    String sigmoidCrossEntropy() {
        return "keras.ops.binary_crossentropy(z, x, from_logits=True)";
    }

    @Override
    List<String> softmaxCrossEntropy(int axis, int rank) {
        return List.of("values = keras.losses.categorical_crossentropy(z, x, from_logits=True, axis=" + axis + ")");
    }

    @Override
    List<String> sparseSoftmax(SparseSoftmaxCrossEntropy loss, int axis, int rank) {
        if (loss.labelSmoothing() != 0) {
            return List.of();
        }
        var logits = axis == rank - 1 ? "x" : transposed("x", last(axis, rank));
        return List.of(
                "# Classes must be last on the backend TensorFlow.",
                "values = keras.ops.sparse_categorical_crossentropy(np.where(counts, y, 0), " + logits
                        + ", from_logits=True)",
                "values = values * w_y");
    }

    /// Keras takes logits back from a tensor that its own sigmoid made; NumPy's sigmoid leaves probabilities.
    @Override
    List<String> operation(SnippetLoss loss) {
        if (loss.loss() instanceof BinaryCrossEntropy keras) {
            return List.of(
                    "keras.config.set_epsilon(" + PythonText.number(keras.epsilon()) + ")",
                    "p = 1 / (1 + np.exp(-logits))  # keras.ops.sigmoid would let Keras go back to the logits",
                    "values = keras.ops.binary_crossentropy(z, keras.ops.convert_to_tensor(p))");
        }
        return List.of();
    }

    @Override
    String instead(String lossId) {
        return switch (lossId) {
            case "sigmoid_cross_entropy" -> "Keras has no pos_weight";
            case "sparse_softmax_cross_entropy" -> "keras.losses.sparse_categorical_crossentropy has no smoothing";
            case "sigmoid_focal" ->
                "keras.losses.binary_focal_crossentropy clips probabilities and averages the last axis";
            case "soft_dice" -> "keras.losses.dice smooths below only, by keras.config.epsilon()";
            case "tversky" -> "keras.losses.tversky smooths below only, and up to 3.15.1 has alpha and beta swapped";
            default -> "Keras has no operation for it";
        };
    }

    @Override
    List<String> beforeReductions(SnippetLoss loss, List<Reduction> reductions) {
        if (reductions.stream().noneMatch(Reduction::isOfKeras) || ofClass(loss) != null) {
            return List.of();
        }
        var averaged = loss.isAveragedByKeras() ? "keras.ops.mean(values, axis=-1)" : "values";
        return List.of(
                "",
                "",
                "class Shown(keras.losses.Loss):",
                "    def call(self, y_true, y_pred):",
                "        return " + averaged,
                "",
                "");
    }

    @Override
    String reduction(Reduction reduction, SnippetLoss loss) {
        if (!reduction.isOfKeras()) {
            return "";
        }
        var name = reduction.id().substring(reduction.id().indexOf('.') + 1);
        var own = ofClass(loss);
        var made = own == null ? "Shown(" : own + ", ";
        var weight = loss.result().weights().isNone()
                ? ""
                : ", sample_weight=" + (ReductionCode.isCutForKeras(loss) ? "w[..., 0]" : "w");
        return made + "reduction=\"" + name + "\", dtype=\"" + loss.dtype().id() + "\")(z, x" + weight + ")";
    }

    /// The beginning of the constructor of Keras' class for a loss; null where it has none. Labels are smoothed
    /// before, since Keras up to 3.15.1 counts the last axis whatever `axis` is.
    private static @Nullable String ofClass(SnippetLoss loss) {
        return switch (loss.loss()) {
            case SigmoidCrossEntropy s
            when s.posWeight().factors().isEmpty() -> "keras.losses.BinaryCrossentropy(from_logits=True";
            case SoftmaxCrossEntropy s ->
                "keras.losses.CategoricalCrossentropy(from_logits=True, axis=" + loss.index(s.axis());
            default -> null;
        };
    }

    @Override
    String relu(String value) {
        return "keras.ops.relu(" + value + ")";
    }

    @Override
    String sigmoid(String value) {
        return "keras.ops.sigmoid(" + value + ")";
    }

    @Override
    String softmax(String value, int axis) {
        return "keras.ops.softmax(" + value + ", axis=" + axis + ")";
    }

    @Override
    String float32(String value) {
        return "keras.ops.cast(" + value + ", \"float32\")";
    }
}
