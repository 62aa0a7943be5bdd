package lossloupe.export.snippet;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossloupe.loss.BinaryCrossEntropy;
import lossloupe.loss.SigmoidCrossEntropy;
import lossloupe.loss.SparseSoftmaxCrossEntropy;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;

/// PyTorch. Classes are axis 1 of its cross-entropy, and axis 0 of nothing but a single position.
final class PyTorchDialect extends Dialect {
    PyTorchDialect() {
        super("torch.", Map.of("concatenate", "cat", "transpose", "permute", "take_along_axis", "take_along_dim"));
    }

    @Override
    List<String> imports(DType dtype) {
        return List.of("import numpy as np", "import torch", "import torch.nn.functional as F");
    }

    @Override
    String tensor(String array) {
        return "torch.tensor(" + array + ")";
    }

    @Override
    String variable(String array) {
        return "torch.tensor(" + array + ", requires_grad=True)";
    }

    @Override
    String fetched(String tensor) {
        return tensor + ".detach()";
    }

    @Override
    String axisWord() {
        return "dim";
    }

    @Override
    String sigmoidCrossEntropy() {
        return "F.binary_cross_entropy_with_logits(x, z, reduction=\"none\")";
    }

    @Override
    String weightedSigmoid(String posWeight) {
        return "F.binary_cross_entropy_with_logits(x, z, pos_weight=" + posWeight + ", reduction=\"none\")";
    }

    /// Batched arrays have the softmax axis moved to 1; of unbatched ones the other axis becomes the batch.
    private static String moved(String value, int axis, int rank) {
        return axis == 1 ? value : "torch.movedim(" + value + ", " + axis + ", " + Math.min(1, rank - 1) + ")";
    }

    @Override
    List<String> softmaxCrossEntropy(int axis, int rank) {
        return List.of("values = F.cross_entropy(" + moved("x", axis, rank) + ", " + moved("z", axis, rank)
                + ", reduction=\"none\")");
    }

    @Override
    List<String> sparseSoftmax(SparseSoftmaxCrossEntropy loss, int axis, int rank) {
        var arguments = Stream.of(
                        moved("x", axis, rank),
                        "torch.tensor(np.where(counts, y, -100))",
                        loss.classWeight().factors().isEmpty() ? "" : "weight=torch.tensor(class_weight)",
                        loss.labelSmoothing() == 0 ? "" : "label_smoothing=" + PythonText.number(loss.labelSmoothing()),
                        "reduction=\"none\"")
                .filter(a -> !a.isEmpty())
                .collect(Collectors.joining(", "));
        return List.of("values = F.cross_entropy(" + arguments + ")");
    }

    /// The logarithm's own clamp, at −100, is beyond that of Keras.
    @Override
    List<String> operation(SnippetLoss loss) {
        if (loss.loss() instanceof BinaryCrossEntropy keras && keras.epsilon() > 0) {
            var epsilon = PythonText.number(keras.epsilon());
            return List.of(
                    "o = torch.clamp(torch.sigmoid(x), " + epsilon + ", 1 - " + epsilon + ")",
                    "values = F.binary_cross_entropy(o, z, reduction=\"none\")");
        }
        return List.of();
    }

    @Override
    String instead(String lossId) {
        return switch (lossId) {
            case "sigmoid_focal" -> "PyTorch has none (torchvision.ops.sigmoid_focal_loss is one)";
            default -> "PyTorch has no operation for it";
        };
    }

    /// A weight of PyTorch's binary cross-entropy is one on cells; its cross-entropy knows only weights of classes.
    @Override
    String reduction(Reduction reduction, SnippetLoss loss) {
        boolean isTorch = reduction == Reduction.TORCH_MEAN || reduction == Reduction.TORCH_SUM;
        if (!isTorch || !(loss.loss() instanceof SigmoidCrossEntropy sigmoid)) {
            return "";
        }
        var weight = loss.result().weights().isNone() ? "" : "weight=w, ";
        var positive = sigmoid.posWeight().factors().isEmpty() ? "" : "pos_weight=q, ";
        return "F.binary_cross_entropy_with_logits(x, z, " + weight + positive + "reduction=\""
                + (reduction == Reduction.TORCH_MEAN ? "mean" : "sum") + "\")";
    }

    @Override
    String relu(String value) {
        return "torch.relu(" + value + ")";
    }

    @Override
    String sigmoid(String value) {
        return "torch.sigmoid(" + value + ")";
    }

    @Override
    String softmax(String value, int axis) {
        return "torch.softmax(" + value + ", dim=" + axis + ")";
    }

    @Override
    String float32(String value) {
        return value + ".float()";
    }
}
