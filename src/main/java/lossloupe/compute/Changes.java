package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Chunk;
import org.jspecify.annotations.Nullable;

/// What differs between two evaluations: how many cells of labels and logits, by how much, and what that does to both
/// losses.
///
/// @param sameShape whether cells can be compared one by one; where not, nothing is counted
/// @param classes one entry per class; empty where shapes differ
/// @param all everything together
/// @param largest the logit that moved most; null where none did
public record Changes(
        boolean sameShape,
        List<Part> classes,
        Part all,
        @Nullable Largest largest) {
    /// What changed in a class, or in everything.
    ///
    /// @param labels cells whose label is another
    /// @param logits cells whose logit is another
    /// @param meanMove mean of |Δx| over all cells
    public record Part(long labels, long logits, double meanMove, Loss a, Loss b) {}

    /// A mean before and after.
    public record Loss(double before, double after) {}

    /// A logit before and after.
    public record Largest(int example, int cls, int position, double before, double after) {}

    public Changes {
        classes = List.copyOf(classes);
    }

    /// Compares cell by cell; chunks that are the same object are passed over.
    public static Changes between(Evaluation before, Evaluation after) {
        var all = new Tally();
        var a = new Loss(mean(before.a()), mean(after.a()));
        var b = new Loss(mean(before.b()), mean(after.b()));
        if (!before.logits().shape().equals(after.logits().shape())) {
            return new Changes(false, List.of(), all.part(a, b), null);
        }
        var shape = after.logits().shape();
        var classes = new ArrayList<Part>();
        for (int c = 0; c < shape.classes(); c++) {
            var tally = new Tally();
            for (int e = 0; e < shape.batch(); e++) {
                for (int k = 0; k < after.logits().chunkCount(); k++) {
                    tally.labels(before.labels().chunk(e, c, k), after.labels().chunk(e, c, k));
                    tally.logits(before.logits().chunk(e, c, k), after.logits().chunk(e, c, k), e, c, k);
                }
            }
            classes.add(tally.part(
                    new Loss(before.a().perClass()[c], after.a().perClass()[c]),
                    new Loss(before.b().perClass()[c], after.b().perClass()[c])));
            all.add(tally);
        }
        return new Changes(true, classes, all.part(a, b), all.largest);
    }

    private static double mean(LossResult result) {
        return result.reduced(Reduction.of("mean"));
    }

    /// Counts as it goes.
    private static final class Tally {
        private long labels;
        private long logits;
        private long cells;
        private double moved;
        private double most;
        private @Nullable Largest largest;

        @SuppressWarnings("ReferenceEquality")
        void labels(Chunk before, Chunk after) {
            for (int i = 0; before != after && i < after.length(); i++) {
                labels += differ(before.get(i), after.get(i)) ? 1 : 0;
            }
        }

        @SuppressWarnings("ReferenceEquality")
        void logits(Chunk before, Chunk after, int example, int cls, int k) {
            cells += after.length();
            for (int i = 0; before != after && i < after.length(); i++) {
                double from = before.get(i);
                double to = after.get(i);
                if (differ(from, to)) {
                    logits++;
                    double move = Math.abs(to - from);
                    moved += move;
                    if (largest == null || move > most) {
                        most = move;
                        largest = new Largest(example, cls, k * Chunk.SIZE + i, from, to);
                    }
                }
            }
        }

        void add(Tally other) {
            labels += other.labels;
            logits += other.logits;
            cells += other.cells;
            moved += other.moved;
            if (other.largest != null && (largest == null || other.most > most)) {
                most = other.most;
                largest = other.largest;
            }
        }

        Part part(Loss a, Loss b) {
            return new Part(labels, logits, cells == 0 ? 0 : moved / cells, a, b);
        }

        private static boolean differ(double one, double other) {
            return one != other && !(Double.isNaN(one) && Double.isNaN(other));
        }
    }
}
