package lossloupe.doctor;

import java.util.List;
import java.util.function.DoublePredicate;
import lossloupe.document.Document;
import lossloupe.tensor.DType;

/// Whether labels are numbers that a loss can take.
final class LabelExam implements Exam {
    @Override
    public List<Finding> of(Patient patient) {
        var document = patient.document();
        var values = Values.of(document);
        long broken = patient.evaluation().nonFiniteLabels();
        if (broken > 0) {
            return List.of(Finding.of("labelsNotFinite", Severity.FAULT, 0.9, broken)
                    .at(places(document, z -> !Double.isFinite(z))));
        }
        if (values.onlyZeroAndByte) {
            return List.of(Finding.of("labelsTo255", Severity.FAULT, 1)
                    .repairedBy(() -> Repairs.labels(document, z -> z / 255)));
        }
        if (values.whole && values.min >= 0 && values.max > 1) {
            var found = Finding.of("labelsAreIndices", Severity.FAULT, 0.98, (long) values.max);
            return List.of(rowsAreAlike(document) ? found.repairedBy(() -> Repairs.oneHot(document)) : found);
        }
        if (values.min < 0 || values.max > 1) {
            var found = Finding.of(
                            "labelsOutside",
                            Severity.FAULT,
                            0.95,
                            LayoutExam.number(values.min),
                            LayoutExam.number(values.max))
                    .at(places(document, z -> z < 0 || z > 1));
            return List.of(
                    values.onlySigns ? found.repairedBy(() -> Repairs.labels(document, z -> (z + 1) / 2)) : found);
        }
        boolean bytes = document.example(0).labels().stream().allMatch(r -> r.dtype() == DType.UINT8);
        return bytes ? List.of(Finding.of("labelsAreIntegers", Severity.NOTE, 0.1)) : List.of();
    }

    private static List<Place> places(Document document, DoublePredicate ofLabel) {
        var labels = Reading.asIs(document).labels();
        return Place.ofCells(document.shape(), (e, c, p) -> ofLabel.test(labels.at(e, c, p)));
    }

    private static boolean rowsAreAlike(Document document) {
        var rows = document.example(0).labels();
        return rows.size() > 1 && rows.stream().allMatch(r -> r.sameValues(rows.getFirst()));
    }

    private static final class Values {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private boolean whole = true;
        private boolean zeroOrByte = true;
        private boolean signs = true;
        private boolean onlyZeroAndByte;
        private boolean onlySigns;

        static Values of(Document document) {
            var values = new Values();
            var reading = Reading.asIs(document);
            Sample.of(document.shape()).each((e, c, span) -> {
                for (int p = span.from(); p < span.to(); p++) {
                    values.add(reading.labels().at(e, c, p));
                }
            });
            values.onlyZeroAndByte = values.zeroOrByte && values.max == 255;
            values.onlySigns = values.signs && values.min == -1;
            return values;
        }

        private void add(double z) {
            min = Math.min(min, z);
            max = Math.max(max, z);
            whole &= z == Math.rint(z);
            zeroOrByte &= z == 0 || z == 255;
            signs &= z == -1 || z == 1;
        }
    }
}
