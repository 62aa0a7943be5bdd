package lossloupe.export.snippet;

import java.util.List;
import java.util.Map;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;

/// TensorFlow 2, eagerly.
sealed class TensorFlowDialect extends Dialect permits Tf1Dialect {
    TensorFlowDialect() {
        super(
                "tf.",
                Map.of(
                        "sum", "reduce_sum",
                        "mean", "reduce_mean",
                        "log", "math.log",
                        "log1p", "math.log1p",
                        "concatenate", "concat"));
    }

    @Override
    List<String> imports(DType dtype) {
        return List.of("import numpy as np", "import tensorflow as tf");
    }

    @Override
    String tensor(String array) {
        return "tf.constant(" + array + ")";
    }

    @Override
    boolean returnsTargetsTakenOff() {
        return true;
    }

    @Override
    String sigmoidCrossEntropy() {
        return "tf.nn.sigmoid_cross_entropy_with_logits(labels=z, logits=x)";
    }

    @Override
    String weightedSigmoid(String posWeight) {
        return "tf.nn.weighted_cross_entropy_with_logits(labels=z, logits=x, pos_weight=" + posWeight + ")";
    }

    @Override
    List<String> softmaxCrossEntropy(int axis, int rank) {
        return List.of("values = tf.nn.softmax_cross_entropy_with_logits(labels=z, logits=x, axis=" + axis + ")");
    }

    @Override
    List<String> sparseSoftmax(SparseSoftmaxCrossEntropy loss, int axis, int rank) {
        if (loss.labelSmoothing() != 0) {
            return List.of();
        }
        var logits = axis == rank - 1 ? "x" : transposed("x", last(axis, rank));
        return List.of(
                "# The op wants classes last, and knows neither weights nor positions that do not count.",
                "values = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=np.where(counts, y, 0), logits="
                        + logits + ")",
                "values = values * w_y");
    }

    @Override
    String instead(String lossId) {
        return switch (lossId) {
            case "binary_crossentropy" -> "tf.keras.losses.binary_crossentropy averages over the last axis";
            case "sparse_softmax_cross_entropy" ->
                "tf.nn.sparse_softmax_cross_entropy_with_logits has no label smoothing";
            default -> "TensorFlow has no operation for it";
        };
    }

    @Override
    String reduction(Reduction reduction, SnippetLoss loss) {
        if (!reduction.isThroughFloat32()) {
            return "";
        }
        var name = reduction.id().substring(reduction.id().indexOf('.') + 1);
        var weights = loss.result().weights().isNone() ? "" : "w_full, ";
        return losses() + ".compute_weighted_loss(values, " + weights + "reduction=" + losses() + ".Reduction." + name
                + ")";
    }

    String losses() {
        return "tf.compat.v1.losses";
    }

    @Override
    String relu(String value) {
        return "tf.nn.relu(" + value + ")";
    }

    @Override
    String sigmoid(String value) {
        return "tf.sigmoid(" + value + ")";
    }

    @Override
    String softmax(String value, int axis) {
        return "tf.nn.softmax(" + value + ", axis=" + axis + ")";
    }

    @Override
    String clip(String value, String least, String greatest) {
        return "tf.clip_by_value(" + value + ", " + least + ", " + greatest + ")";
    }

    @Override
    String descending(String matrix) {
        return "tf.argsort(" + matrix + ", axis=1, direction=\"DESCENDING\")";
    }

    @Override
    String taken(String matrix, String indices) {
        return "tf.gather(" + matrix + ", " + indices + ", axis=1, batch_dims=1)";
    }

    @Override
    String float32(String value) {
        return "tf.cast(" + value + ", tf.float32)";
    }
}
