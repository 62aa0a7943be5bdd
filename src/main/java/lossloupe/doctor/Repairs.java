package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// Documents with every label or logit mended in the same way.
final class Repairs {
    private Repairs() {}

    /// Every label by a formula.
    static Document labels(Document document, DoubleUnaryOperator formula) {
        return rows(document, rows -> rows.stream().map(r -> mapped(r, formula)).toList(), rows -> rows);
    }

    /// Every logit by a formula.
    static Document logits(Document document, DoubleUnaryOperator formula) {
        return rows(
                document,
                rows -> rows,
                rows -> rows.stream().map(r -> mapped(r, formula)).toList());
    }

    /// Labels moved to later positions, or to earlier ones where `by` is negative; zeros come in.
    static Document shifted(Document document, int by) {
        return rows(
                document,
                rows -> rows.stream()
                        .map(r -> Plane.generate(
                                r.dtype(), r.length(), p -> p - by < 0 || p - by >= r.length() ? 0 : r.get(p - by)))
                        .toList(),
                rows -> rows);
    }

    /// One-hot rows of class indices that stand in the first row.
    static Document oneHot(Document document) {
        return rows(
                document,
                rows -> IntStream.range(0, rows.size())
                        .mapToObj(c -> Plane.generate(
                                DType.UINT8,
                                rows.getFirst().length(),
                                p -> rows.getFirst().get(p) == c ? 1 : 0))
                        .toList(),
                rows -> rows);
    }

    static Document rows(Document document, UnaryOperator<List<Plane>> onLabels, UnaryOperator<List<Plane>> onLogits) {
        var examples = new ArrayList<Example>();
        for (var example : document.examples()) {
            examples.add(
                    new Example(example.series(), onLabels.apply(example.labels()), onLogits.apply(example.logits())));
        }
        return document.withExamples(examples);
    }

    private static Plane mapped(Plane plane, DoubleUnaryOperator formula) {
        var type = plane.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
        return Plane.generate(type, plane.length(), p -> formula.applyAsDouble(plane.get(p)));
    }
}
