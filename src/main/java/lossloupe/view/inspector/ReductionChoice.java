package lossloupe.view.inspector;

import lossloupe.app.AppModel;
import lossloupe.document.Edit;
import lossloupe.reduce.Reduction;

/// Makes a reduction the one that is shown largest, as an undoable step.
record ReductionChoice(AppModel model) {
    void choose(Reduction reduction) {
        var setup = model.document().setup();
        if (!setup.reduction().equals(reduction.id()) && reduction.isScalar()) {
            model.edit(new Edit.Setup(setup.withReduction(reduction.id()), "edit.reduction"));
        }
    }
}
