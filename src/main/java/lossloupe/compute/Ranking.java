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

    /// One place and the mean loss there.
    ///
    /// @param example index, or −1 where a class of all examples is meant
    /// @param cls index, or −1
    /// @param position index, or −1
    public record Entry(int example, int cls, int position, double value) {}

    private static final Comparator<Entry> WORST =
            Comparator.comparingDouble(Entry::value).reversed();

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
                        sorted(means(evaluation, of, LossResult::perExampleMean), most, i -> new int[] {i, -1, -1});
                    case CLASSES ->
                        sorted(means(evaluation, of, LossResult::perClass), most, i -> new int[] {-1, i, -1});
                    case POSITIONS -> positions(evaluation, of, most);
                });
    }

    private interface Means {
        double[] of(LossResult result);
    }

    private static double[] means(Evaluation evaluation, Of of, Means means) {
        var a = means.of(evaluation.a());
        var b = means.of(evaluation.b());
        return switch (of) {
            case A -> a;
            case B -> b;
            case DIFFERENCE ->
                IntStream.range(0, Math.min(a.length, b.length))
                        .mapToDouble(i -> a[i] - b[i])
                        .toArray();
        };
    }

    private interface Place {
        int[] at(int index);
    }

    private static List<Entry> sorted(double[] values, int most, Place place) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> {
                    var at = place.at(i);
                    return new Entry(at[0], at[1], at[2], values[i]);
                })
                .sorted(WORST)
                .limit(most)
                .toList();
    }

    private static List<Entry> positions(Evaluation evaluation, Of of, int most) {
        var a = evaluation.a().perPosition();
        var b = evaluation.b().perPosition();
        var kept = new PriorityQueue<Entry>(WORST.reversed());
        for (int e = 0; e < a.shape().batch(); e++) {
            for (int k = 0; k < a.chunkCount(); k++) {
                var first = of == Of.B ? b.chunk(e, 0, k) : a.chunk(e, 0, k);
                var minus = of == Of.DIFFERENCE ? b.chunk(e, 0, k) : null;
                for (int i = 0; i < first.length(); i++) {
                    double value = first.get(i) - (minus == null ? 0 : minus.get(i));
                    if (kept.size() < most
                            || Double.compare(value, kept.element().value()) > 0) {
                        kept.add(new Entry(e, -1, k * Chunk.SIZE + i, value));
                        if (kept.size() > most) {
                            kept.remove();
                        }
                    }
                }
            }
        }
        var entries = new ArrayList<>(kept);
        entries.sort(WORST.thenComparingInt(Entry::example).thenComparingInt(Entry::position));
        return entries;
    }
}
