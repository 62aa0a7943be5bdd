package lossloupe.loss;

/// What the cells of a group share: for softmax the greatest logit m and what the others add to it. Either for one
/// fibre per position or for one fibre as a whole; only the loss that made it looks inside.
public sealed interface GroupStats permits SoftmaxStats {
    /// What the group of one position of the chunk shares.
    GroupStats alone(int position);
}
