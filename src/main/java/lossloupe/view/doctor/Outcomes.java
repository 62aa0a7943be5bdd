package lossloupe.view.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lossloupe.app.FxThread;
import lossloupe.app.LatestWorker;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;

/// What every repair would make of both losses, evaluated beside the window; newest wins.
final class Outcomes {
    /// What is known so far.
    ///
    /// @param of what was examined
    /// @param then losses after the repair, by the id of its finding
    record Known(Evaluation of, Map<String, Means> then) {
        Known {
            then = Map.copyOf(then);
        }
    }

    private record Asked(Evaluation now, List<FindingsPage.Item> items) {}

    private final FxThread<Known> door;
    private final LatestWorker<Asked> worker;

    /// @param show told on the FX thread, again with each repair that is evaluated
    Outcomes(Consumer<Known> show) {
        door = new FxThread<>(show);
        worker = new LatestWorker<>("outcomes of repairs", this::evaluate);
    }

    void ask(Evaluation now, List<FindingsPage.Item> items) {
        worker.submit(new Asked(now, items));
    }

    private void evaluate(Asked asked) {
        var engine = new LossEngine();
        var then = new HashMap<String, Means>();
        for (var item : asked.items) {
            var repaired = item.then();
            if (repaired != null && !worker.isSuperseded()) {
                then.put(item.finding().id(), Means.of(engine.evaluate(repaired.document(), asked.now)));
                door.show(new Known(asked.now, then));
            }
        }
    }
}
