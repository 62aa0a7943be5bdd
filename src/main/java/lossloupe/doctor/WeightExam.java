package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lossloupe.document.Document;
import lossloupe.document.WeightPresets;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Extremes;

/// Whether weights lie along the axis they are meant for, and make no gain of a loss. Where two axes are as long,
/// broadcasting takes the last one and says nothing; nor does any framework refuse a negative factor.
final class WeightExam implements Exam {
    private static final double ALIKE = 0.8;

    @Override
    public List<Finding> of(Patient patient) {
        var findings = new ArrayList<Finding>();
        findings.addAll(negative(patient.document()));
        findings.addAll(astray(patient.document()));
        return findings;
    }

    private static List<Finding> negative(Document document) {
        var weights = document.weights();
        var range = new Extremes();
        weights.rows().forEach(r -> r.forEach(plane -> plane.extremes(0, plane.length(), range)));
        return range.min() >= 0
                ? List.of()
                : List.of(Finding.of("weightsNegative", Severity.WARNING, 0.7, Double.toString(range.min()))
                        .at(Place.ofCells(document.shape(), (e, c, p) -> weights.at(e, c, p) < 0)));
    }

    private static List<Finding> astray(Document document) {
        var others = document.weights().mistakableFor(document.shape());
        // Along classes is what weights are usually meant for; it is the other readings that happen by mistake.
        if (others.isEmpty() || document.weights().axes().equals(Set.of(Axis.CLASS))) {
            return List.of();
        }
        Supplier<Document> repair = () -> document.withWeights(WeightPresets.reread(document));
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
