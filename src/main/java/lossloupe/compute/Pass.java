package lossloupe.compute;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import lossloupe.reduce.Weights;

/// How a document is evaluated; none of it changes a number except the weights.
///
/// @param isCancelled asked on the calling thread at chunk borders
/// @param progress told on the calling thread, from 0 to 1
public record Pass(Weights weights, Threads threads, BooleanSupplier isCancelled, DoubleConsumer progress) {
    /// On how many threads chunks are computed.
    public enum Threads {
        /// The calling one.
        ONE,
        /// The calling one and the common pool.
        ALL
    }

    /// Without weights, on all threads, not to be cancelled.
    public static final Pass PLAIN = new Pass(Weights.NONE, Threads.ALL, () -> false, fraction -> {});

    public Pass with(Weights newWeights) {
        return new Pass(newWeights, threads, isCancelled, progress);
    }

    public Pass on(Threads newThreads) {
        return new Pass(weights, newThreads, isCancelled, progress);
    }

    public Pass cancelledBy(BooleanSupplier supplier) {
        return new Pass(weights, threads, supplier, progress);
    }

    public Pass reportingTo(DoubleConsumer consumer) {
        return new Pass(weights, threads, isCancelled, consumer);
    }
}
