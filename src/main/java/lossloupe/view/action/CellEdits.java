package lossloupe.view.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import lossloupe.app.AppModel;
import lossloupe.document.Edit;
import lossloupe.document.LabelMode;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;

/// What keys do to the selected block.
final class CellEdits {
    private final AppModel model;
    private final Burst burst;

    CellEdits(AppModel model, LongSupplier nanos) {
        this.model = model;
        this.burst = new Burst(model.store(), nanos);
    }

    /// Takes the labels of the block away where all are set, else sets them. Where classes are exclusive, the class
    /// of the selected cell is the one that is set.
    void toggleLabels() {
        var selection = model.view().selection();
        var mode = model.document().setup().labelMode();
        boolean one = mode == LabelMode.EXCLUSIVE;
        var classes = one ? Span.at(selection.cls()) : selection.classes();
        boolean isSet = allSet(classes, selection.span());
        labels(classes, isSet ? 0 : 1);
    }

    void eraseLabels() {
        labels(model.view().selection().classes(), 0);
    }

    /// Adds to the logits of the block; repeated presses are one undo step. Kept to six decimals, so that 2.1 + 0.1
    /// is 2.2.
    void nudge(double delta) {
        var view = model.view();
        var selection = view.selection();
        var span = selection.span();
        var edits = new ArrayList<Edit>();
        for (int c = selection.classes().from(); c < selection.classes().to(); c++) {
            var plane = logits().get(c);
            var values = new double[span.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint((plane.get(span.from() + i) + delta) * 1e6) / 1e6;
            }
            edits.add(new Edit.Values(Edit.Target.LOGITS, view.example(), c, span.from(), values));
        }
        var target = List.of(view.example(), selection);
        model.store().apply(joined(edits, "edit.logits"), burst.stroke(target));
    }

    private void labels(Span classes, double value) {
        var mode = model.document().setup().labelMode();
        var view = model.view();
        var edits = new ArrayList<Edit>();
        for (int c = classes.from(); c < classes.to(); c++) {
            edits.add(new Edit.Labels(view.example(), c, view.selection().span(), value, mode));
        }
        model.edit(joined(edits, value > 0 ? "edit.paint" : "edit.erase"));
    }

    private boolean allSet(Span classes, Span span) {
        var rows = model.document().example(model.view().example()).labels();
        for (int c = classes.from(); c < classes.to(); c++) {
            for (int p = span.from(); p < span.to(); p++) {
                if (!(rows.get(c).get(p) > 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Plane> logits() {
        return model.document().example(model.view().example()).logits();
    }

    private static Edit joined(List<Edit> edits, String key) {
        return edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits, key);
    }
}
