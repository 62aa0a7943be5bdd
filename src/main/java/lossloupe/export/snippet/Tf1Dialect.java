package lossloupe.export.snippet;

import java.util.List;
import lossloupe.loss.SigmoidCrossEntropy;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;

/// TensorFlow 1, as TensorFlow 2 keeps it: a graph that a session runs. Its `tf.losses` reduce in float32.
final class Tf1Dialect extends TensorFlowDialect {
    @Override
    List<String> imports(DType dtype) {
        return List.of(
                "import numpy as np",
                "import tensorflow.compat.v1 as tf",
                "",
                "tf.disable_v2_behavior()",
                "session = tf.Session()");
    }

    @Override
    String fetched(String tensor) {
        return "session.run(" + tensor + ")";
    }

    @Override
    List<String> softmaxCrossEntropy(int axis, int rank) {
        return List.of("values = tf.nn.softmax_cross_entropy_with_logits_v2(labels=z, logits=x, axis=" + axis + ")");
    }

    @Override
    String losses() {
        return "tf.losses";
    }

    /// `tf.losses.sigmoid_cross_entropy` where it does the whole loss. `tf.losses.softmax_cross_entropy` looks at
    /// the last axis only.
    @Override
    String reduction(Reduction reduction, SnippetLoss loss) {
        var call = super.reduction(reduction, loss);
        boolean isSigmoid = loss.loss() instanceof SigmoidCrossEntropy sigmoid
                && sigmoid.posWeight().factors().isEmpty();
        return isSigmoid ? call.replace("compute_weighted_loss(values,", "sigmoid_cross_entropy(z, x,") : call;
    }
}
