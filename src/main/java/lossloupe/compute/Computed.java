package lossloupe.compute;

import lossloupe.loss.Loss;
import lossloupe.tensor.DType;

/// What a computation gives, whatever its kind.
///
/// @param terms what each cell of the document contributes, by class and chunk
/// @param output what the loss returns. The extent is that of the terms, with one row where classes are dropped, and
/// one
///     chunk of one value where positions are
/// @param floors least values of the output, in the same extent
/// @param gradient derivatives of the sum of the output
/// @param returnedGradient what the op of TensorFlow returns as that gradient; mostly the same
record Computed(
        Loss loss,
        DType dtype,
        Cells<Part> terms,
        Cells<Part> output,
        Demand<Part> floors,
        ChunkField.Source gradient,
        ChunkField.Source returnedGradient,
        ChunkField.Source probabilities) {}
