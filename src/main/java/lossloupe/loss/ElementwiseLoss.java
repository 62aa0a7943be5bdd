package lossloupe.loss;

import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A loss of one logit and one label: layout and neighbours cannot change it.
/// Results are chunks of the type that is computed in, whatever type the inputs are stored in.
public non-sealed interface ElementwiseLoss extends Loss {
    /// The loss as it is for one class, where parameters differ between classes.
    default ElementwiseLoss forClass(int cls) {
        return this;
    }

    /// The loss of every cell.
    Chunk terms(Chunk logits, Chunk labels, DType dtype);

    /// The derivative of every cell's loss by its logit.
    Chunk gradient(Chunk logits, Chunk labels, DType dtype);

    Chunk probabilities(Chunk logits, DType dtype);

    /// The least loss that every cell can have with its label; −infinity where there is none.
    Chunk floors(Chunk labels, DType dtype);
}
