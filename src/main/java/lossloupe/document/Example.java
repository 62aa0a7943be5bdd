package lossloupe.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// One series of length l with its n rows of labels and of logits.
///
/// @param series the input signal; all zero where a file brought none
/// @param labels target values in [0,1], one plane per class
/// @param logits raw scores before sigmoid or softmax, one plane per class
public record Example(Plane series, List<Plane> labels, List<Plane> logits) {
    public Example {
        labels = List.copyOf(labels);
        logits = List.copyOf(logits);
        if (labels.size() != logits.size() || labels.isEmpty()) {
            throw new IllegalArgumentException(labels.size() + " label rows, " + logits.size() + " logit rows");
        }
    }

    public int length() {
        return series.length();
    }

    public Example withSeries(Plane plane) {
        return new Example(plane, labels, logits);
    }

    public Example withLabels(int cls, Plane plane) {
        return new Example(series, replaced(labels, cls, plane), logits);
    }

    public Example withLogits(int cls, Plane plane) {
        return new Example(series, labels, replaced(logits, cls, plane));
    }

    /// The same change to the rows of labels and of logits, as adding or moving a class is.
    Example mapRows(UnaryOperator<List<Plane>> onLabels, UnaryOperator<List<Plane>> onLogits) {
        return new Example(series, onLabels.apply(labels), onLogits.apply(logits));
    }

    Example resized(int length) {
        return new Example(
                series.resized(length),
                labels.stream().map(p -> p.resized(length)).toList(),
                logits.stream().map(p -> p.resized(length)).toList());
    }

    /// An example of zeros in the storage types of this one.
    Example blank() {
        return new Example(
                Plane.zeros(series.dtype(), length()),
                labels.stream().map(p -> Plane.zeros(DType.UINT8, length())).toList(),
                logits.stream().map(p -> Plane.zeros(p.dtype(), length())).toList());
    }

    private static List<Plane> replaced(List<Plane> planes, int index, Plane plane) {
        var copy = new ArrayList<>(planes);
        copy.set(index, plane);
        return copy;
    }
}
