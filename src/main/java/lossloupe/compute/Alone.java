package lossloupe.compute;

import lossloupe.tensor.Chunk;

/// A source that computes one value alone where its chunk is not there: an inspector that follows a drag asks for one
/// cell of each frame, and its chunk would be thousands of times the work. Who asks for more gets chunks.
final class Alone implements ChunkField.Source {
    private static final int MOST = 64;

    /// Computes one value of a chunk, with the same bits that it has there.
    interface OfOne {
        double at(int example, int cls, int k, int i);
    }

    private final ChunkField.Source chunks;
    private final Demand<?> demand;
    private final OfOne one;

    /// Not synchronised: the worst that a race does is another value alone.
    private int asked;

    /// @param chunks the chunks of all classes
    /// @param demand where they come from
    Alone(ChunkField.Source chunks, Demand<?> demand, OfOne one) {
        this.chunks = chunks;
        this.demand = demand;
        this.one = one;
    }

    @Override
    public Chunk chunk(int example, int cls, int k) {
        return chunks.chunk(example, cls, k);
    }

    @Override
    public Object token(int example, int cls, int k) {
        return chunks.token(example, cls, k);
    }

    @Override
    public Object rowToken(int example, int cls) {
        return chunks.rowToken(example, cls);
    }

    @Override
    public double value(int example, int cls, int k, int i) {
        var made = demand.made();
        boolean isThere = made != null && made.at(example, 0, k).isDone();
        if (isThere || asked >= MOST) {
            return chunk(example, cls, k).get(i);
        }
        asked++;
        return one.at(example, cls, k, i);
    }
}
