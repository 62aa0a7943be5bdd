package lossloupe.view.doctor;

import lossloupe.compute.Evaluation;

/// Both losses, reduced as the document says, or to their mean where that is an array.
record Means(double a, double b) {
    static Means of(Evaluation evaluation) {
        var reduction = evaluation.document().setup().shownReduction();
        return new Means(evaluation.a().reduced(reduction), evaluation.b().reduced(reduction));
    }
}
