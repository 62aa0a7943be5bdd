package lossloupe.doctor;

import java.util.ArrayList;
import java.util.List;
import lossloupe.document.Document;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;

/// Whether logits are logits: not probabilities, not their logarithms, not constant, not broken.
final class LogitExam implements Exam {
    private static final double ROUNDING = 2e-3;

    @Override
    public List<Finding> of(Patient patient) {
        var findings = new ArrayList<Finding>();
        var document = patient.document();
        var shape = document.shape();
        var logits = Reading.asIs(document).logits();
        long broken = patient.evaluation().nonFiniteLogits();
        if (broken > 0) {
            findings.add(Finding.of("logitsNotFinite", Severity.FAULT, 0.8, broken)
                    .at(Place.ofCells(shape, (e, c, p) -> !Double.isFinite(logits.at(e, c, p)))));
        }
        var rows = constantRows(document);
        int all = shape.batch() * shape.classes();
        if (rows.size() == all) {
            findings.add(Finding.of("logitsConstant", Severity.NOTE, 0.5));
            return findings;
        }
        if (!rows.isEmpty()) {
            findings.add(Finding.of("logitRowsConstant", Severity.WARNING, 0.5, rows.size(), all)
                    .at(rows));
        }
        if (Coarseness.isBfloat16(document)) {
            findings.add(Finding.of("logitsCoarse", Severity.WARNING, 0.45));
        }
        var sums = Sums.of(document);
        double agreement = Fit.of(Reading.asIs(document)).agreement();
        // Random numbers in [0, 1) are no probabilities: they know nothing of the labels.
        var severity = Math.abs(agreement) > 0.2 ? Severity.FAULT : Severity.NOTE;
        if (sums.min >= 0 && sums.max <= 1) {
            boolean softmax = shape.classes() > 1 && sums.ones > 0.99;
            findings.add(Finding.of(softmax ? "logitsAreSoftmax" : "logitsAreSigmoid", severity, 0.97)
                    .repairedBy(() -> Repairs.logits(document, softmax ? LogitExam::log : LogitExam::logit)));
        } else if (sums.max <= ROUNDING && shape.classes() > 1 && sums.exponentialOnes > 0.99) {
            findings.add(Finding.of("logitsAreLogSoftmax", Severity.WARNING, 0.6));
        } else if (sums.max <= 0 && sums.nearZero > 0.01) {
            findings.add(Finding.of("logitsAreLogSigmoid", severity, 0.75)
                    .repairedBy(() -> Repairs.logits(document, x -> logit(Math.exp(x)))));
        }
        return findings;
    }

    private static double log(double p) {
        return Math.log(Math.max(p, 1e-12));
    }

    private static double logit(double p) {
        double kept = Math.clamp(p, 1e-12, 1 - 1e-12);
        return Math.log(kept) - Math.log1p(-kept);
    }

    private static List<Place> constantRows(Document document) {
        var sample = Sample.of(document.shape());
        var whole = new Span(0, document.shape().length());
        var constant = new ArrayList<Place>();
        for (int e = 0; e < document.shape().batch(); e++) {
            for (int c = 0; c < document.shape().classes(); c++) {
                if (isConstant(document.example(e).logits().get(c), sample)) {
                    constant.add(new Place(e, Span.at(c), whole));
                }
            }
        }
        return constant;
    }

    private static boolean isConstant(Plane row, Sample sample) {
        double first = row.get(0);
        boolean same = row.length() > 1;
        for (var span : sample.spans()) {
            for (int p = span.from(); same && p < span.to(); p++) {
                same = row.get(p) == first;
            }
        }
        return same;
    }

    /// Ranges of the logits, and how many positions add up to one.
    private static final class Sums {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double ones;
        private double exponentialOnes;
        private double nearZero;

        static Sums of(Document document) {
            var sums = new Sums();
            var sample = Sample.of(document.shape());
            long positions = 0;
            long cells = 0;
            for (int e : sample.examples()) {
                var rows = document.example(e).logits();
                for (var span : sample.spans()) {
                    for (int p = span.from(); p < span.to(); p++) {
                        double sum = 0;
                        double exponentials = 0;
                        for (var row : rows) {
                            double x = row.get(p);
                            sums.min = Math.min(sums.min, x);
                            sums.max = Math.max(sums.max, x);
                            sums.nearZero += x > -0.05 ? 1 : 0;
                            sum += x;
                            exponentials += Math.exp(x);
                            cells++;
                        }
                        positions++;
                        sums.ones += Math.abs(sum - 1) < ROUNDING ? 1 : 0;
                        sums.exponentialOnes += Math.abs(exponentials - 1) < ROUNDING ? 1 : 0;
                    }
                }
            }
            sums.ones /= positions;
            sums.exponentialOnes /= positions;
            sums.nearZero /= cells;
            return sums;
        }
    }
}
