package lossloupe.app;

import java.util.stream.Stream;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.compute.NonFinite;
import lossloupe.reduce.Reduction;

/// Asks for what the panes show of every frame while it is still with the worker: sums over a million positions are
/// made beside the window, not in it. After an edit only what changed is computed; of what is to be opened
/// it is computed while a person reads how.
public final class Foresight {
    private Foresight() {}

    /// Computes what is not there yet, on all threads.
    public static void of(Evaluation evaluation) {
        var reduction = Reduction.of(evaluation.document().setup().reduction()).orMean();
        Stream.<Runnable>of(
                        evaluation::overlap,
                        () -> NonFinite.of(evaluation),
                        () -> scores(evaluation.a(), reduction),
                        () -> scores(evaluation.b(), reduction))
                .parallel()
                .forEach(Runnable::run);
    }

    private static void scores(LossResult result, Reduction reduction) {
        result.reduced(reduction);
        result.floor(reduction);
    }
}
