package lossloupe.view.doctor;

import lossloupe.compute.Evaluation;
import lossloupe.reduce.Reduction;

/// Both losses, reduced as the document says.
record Means(double a, double b) {
    static Means of(Evaluation evaluation) {
        var reduction = Reduction.of(evaluation.document().setup().reduction());
        return new Means(evaluation.a().reduced(reduction), evaluation.b().reduced(reduction));
    }
}
