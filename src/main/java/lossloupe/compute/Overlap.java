package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Shape;

/// How many classes are active at each position: none is a gap, more than one an overlap, which softmax cannot serve at
/// zero loss. A class is active where its label is above zero.
///
/// @param active classes active per position, one row per example; at most 255 are counted
/// @param gaps positions without a class, over all examples
/// @param single positions with exactly one
/// @param pairs positions with two
/// @param more positions with three or more
public record Overlap(Field active, long gaps, long single, long pairs, long more) {
    /// Active classes of a chunk, and how many positions have 0, 1, 2 and more of them.
    record Count(Chunk active, long gaps, long single, long pairs, long more) {}

    /// Positions with two or more active classes.
    public long overlaps() {
        return pairs + more;
    }

    /// Whether every position has exactly one class: the labels are one-hot, if they are hard.
    public boolean isExclusive() {
        return gaps == 0 && overlaps() == 0;
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
        long gaps = 0;
        long single = 0;
        long pairs = 0;
        long more = 0;
        for (var cell : cells.all()) {
            gaps += cell.get().gaps();
            single += cell.get().single();
            pairs += cell.get().pairs();
            more += cell.get().more();
        }
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
        return new Overlap(field, gaps, single, pairs, more);
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
        return new Count(Chunk.of(bytes), counts[0], counts[1], counts[2], counts[3]);
    }
}
