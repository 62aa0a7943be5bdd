package lossloupe.view.action;

import java.util.List;
import lossloupe.app.AppModel;
import lossloupe.app.Notice;
import lossloupe.app.Selection;
import lossloupe.compute.Ranking;
import lossloupe.compute.Ranking.Entry;
import lossloupe.document.Document;
import org.jspecify.annotations.Nullable;

/// Walks the positions by loss A, the worst first. An edit starts the walk anew.
final class WorstPositions {
    private static final int MOST = 200;

    private final AppModel model;
    private @Nullable Document ranked;
    private List<Entry> worst = List.of();
    private int at = -1;

    WorstPositions(AppModel model) {
        this.model = model;
    }

    @SuppressWarnings("ReferenceEquality")
    void step(int by) {
        var evaluation = model.frame().evaluation();
        // Every frame has an evaluation of its own, as the one of the step before; the document stays the same.
        if (ranked != evaluation.document()) {
            ranked = evaluation.document();
            worst = Ranking.of(evaluation, Ranking.By.POSITIONS, Ranking.Of.A, MOST)
                    .entries();
            at = by > 0 ? -1 : worst.size();
        }
        at = Math.clamp(at + by, 0, worst.size() - 1);
        var entry = worst.get(at);
        model.look(v -> v.at(entry.example(), Selection.cell(v.selection().cls(), entry.position())));
        model.say(Notice.info("notice.worst", at + 1, worst.size(), Integer.toString(entry.position())));
    }
}
