package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.loss.GroupedLoss;
import lossloupe.tensor.Axis;

/// Whether the loss goes with how many classes a position has.
final class ClassExam implements Exam {
    @Override
    public List<Finding> of(Patient patient) {
        var findings = new ArrayList<Finding>();
        var document = patient.document();
        if (patient.loss() instanceof GroupedLoss grouped && grouped.axis() == Axis.POSITION) {
            findings.add(Finding.of(
                            "softmaxOverPositions",
                            Severity.FAULT,
                            0.99,
                            document.shape().length(),
                            document.shape().classes())
                    .repairedBy(() -> withLoss(document, document.setup().a().without("axis"))));
        }
        if (document.shape().classes() == 1 && patient.isForSoftmax()) {
            findings.add(Finding.of("softmaxOfOneClass", Severity.FAULT, 0.9)
                    .repairedBy(() -> withLoss(document, LossChoice.of("sigmoid_cross_entropy"))));
            return findings;
        }
        var overlap = patient.evaluation().overlap();
        double positions = (double) document.shape().batch() * document.shape().length();
        var severity = patient.isForSoftmax() ? Severity.WARNING : Severity.NOTE;
        if (overlap.overlaps() > 0) {
            var found = Finding.of("overlaps", severity, 0.5 + 0.4 * overlap.overlaps() / positions, overlap.overlaps())
                    .at(places(patient, k -> k > 1));
            boolean sigmoidIsAnother = patient.loss() instanceof GroupedLoss;
            Supplier<Document> sigmoid = () -> withLoss(document, LossChoice.of("sigmoid_cross_entropy"));
            findings.add(sigmoidIsAnother ? found.repairedBy(sigmoid) : found);
        }
        if (overlap.gaps() > 0) {
            findings.add(Finding.of("noBackground", severity, 0.5 + 0.4 * overlap.gaps() / positions, overlap.gaps())
                    .at(places(patient, k -> k == 0)));
        }
        if (overlap.isExclusive() && !patient.isForSoftmax() && document.shape().classes() > 1) {
            findings.add(Finding.of("oneHot", Severity.NOTE, 0.2));
        }
        return findings;
    }

    private static List<Place> places(Patient patient, DoublePredicate ofActive) {
        var active = patient.evaluation().overlap().active();
        return Place.ofPositions(patient.document().shape(), (e, p) -> ofActive.test(active.get(e, 0, p)));
    }

    private static Document withLoss(Document document, LossChoice choice) {
        return document.withSetup(document.setup().withA(choice));
    }
}
