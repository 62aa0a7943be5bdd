package lossloupe.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lossloupe.document.Document;
import lossloupe.tensor.Plane;

/// Where losses get stuck with the labels of a document: floors that no logits go below, and what constant predictors
/// pay. Formulas are those of losses.md and product.md, lessons 1, 5, 8, 10, 11 and 14.
public final class Symptoms {
    private static final double LN2 = Math.log(2);
    private static final double SMOOTHING = 0.1;

    private final Labels labels;
    private final List<Symptom> all = new ArrayList<>();

    private Symptoms(Labels labels) {
        this.labels = labels;
    }

    /// Every cause with its value for these labels, the nearest to a plateau first.
    public static List<Symptom> of(Document document, double plateau) {
        var symptoms = new Symptoms(Labels.of(document));
        symptoms.sigmoid();
        symptoms.softmax();
        symptoms.activatedTwice();
        symptoms.regions();
        symptoms.all.sort(Comparator.comparingDouble(s -> s.distance(plateau)));
        return List.copyOf(symptoms.all);
    }

    private void add(String id, double value, Object... args) {
        all.add(Symptom.of(id, value, args));
    }

    private void sigmoid() {
        double n = labels.classes();
        double constant = 0;
        for (double share : labels.shares()) {
            constant += entropy(share) / n;
        }
        add("sigmoidAtZero", LN2);
        add("sigmoidAtZeroSummed", n * LN2, labels.classes());
        add("sigmoidConstantPerClass", constant);
        add("sigmoidConstant", entropy(labels.share()));
        add("sigmoidSmoothed", smoothedSigmoid(), SMOOTHING);
        add("kerasClipPositive", 16.118095, "float32");
        add("kerasClipNegative", 15.942385, "float32");
    }

    private void softmax() {
        int n = labels.classes();
        double raw = 0;
        double normalised = 0;
        double uniform = 0;
        for (int k = 0; k < labels.positionsWith().length; k++) {
            double part = labels.positionsWith()[k] / labels.positions();
            raw += part * xlogx(k);
            normalised += k > 0 ? part * Math.log(k) : 0;
            uniform += part * k * Math.log(n);
        }
        if (raw > 0) {
            add("softmaxOverlapFloor", raw);
            add("softmaxOverlapFloorNormalised", normalised);
        }
        add("softmaxUniform", uniform, n);
        double wrongAxis = 0;
        for (double count : labels.counts()) {
            wrongAxis += xlogx(count) / labels.length();
        }
        add("softmaxWrongAxisFloor", wrongAxis / labels.examples());
        double frequencies = 0;
        double total = 0;
        for (double count : labels.counts()) {
            total += count;
        }
        for (double count : labels.counts()) {
            frequencies += count > 0 ? -count / labels.positions() * Math.log(count / total) : 0;
        }
        add("softmaxConstant", frequencies);
        if (n > 1) {
            double rest = SMOOTHING / n;
            double top = 1 - SMOOTHING + rest;
            add("softmaxSmoothed", -top * Math.log(top) - (n - 1) * rest * Math.log(rest), SMOOTHING);
        }
    }

    private void activatedTwice() {
        int n = labels.classes();
        double positive = Math.log1p(Math.exp(-1));
        add("sigmoidTwiceFloor", labels.share() * positive + (1 - labels.share()) * LN2);
        if (n > 1) {
            add("softmaxTwiceFloor", Math.log(Math.E + n - 1) - 1, n);
            add("softmaxTwiceWorst", Math.log(Math.E + n - 1), n);
        }
    }

    private void regions() {
        int n = labels.classes();
        if (n > 1) {
            add("diceOneClass", 1 - 1.0 / n, n);
        }
        add("diceAllOne", 1 - 2 * labels.share() / (1 + labels.share()));
    }

    private double smoothedSigmoid() {
        return entropy(SMOOTHING / 2);
    }

    private static double entropy(double p) {
        return -xlogx(p) - xlogx(1 - p);
    }

    private static double xlogx(double x) {
        return x > 0 ? x * Math.log(x) : 0;
    }

    /// What labels look like as a whole.
    ///
    /// @param counts labels of each class
    /// @param positionsWith how many positions have 0, 1, 2… classes
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Labels(int examples, int length, double[] counts, double[] positionsWith) {
        static Labels of(Document document) {
            var shape = document.shape();
            var counts = new double[shape.classes()];
            var positionsWith = new double[shape.classes() + 1];
            for (var example : document.examples()) {
                var rows = example.labels();
                for (int p = 0; p < shape.length(); p++) {
                    int active = 0;
                    for (int c = 0; c < counts.length; c++) {
                        double z = value(rows.get(c), p);
                        counts[c] += z;
                        active += z > 0 ? 1 : 0;
                    }
                    positionsWith[active]++;
                }
            }
            return new Labels(shape.batch(), shape.length(), counts, positionsWith);
        }

        private static double value(Plane row, int position) {
            double z = row.get(position);
            return z >= 0 && z <= 1 ? z : z > 0 ? 1 : 0;
        }

        int classes() {
            return counts.length;
        }

        double positions() {
            return (double) examples * length;
        }

        /// Share of each class in all positions.
        double[] shares() {
            var shares = counts.clone();
            for (int c = 0; c < shares.length; c++) {
                shares[c] /= positions();
            }
            return shares;
        }

        /// Share of ones in all cells.
        double share() {
            double sum = 0;
            for (double count : counts) {
                sum += count;
            }
            return sum / (positions() * counts.length);
        }
    }
}
