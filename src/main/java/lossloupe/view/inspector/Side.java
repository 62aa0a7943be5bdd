package lossloupe.view.inspector;

import lossloupe.app.Frame;
import lossloupe.compute.LossResult;

/// Which of the two losses compared.
enum Side {
    A("a"),
    B("b");

    private final String styleSuffix;

    Side(String styleSuffix) {
        this.styleSuffix = styleSuffix;
    }

    /// `stem` with this side's suffix, as `tag-a`.
    String style(String stem) {
        return stem + "-" + styleSuffix;
    }

    LossResult result(Frame frame) {
        return this == A ? frame.evaluation().a() : frame.evaluation().b();
    }
}
