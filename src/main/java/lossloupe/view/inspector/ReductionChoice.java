package lossloupe.view.inspector;

import lossloupe.app.AppModel;
import lossloupe.document.Edit;
import lossloupe.reduce.Reduction;

/// Makes a reduction the document's, as an undoable step. One that gives an array leaves the mean on top.
record ReductionChoice(AppModel model) {
    void choose(Reduction reduction) {
        var setup = model.document().setup();
        if (!setup.reduction().equals(reduction.id())) {
            model.edit(new Edit.Setup(setup.withReduction(reduction.id()), "edit.reduction"));
        }
    }
}
