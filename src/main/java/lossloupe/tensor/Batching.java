package lossloupe.tensor;

/// Whether arrays carry a batch axis: `[n,l]` against `[1,n,l]` is a difference users see in every shape.
public enum Batching {
    UNBATCHED,
    BATCHED
}
