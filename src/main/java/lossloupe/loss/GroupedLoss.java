package lossloupe.loss;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A loss of a group of cells, the fibre along one axis, which the op drops. It is computed in two passes: statistics
/// of the group, then cell by cell. Along POSITION a fibre spans many chunks, so statistics of chunks can be merged; an
/// edit then costs the statistics of one chunk and the terms of one row.
public non-sealed interface GroupedLoss extends Loss {
    /// The axis that fibres run along: CLASS or POSITION.
    Axis axis();

    /// Statistics of the fibres across classes: one fibre per position of these chunks.
    GroupStats acrossClasses(List<Chunk> logits, DType dtype);

    /// Statistics of the part of a fibre along positions that lies in one chunk.
    GroupStats alongPositions(Chunk logits, DType dtype);

    /// Statistics of a fibre from those of its chunks, merged in their order.
    GroupStats merged(List<GroupStats> parts);

    /// Whether targets are made of class indices, one for each position, instead of each class's own labels.
    default boolean takesIndices() {
        return false;
    }

    /// The class index of each position, −1 where it is ignored; found once for all classes.
    default Chunk indices(List<Chunk> labels) {
        throw new UnsupportedOperationException("labels are taken as they are");
    }

    /// What the loss takes for labels of one class or row: smoothed, weighted, or made of class indices. All other
    /// methods are given targets.
    ///
    /// @param labels of the class, or [#indices] where the loss takes them
    default Chunk target(Chunk labels, int cls, int classes) {
        return labels;
    }

    /// The targets of all classes, or of one row along positions.
    default List<Chunk> targets(List<Chunk> labels) {
        var indices = takesIndices() ? Collections.nCopies(labels.size(), indices(labels)) : labels;
        return IntStream.range(0, labels.size())
                .mapToObj(c -> target(indices.get(c), c, labels.size()))
                .toList();
    }

    /// Whether PyTorch's mean divides by [#targetWeights] instead of counting fibres.
    default boolean weighsTargets() {
        return false;
    }

    /// The weight of each fibre across classes in PyTorch's mean; 0 for those ignored.
    default Chunk targetWeights(Chunk indices) {
        throw new UnsupportedOperationException("fibres are counted");
    }

    /// Whether TensorFlow's op returns p − z for the gradient whatever targets sum to, which is the derivative only
    /// where they sum to one (`xent_op.h`; losses.md §1.5).
    default boolean takesTargetsForDistributions() {
        return false;
    }

    /// What such an op returns across classes.
    default List<Chunk> returnedGradient(List<Chunk> logits, List<Chunk> labels, GroupStats stats, DType dtype) {
        return gradientAcrossClasses(logits, labels, stats, dtype);
    }

    /// What each cell contributes; over a fibre they sum to its loss.
    Chunk terms(Chunk logits, Chunk labels, GroupStats stats, DType dtype);

    /// The loss of the fibres of chunks that share their positions, from the terms of each class.
    Chunk fibres(List<Chunk> terms, DType dtype);

    Chunk probabilities(Chunk logits, GroupStats stats, DType dtype);

    /// Derivatives of the fibres' losses, for all classes at once.
    List<Chunk> gradientAcrossClasses(List<Chunk> logits, List<Chunk> labels, GroupStats stats, DType dtype);

    /// Derivative of one fibre's loss along positions.
    ///
    /// @param labels what [#labelStats] says of the whole row
    Chunk gradientAlongPositions(Chunk logits, Chunk labelChunk, GroupStats stats, LabelStats labels, DType dtype);

    /// What gradient and floor need of the labels in one chunk of a row.
    LabelStats labelStats(Chunk labels);

    /// Least losses of the fibres across classes.
    Chunk floors(List<Chunk> labels, DType dtype);

    /// Least loss of a fibre along positions.
    double floor(LabelStats labels);
}
