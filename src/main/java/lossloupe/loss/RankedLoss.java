package lossloupe.loss;

import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A loss of whole regions in which a cell counts by its rank among all cells of its region: one logit can change the
/// share of every cell, so an edit computes the region anew.
public non-sealed interface RankedLoss extends Loss {
    SumsOver sumsOver();

    /// What the cells of a region add to its loss, and the derivatives of the loss.
    ///
    /// @param logits of the region's cells, in the order examples, classes, positions
    /// @param labels of the same cells
    Shares shares(double[] logits, double[] labels);

    /// One number for each cell of a region. The arrays are not to be written to.
    ///
    /// @param terms what each cell adds to the loss
    /// @param gradient derivative of the loss by each logit
    @SuppressWarnings("ArrayRecordComponent") // Never compared: made once, read by chunks.
    record Shares(double[] terms, double[] gradient) {}

    /// The least loss of a region with these labels; NaN where it is not known.
    double floor(double[] labels);

    /// Probabilities to be shown beside it.
    default Chunk probabilities(Chunk logits, DType dtype) {
        return Sigmoids.probabilities(logits, dtype);
    }
}
