package lossloupe.doctor;

import java.util.List;
import java.util.Set;
import lossloupe.document.Document;
import lossloupe.document.WeightPresets;
import lossloupe.tensor.Axis;

/// Whether weights lie along the axis they are meant for. Where two axes are as long, broadcasting takes the last one
/// and says nothing.
final class WeightExam implements Exam {
    private static final double ALIKE = 0.8;

    @Override
    public List<Finding> of(Patient patient) {
        var document = patient.document();
        var others = document.weights().mistakableFor(document.shape());
        // Along classes is what weights are usually meant for; it is the other readings that happen by mistake.
        if (others.isEmpty() || document.weights().axes().equals(Set.of(Axis.CLASS))) {
            return List.of();
        }
        var repair = document.withWeights(WeightPresets.reread(document));
        boolean perPosition = document.weights().axes().contains(Axis.POSITION) && others.contains(Axis.CLASS);
        if (perPosition && likeClassWeights(document) > ALIKE) {
            return List.of(
                    Finding.of("weightsAlongPositions", Severity.FAULT, 0.9).repairedBy(repair));
        }
        var severity = perPosition ? Severity.WARNING : Severity.NOTE;
        return List.of(Finding.of(
                        "weightsMistakable",
                        severity,
                        0.5,
                        document.shape().size(others.iterator().next()))
                .repairedBy(repair));
    }

    /// How much the factors go with how rare the classes are.
    private static double likeClassWeights(Document document) {
        var balanced = WeightPresets.balanced(document);
        var both = new Moments();
        for (int c = 0; c < document.shape().classes(); c++) {
            both.add(document.weights().at(0, 0, c), balanced.at(0, c, 0));
        }
        return both.correlation();
    }
}
