package lossloupe.compute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import lossloupe.tensor.Chunk;

/// Examples, classes or positions by their loss, the worst first: of however many positions, only the worst few are
/// kept.
///
/// @param entries the greatest value first; NaN before everything
public record Ranking(By by, Of of, List<Entry> entries) {
    /// What is ranked.
    public enum By {
        EXAMPLES,
        CLASSES,
        POSITIONS
    }

    /// By which loss.
    public enum Of {
        A,
        B,
        /// A minus B.
        DIFFERENCE
    }

    /// One place and the mean losses there.
    ///
    /// @param example index, or −1 where a class of all examples is meant
    /// @param cls index, or −1
    /// @param position index, or −1
    /// @param a mean of loss A
    /// @param b mean of loss B
    public record Entry(int example, int cls, int position, double a, double b) {
        /// What the place is ranked by.
        public double value(Of of) {
            return Ranking.value(of, a, b);
        }

        public boolean isAt(Entry other) {
            return example == other.example && cls == other.cls && position == other.position;
        }
    }

    private static double value(Of of, double a, double b) {
        return switch (of) {
            case A -> a;
            case B -> b;
            case DIFFERENCE -> a - b;
        };
    }

    private static Comparator<Entry> worst(Of of) {
        return Comparator.<Entry>comparingDouble(entry -> entry.value(of)).reversed();
    }

    public Ranking {
        entries = List.copyOf(entries);
    }

    /// The worst `most` of an evaluation.
    public static Ranking of(Evaluation evaluation, By by, Of of, int most) {
        return new Ranking(
                by,
                of,
                switch (by) {
                    case EXAMPLES ->
                        sorted(
                                evaluation,
                                LossResult::perExampleMean,
                                (i, a, b) -> new Entry(i, -1, -1, a, b),
                                of,
                                most);
                    case CLASSES ->
                        sorted(evaluation, LossResult::perClass, (i, a, b) -> new Entry(-1, i, -1, a, b), of, most);
                    case POSITIONS -> positions(evaluation, of, most);
                });
    }

    private interface Means {
        double[] of(LossResult result);
    }

    private interface Place {
        Entry at(int index, double a, double b);
    }

    /// A loss that takes all examples together says the same of each.
    private static List<Entry> sorted(Evaluation evaluation, Means means, Place place, Of of, int most) {
        var a = means.of(evaluation.a());
        var b = means.of(evaluation.b());
        return IntStream.range(0, Math.max(a.length, b.length))
                .mapToObj(i -> place.at(i, a[Math.min(i, a.length - 1)], b[Math.min(i, b.length - 1)]))
                .sorted(worst(of))
                .limit(most)
                .toList();
    }

    private static List<Entry> positions(Evaluation evaluation, Of of, int most) {
        var a = evaluation.a().perPosition();
        var b = evaluation.b().perPosition();
        var worst = worst(of);
        var kept = new PriorityQueue<Entry>(worst.reversed());
        double least = Double.NEGATIVE_INFINITY;
        for (int e = 0; e < a.shape().batch(); e++) {
            for (int k = 0; k < a.chunkCount(); k++) {
                var first = a.chunk(e, 0, k);
                var second = b.chunk(e, 0, k);
                for (int i = 0; i < first.length(); i++) {
                    double value = value(of, first.get(i), second.get(i));
                    if (kept.size() < most || Double.compare(value, least) > 0) {
                        kept.add(new Entry(e, -1, k * Chunk.SIZE + i, first.get(i), second.get(i)));
                        if (kept.size() > most) {
                            kept.remove();
                        }
                        least = kept.element().value(of);
                    }
                }
            }
        }
        var entries = new ArrayList<>(kept);
        entries.sort(worst.thenComparingInt(Entry::example).thenComparingInt(Entry::position));
        return entries;
    }
}
