package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import lossloupe.tensor.Shape;

/// Where two sizes are equal no shape check can tell their axes apart.
final class ShapeExam implements Exam {
    @Override
    public List<Finding> of(Patient patient) {
        var findings = new ArrayList<>(squares(patient.document().shape()));
        if (patient.sample().isPartial()) {
            findings.add(Finding.of(
                    "sampled",
                    Severity.NOTE,
                    0,
                    LayoutExam.number(100 * patient.sample().share())));
        }
        return findings;
    }

    static List<Finding> squares(Shape shape) {
        var findings = new ArrayList<Finding>();
        if (shape.classes() == shape.length()) {
            findings.add(Finding.of("squareClassesPositions", Severity.NOTE, 0.4, shape.classes()));
        }
        if (shape.batch() > 1 && shape.batch() == shape.classes()) {
            findings.add(Finding.of("squareExamplesClasses", Severity.NOTE, 0.4, shape.batch()));
        }
        return findings;
    }
}
