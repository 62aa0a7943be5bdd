package lossloupe.app;

import java.util.List;
import lossloupe.compute.Evaluation;
import lossloupe.compute.NonFinite;
import lossloupe.reduce.Reduction;

/// Asks for what the panes show of every frame while it is still with the worker: sums over a million positions are
/// made beside the window, not in it. After an edit only what changed is computed; of what is to be opened
/// it is computed while a person reads how.
public final class Foresight {
    private Foresight() {}

    /// Computes what is not there yet.
    public static void of(Evaluation evaluation) {
        evaluation.overlap();
        NonFinite.of(evaluation);
        var reduction = Reduction.of(evaluation.document().setup().reduction()).orMean();
        for (var result : List.of(evaluation.a(), evaluation.b())) {
            result.reduced(reduction);
            result.floor(reduction);
        }
    }
}
