package lossloupe.loss;

/// The region of a ranked loss as one of its cells sees it. Where it is large, its cells are left out, and with them
/// the curve: sorting them for each point would take longer than a person waits.
///
/// @param logits of all cells; none where the region is large
/// @param labels of all cells
/// @param index of the cell among them
/// @param term what the cell adds to the loss
/// @param loss of the region
/// @param floor least loss of the region
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RankedRegion(double[] logits, double[] labels, int index, double term, double loss, double floor) {
    /// More cells are not sorted for a curve.
    public static final int MOST_CELLS = 2_000;

    public boolean isWhole() {
        return logits.length > 0;
    }
}
