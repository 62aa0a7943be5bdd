package lossloupe.tensor;

/// Least and greatest value of each block of a chunk, so that a zoomed-out picture stays exact at every zoom without
/// reading every value. NaN takes part in neither; blocks that hold one are marked.
public final class Pyramid {
    /// Values per block.
    public static final int BLOCK = 64;

    private final double[] min;
    private final double[] max;
    private final boolean[] nan;
    private final Extremes whole;

    Pyramid(Chunk chunk) {
        int blocks = (chunk.length() + BLOCK - 1) / BLOCK;
        min = new double[blocks];
        max = new double[blocks];
        nan = new boolean[blocks];
        var all = new Extremes();
        var block = new Extremes();
        for (int k = 0; k < blocks; k++) {
            block.clear();
            chunk.scan(k * BLOCK, Math.min(chunk.length(), (k + 1) * BLOCK), block);
            min[k] = block.min();
            max[k] = block.max();
            nan[k] = block.hasNaN();
            all.add(block);
        }
        whole = all;
    }

    /// Extremes of the whole chunk; not to be written to.
    Extremes whole() {
        return whole;
    }

    /// Adds the extremes of blocks `from` to `to` (excluded).
    void scan(int from, int to, Extremes into) {
        for (int k = from; k < to; k++) {
            into.add(min[k], max[k], nan[k]);
        }
    }
}
