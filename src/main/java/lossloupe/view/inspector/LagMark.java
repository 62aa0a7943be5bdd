package lossloupe.view.inspector;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Duration;
import lossloupe.app.AppModel;

/// Marks a node as `late` once its frame has been older than the document for a tenth of a second: the numbers are
/// dimmed rather than passed off as new. Shorter lags would only flicker.
final class LagMark {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final Duration PATIENCE = Duration.millis(100);
    private final AppModel model;
    private final Node node;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private long awaited;

    private LagMark(AppModel model, Node node) {
        this.model = model;
        this.node = node;
        patience.setOnFinished(e -> mark(isBehind()));
    }

    /// Marks `node` from now on.
    static void watch(AppModel model, Node node) {
        var mark = new LagMark(model, node);
        model.store().documentProperty().subscribe(d -> mark.changed());
        model.frameProperty().subscribe(f -> mark.arrived());
    }

    private void changed() {
        if (patience.getStatus() != PauseTransition.Status.RUNNING && !isBehind()) {
            awaited = model.store().revision();
            patience.playFromStart();
        }
    }

    private void arrived() {
        if (!isBehind()) {
            patience.stop();
            mark(false);
            if (model.frame().revision() < model.store().revision()) {
                awaited = model.store().revision();
                patience.playFromStart();
            }
        }
    }

    private boolean isBehind() {
        return model.frame().revision() < awaited;
    }

    private void mark(boolean isLate) {
        node.pseudoClassStateChanged(LATE, isLate);
    }
}
