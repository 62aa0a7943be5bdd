package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;

/// How many classes are active at each position: none is a gap, more than one an overlap, which softmax cannot serve at
/// zero loss. A class is active where its label is above zero.
///
/// @param active classes active per position, one row per example; at most 255 are counted
/// @param examples the positions of each example
/// @param all the positions of all examples
public record Overlap(Field active, List<Tally> examples, Tally all) {
    /// Active classes of a chunk, and how many of its positions have so many.
    record Count(Chunk active, Tally tally) {}

    /// Positions of all examples with two or more active classes.
    public long overlaps() {
        return all.overlaps();
    }

    /// Positions of all examples without a class.
    public long gaps() {
        return all.gaps();
    }

    /// Whether every position has exactly one class: the labels are one-hot, if they are hard.
    public boolean isExclusive() {
        return gaps() == 0 && overlaps() == 0;
    }

    static Demand<Count> demand(Rows rows, List<Demand<Count>> formers) {
        var plan = new Cells.Plan<Count>(
                rows.acrossClasses(),
                (e, row) -> rows.labelPlanes(e),
                (e, row, k) -> rows.labels(e, k),
                (e, row, k) -> counting(rows.labels(e, k)));
        return new Demand<>(old -> Cells.of(plan, old), formers);
    }

    static Overlap of(Shape shape, Cells<Count> cells) {
        var examples = IntStream.range(0, shape.batch())
                .mapToObj(e -> IntStream.range(0, Plane.chunkCount(shape.length()))
                        .mapToObj(k -> cells.get(e, 0, k).tally())
                        .reduce(Tally.NONE, Tally::plus))
                .toList();
        var all = examples.stream().reduce(Tally.NONE, Tally::plus);
        var oneRow = new Shape(shape.batch(), 1, shape.length(), shape.batching());
        var field = new ChunkField(oneRow, DType.UINT8, new ChunkField.Source() {
            @Override
            public Chunk chunk(int example, int cls, int k) {
                return cells.get(example, 0, k).active();
            }

            @Override
            public Object token(int example, int cls, int k) {
                return cells.at(example, 0, k);
            }

            @Override
            public Object rowToken(int example, int cls) {
                return cells.row(example, 0);
            }
        });
        return new Overlap(field, examples, all);
    }

    private static Supplier<Count> counting(Chunk... labels) {
        return () -> count(labels);
    }

    private static Count count(Chunk... labels) {
        int n = labels[0].length();
        var active = new int[n];
        var scratch = new float[n];
        for (var chunk : labels) {
            var z = chunk.asFloats(scratch);
            for (int i = 0; i < n; i++) {
                active[i] += z[i] > 0 ? 1 : 0;
            }
        }
        var bytes = new byte[n];
        var counts = new long[4];
        for (int i = 0; i < n; i++) {
            bytes[i] = (byte) Math.min(255, active[i]);
            counts[Math.min(3, active[i])]++;
        }
        return new Count(Chunk.of(bytes), new Tally(counts[0], counts[1], counts[2], counts[3]));
    }
}
