package lossloupe.loss;

import java.util.function.Supplier;

/// The region of a ranked loss as one of its cells sees it.
///
/// @param logits of all cells, gathered when asked for
/// @param labels of all cells, gathered when asked for
/// @param size number of cells
/// @param index of the cell among them
/// @param term what the cell adds to the loss
/// @param loss of the region
/// @param floor least loss of the region
public record RankedRegion(
        Supplier<double[]> logits,
        Supplier<double[]> labels,
        int size,
        int index,
        double term,
        double loss,
        double floor) {
    /// More cells are not sorted for a curve while a person waits.
    private static final int MOST_CELLS = 2_000_000;

    boolean isLarge() {
        return size > MOST_CELLS;
    }
}
