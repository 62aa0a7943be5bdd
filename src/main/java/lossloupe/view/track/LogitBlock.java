package lossloupe.view.track;

import java.util.ArrayList;
import java.util.List;
import lossloupe.app.AppModel;
import lossloupe.app.Selection;
import lossloupe.document.Edit;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;

/// The logits of a block of cells as they were when a gesture began, to be moved together.
record LogitBlock(int example, Span classes, Span span, List<Plane> before) {
    static LogitBlock of(AppModel model, Selection selection) {
        int example = model.view().example();
        return new LogitBlock(
                example,
                selection.classes(),
                selection.span(),
                model.document().example(example).logits());
    }

    /// The block `delta` higher than it was; each value at a multiple of `step` where that is above 0. Values are
    /// kept to six decimals, so that 2.1 plus 0.05 is written 2.15.
    Edit moved(double delta, double step) {
        var edits = new ArrayList<Edit>();
        for (int c = classes.from(); c < classes.to(); c++) {
            var plane = before.get(c);
            var values = new double[span.length()];
            for (int i = 0; i < values.length; i++) {
                double v = plane.get(span.from() + i) + delta;
                values[i] = step > 0 ? Math.round(v / step) * step : Math.round(v * 1e6) / 1e6;
            }
            edits.add(new Edit.Values(Edit.Target.LOGITS, example, c, span.from(), values));
        }
        return edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits, "edit.logits");
    }
}
