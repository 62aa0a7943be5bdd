package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;

/// Reductions of `values` as expressions: by the framework's own call where it has one, else by sums and divisors.
final class ReductionCode {
    private final SnippetLoss loss;
    private final Dialect dialect;

    ReductionCode(SnippetLoss loss, Dialect dialect) {
        this.loss = loss;
        this.dialect = dialect;
    }

    private boolean isWeighted() {
        return !loss.result().weights().isNone();
    }

    /// Lines that set `weighted`, which every reduction takes; none without weights.
    List<String> weighting(List<Reduction> reductions) {
        var lines = new ArrayList<String>();
        if (isWeighted()) {
            lines.add("w = " + dialect.tensor("weights"));
            if (reductions.stream().anyMatch(r -> r.isThroughFloat32() || r.id().startsWith("exact."))) {
                lines.add("w_full = np.broadcast_to(weights, "
                        + PythonText.tuple(loss.result().elementwiseShape()) + ")");
            }
            // An array may go with what Keras has averaged and not with all of it.
            if (loss.result().weights().fits(loss.result(), loss.result().axes())) {
                lines.add("weighted = values * w");
            }
        }
        return lines;
    }

    String of(Reduction reduction) {
        var own = dialect.reduction(reduction, loss);
        return own.isEmpty() ? formula(reduction) : own;
    }

    private String formula(Reduction reduction) {
        var value = isWeighted() ? "weighted" : "values";
        return switch (reduction) {
            case NONE -> value;
            case SUM, EXACT_SUM, TORCH_SUM -> dialect.sum(value);
            case MEAN, EXACT_SUM_OVER_BATCH_SIZE -> mean(value);
            case MEAN_OVER_CLASS -> dialect.over("mean", value, List.of(loss.returnedIndex(Axis.CLASS)));
            case MEAN_OVER_POSITION -> dialect.over("mean", value, List.of(loss.returnedIndex(Axis.POSITION)));
            case MEAN_PER_EXAMPLE -> perExample(value);
            case EXACT_MEAN, EXACT_SUM_OVER_NONZERO_WEIGHTS, EXACT_SUM_BY_NONZERO_WEIGHTS -> divided(reduction, value);
            case TF1_SUM -> dialect.sum(inFloat32());
            case TF1_SUM_OVER_BATCH_SIZE -> mean(inFloat32());
            case TF1_MEAN, TF1_SUM_OVER_NONZERO_WEIGHTS, TF1_SUM_BY_NONZERO_WEIGHTS -> divided(reduction, inFloat32());
            case KERAS_NONE -> ofKeras();
            case KERAS_SUM -> dialect.sum(ofKeras());
            case KERAS_SUM_OVER_BATCH_SIZE -> mean(ofKeras());
            case KERAS_MEAN_WITH_SAMPLE_WEIGHT ->
                // One number is returned as it is.
                isWeighted() && !loss.result().axes().isEmpty()
                        ? quotient(reduction, dialect.sum(ofKeras()), "float(weights.sum())")
                        : mean(ofKeras());
            case TORCH_MEAN -> loss.result().weighsTargets() ? dialect.sum(value) + " / float(w_y.sum())" : mean(value);
        };
    }

    private String mean(String value) {
        return dialect.call("mean", value);
    }

    private String perExample(String value) {
        var axes = loss.result().axes();
        var others = IntStream.range(0, axes.size())
                .filter(i -> axes.get(i) != Axis.BATCH)
                .boxed()
                .toList();
        return others.isEmpty() ? value : dialect.over("mean", value, others);
    }

    private String inFloat32() {
        return isWeighted() ? dialect.float32("values") + " * " + dialect.float32("w") : dialect.float32("values");
    }

    private String divided(Reduction reduction, String value) {
        if (!isWeighted()) {
            return mean(value);
        }
        boolean byWeights = reduction == Reduction.EXACT_MEAN || reduction == Reduction.TF1_MEAN;
        return quotient(
                reduction, dialect.sum(value), byWeights ? "float(w_full.sum())" : "float(np.count_nonzero(w_full))");
    }

    /// TensorFlow and Keras answer 0 where the divisor is 0.
    private String quotient(Reduction reduction, String sum, String divisor) {
        return loss.result().divisor(reduction).value() == 0 ? "0 * " + sum : sum + " / " + divisor;
    }

    private String ofKeras() {
        var value = loss.isAveragedByKeras() ? dialect.call("mean", "values", dialect.axisWord() + "=-1") : "values";
        return isWeighted() ? value + " * " + keras() : value;
    }

    private String keras() {
        return isCutForKeras(loss) ? "w[..., 0]" : "w";
    }

    /// Whether weights have an entry for the axis that Keras has averaged: those of a document keep their axes,
    /// while an array is broadcast from the right again.
    static boolean isCutForKeras(SnippetLoss loss) {
        return loss.isAveragedByKeras()
                && loss.result().weights() instanceof WeightGrid grid
                && !Set.of().equals(grid.axes());
    }
}
