package lossloupe.export.snippet;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lossloupe.compute.LossResult;
import lossloupe.document.Document;
import lossloupe.loss.Loss;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DType;

/// One loss over one document, and which index each axis has in the arrays of its layout.
record SnippetLoss(Document document, LossResult result) {
    Loss loss() {
        return result.loss();
    }

    DType dtype() {
        return document.setup().dtype();
    }

    /// Axes of labels and logits, outermost first.
    List<Axis> axes() {
        return document.layout().axes();
    }

    int rank() {
        return axes().size();
    }

    int classes() {
        return document.shape().classes();
    }

    /// Index of an axis in labels and logits.
    int index(Axis axis) {
        return axes().indexOf(axis);
    }

    /// Indices in labels and logits of those of some axes that they have.
    List<Integer> indices(Set<Axis> some) {
        return IntStream.range(0, rank())
                .filter(i -> some.contains(axes().get(i)))
                .boxed()
                .toList();
    }

    /// Index of an axis in what the loss returns.
    int returnedIndex(Axis axis) {
        return result.axes().indexOf(axis);
    }

    /// Whether Keras' function has averaged the last axis of what this loss returns for each cell.
    boolean isAveragedByKeras() {
        return result.kerasAxes().size() < result.axes().size();
    }

    boolean isFinite() {
        return result.nonFinite().labels() == 0 && result.nonFinite().logits() == 0;
    }
}
