package lossloupe.doctor;

import java.util.List;
import java.util.Locale;
import lossloupe.document.Document;

/// Tries every other reading of the buffers. What a network has learnt agrees with its labels, and both stay the same
/// from one position to the next; a wrong layout loses one or the other.
final class LayoutExam implements Exam {
    /// What another reading must be better by; the scores of real data as they are vary by a tenth of that.
    private static final double MARGIN = 0.2;

    /// Below, a network knows so little that agreement proves nothing.
    private static final double LEAST_AGREEMENT = 0.15;

    @Override
    public List<Finding> of(Patient patient) {
        var document = patient.document();
        var now = Fit.of(Reading.asIs(document));
        Reading best = null;
        double bestGain = MARGIN;
        Fit bestFit = now;
        for (var reading : Reading.others(document)) {
            var fit = Fit.of(reading);
            double gain = now.gain(fit, reading.moves());
            if (gain > bestGain && isBelievable(now, fit, reading)) {
                best = reading;
                bestGain = gain;
                bestFit = fit;
            }
        }
        if (best == null) {
            return batch(document);
        }
        var believed = best;
        return List.of(Finding.of(
                        best.id(),
                        Severity.FAULT,
                        0.7 + 0.3 * Math.min(1, bestGain),
                        number(now.agreement()),
                        number(bestFit.agreement()),
                        number(now.labelRuns()),
                        number(bestFit.labelRuns()))
                .repairedBy(() -> believed.document(document)));
    }

    /// Agreement found must be real, and none must be given up for runs that are longer by chance.
    private static boolean isBelievable(Fit now, Fit then, Reading reading) {
        boolean agrees = then.agreement() > Math.max(LEAST_AGREEMENT, then.chance())
                && (reading.moves() == Reading.Moves.BOTH || then.agreement() >= now.agreement() - 0.02);
        boolean noLogits = then.logitRuns() == 0 && then.agreement() == 0;
        return agrees || noLogits;
    }

    /// Rows of a class have something in common: how often it occurs, and that one class excludes the others.
    private static List<Finding> batch(Document document) {
        var shape = document.shape();
        if (shape.batch() < 2 || shape.classes() < 2) {
            return List.of();
        }
        var now = Kinship.of(Reading.asIs(document));
        var reading = Reading.batchSwapped(document);
        var then = Kinship.of(reading);
        double gain = then.score() - now.score();
        if (gain < Kinship.MARGIN) {
            return List.of();
        }
        return List.of(Finding.of(
                        reading.id(),
                        Severity.FAULT,
                        0.6 + 0.3 * Math.min(1, gain),
                        number(now.ofClasses()),
                        number(then.ofClasses()))
                .repairedBy(() -> reading.document(document)));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    }
}
