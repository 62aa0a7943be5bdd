package lossloupe.compute;

import java.util.Optional;
import java.util.stream.Stream;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Layout;

/// How many numbers are NaN or infinite.
///
/// @param elementwise of what the loss returns before it is reduced
public record NonFinite(long labels, long logits, long elementwise) {
    public long total() {
        return labels + logits + elementwise;
    }

    /// Of both losses.
    public static NonFinite of(Evaluation evaluation) {
        var a = evaluation.a().nonFinite();
        return new NonFinite(
                a.labels(),
                a.logits(),
                a.elementwise() + evaluation.b().nonFinite().elementwise());
    }

    /// The first cell whose label, logit or loss is not finite, in that order.
    public static Optional<Layout.Cell> first(Evaluation evaluation) {
        return Stream.of(
                        evaluation.labels(),
                        evaluation.logits(),
                        evaluation.a().terms(),
                        evaluation.b().terms())
                .flatMap(f -> first(f).stream())
                .findFirst();
    }

    private static Optional<Layout.Cell> first(Field field) {
        var shape = field.shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int k = 0; k < field.chunkCount(); k++) {
                    var chunk = field.chunk(e, c, k);
                    for (int i = 0; i < chunk.length(); i++) {
                        if (!Double.isFinite(chunk.get(i))) {
                            return Optional.of(new Layout.Cell(e, c, k * Chunk.SIZE + i));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Counts one by one only where the extremes say that there is something to count.
    static long count(Field field) {
        var range = field.range();
        boolean finite =
                !range.hasNaN() && !range.isEmpty() && Double.isFinite(range.min()) && Double.isFinite(range.max());
        if (finite) {
            return 0;
        }
        long count = 0;
        var shape = field.shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int k = 0; k < field.chunkCount(); k++) {
                    var chunk = field.chunk(e, c, k);
                    for (int i = 0; i < chunk.length(); i++) {
                        count += Double.isFinite(chunk.get(i)) ? 0 : 1;
                    }
                }
            }
        }
        return count;
    }
}
