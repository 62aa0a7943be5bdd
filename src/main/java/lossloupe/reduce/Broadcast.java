package lossloupe.reduce;

import lossloupe.tensor.Extremes;
import lossloupe.tensor.Plane;

/// Weights stretched over an array, read by the coordinates of its cells; axes that the array lacks do not count.
public final class Broadcast {
    private final WeightGrid grid;
    private final long count;

    /// @param count elements of the array
    Broadcast(WeightGrid grid, long count) {
        this.grid = grid;
        this.count = count;
    }

    public double at(int example, int cls, int position) {
        return grid.at(example, cls, position);
    }

    /// The factors of a row: of length 1 where they are the same for all positions.
    public Plane row(int example, int cls) {
        return grid.row(example, cls);
    }

    /// Sum over all elements after broadcasting.
    public double sum() {
        return grid.sumAsGiven() * repeats();
    }

    /// Elements whose factor is not zero, after broadcasting.
    public long nonzero() {
        return grid.nonzero() * repeats();
    }

    /// The least and the greatest factor.
    public Extremes extremes() {
        var range = new Extremes();
        grid.planes().forEach(p -> p.extremes(0, p.length(), range));
        return range;
    }

    private long repeats() {
        return count / grid.size();
    }
}
