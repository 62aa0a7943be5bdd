package lossloupe.app;

import java.util.stream.Stream;
import lossloupe.compute.Evaluation;
import lossloupe.compute.Field;
import lossloupe.compute.LossResult;
import lossloupe.compute.NonFinite;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Extremes;

/// Asks for what the panes show of every frame while it is still with the worker: sums over a million positions are
/// made beside the window, not in it. After an edit only what changed is computed; of what is to be opened
/// it is computed while a person reads how.
public final class Foresight {
    private Foresight() {}

    /// Computes what is not there yet, on all threads.
    ///
    /// @param example the one that is shown
    public static void of(Evaluation evaluation, int example) {
        var reduction = evaluation.document().setup().shownReduction();
        Stream.<Runnable>of(
                        () -> strip(evaluation.overlap().active(), example),
                        () -> NonFinite.of(evaluation),
                        () -> scores(evaluation.a(), reduction),
                        () -> scores(evaluation.b(), reduction),
                        () -> sums(evaluation.a(), example),
                        () -> sums(evaluation.b(), example))
                .parallel()
                .forEach(Runnable::run);
    }

    /// The sums of classes beneath the map of a softmax loss, and their floors.
    private static void sums(LossResult result, int example) {
        var fibres = result.fibres();
        if (fibres != null && fibres.dropped() == Axis.CLASS) {
            strip(fibres.values(), example);
            strip(result.floors(), example);
        }
    }

    /// Extremes of each chunk, of which a strip along a long axis is drawn.
    private static void strip(Field field, int example) {
        field.extremes(example, 0, 0, field.shape().length(), new Extremes());
    }

    private static void scores(LossResult result, Reduction reduction) {
        result.reduced(reduction);
        result.floor(reduction);
    }
}
