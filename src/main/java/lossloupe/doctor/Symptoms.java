package lossloupe.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossResult;
import lossloupe.doctor.Symptom.Averaging;
import lossloupe.document.Document;
import lossloupe.tensor.Shape;

/// Where losses get stuck with the labels of a document: floors that no logits go below, and what constant predictors
/// pay. Formulas are those of losses.md and product.md, lessons 1, 5, 8 to 12 and 14.
public final class Symptoms {
    private static final double LN2 = Math.log(2);
    private static final double SMOOTHING = 0.1;

    /// Means that differ by less are the same.
    private static final double ROUNDING = 1e-9;

    /// Of very many classes, so many that are learnt are told apart.
    private static final int MOST_LEARNT = 31;

    private final List<Symptom> all = new ArrayList<>();

    private Symptoms() {}

    /// Every cause with its value for these labels. It visits every label.
    public static Symptoms of(Evaluation evaluation) {
        var symptoms = new Symptoms();
        var document = evaluation.document();
        var examples = Counted.of(document);
        var pooled = Counted.pooled(examples);
        symptoms.untrained(document.shape(), pooled);
        symptoms.activatedTwice(document.shape().classes());
        symptoms.bounds(document.shape().classes());
        symptoms.regions(pooled);
        symptoms.wrongAxis(examples, pooled);
        symptoms.all.addAll(Constants.of(pooled, Averaging.OF_CELLS));
        if (examples.size() > 1) {
            symptoms.averaged(Constants.of(Counted.evened(examples), Averaging.OF_MEANS));
            symptoms.now(evaluation);
        }
        return symptoms;
    }

    /// Every cause, the nearest to a plateau first.
    public List<Symptom> nearest(double plateau) {
        return all.stream()
                .sorted(Comparator.comparingDouble(s -> s.distance(plateau)))
                .toList();
    }

    private void add(String id, double value, Object... args) {
        all.add(new Symptom(id, value, List.of(args), Averaging.OF_CELLS));
    }

    private void untrained(Shape shape, Counted labels) {
        int n = labels.classes();
        add("sigmoidAtZero", LN2);
        add("sigmoidAtZeroSummed", n * LN2, n);
        add("sigmoidAtZeroTotal", labels.allCells() * LN2, (long) labels.allCells());
        if (shape.batch() > 1) {
            add("sigmoidAtZeroTwiceAveraged", LN2 / shape.batch(), shape.batch());
        }
        if (labels.allCells() < shape.size()) {
            add("sigmoidAtZeroMasked", LN2 * labels.allCells() / shape.size());
        }
        add("focalAtZero", LN2 / 4);
        if (n > 1) {
            add("softmaxUniformTotal", labels.allOnes() * Math.log(n), n);
        } else {
            add("softmaxOneClass", 0);
        }
    }

    private void activatedTwice(int n) {
        if (n > 1) {
            add("softmaxTwiceFloor", Math.log(Math.E + n - 1) - 1, n);
            add("softmaxTwiceWorst", Math.log(Math.E + n - 1), n);
        }
    }

    private void bounds(int n) {
        add("sigmoidSmoothed", Constants.entropy(SMOOTHING / 2), SMOOTHING);
        if (n > 1) {
            double rest = SMOOTHING / n;
            double top = 1 - SMOOTHING + rest;
            add("softmaxSmoothed", -top * Math.log(top) - (n - 1) * rest * Math.log(rest), SMOOTHING);
        }
        add("kerasClipPositive", 16.118095, "float32");
        add("kerasClipNegative", 15.942385, "float32");
        add("kerasClip", -Math.log(1e-7), "float64");
        add("torchClamp", 100);
    }

    private void regions(Counted labels) {
        int n = labels.classes();
        for (int k = 1; k < Math.min(n, MOST_LEARNT + 1); k++) {
            add("diceFewClasses", 1 - (double) k / n, k, n);
        }
        add("diceNothing", 1);
        add("diceAllOne", 1 - 2 * labels.share() / (1 + labels.share()));
        add("jaccardAllOne", 1 - labels.share());
    }

    /// What is summed over classes is divided by positions; what an op that drops positions returns, by classes.
    private void wrongAxis(List<Counted> examples, Counted pooled) {
        double floor = 0;
        for (var example : examples) {
            floor += Arrays.stream(example.ones()).map(Constants::xlogx).sum();
        }
        double rows = (double) examples.size() * pooled.classes();
        double length = pooled.positions() / examples.size();
        add("softmaxWrongAxisFloor", floor / pooled.positions());
        add("softmaxWrongAxisFloorPerClass", floor / rows);
        add("softmaxWrongAxisUniform", pooled.allOnes() * Math.log(length) / rows);
    }

    /// Causes under a mean of means, where that is another number than the mean.
    private void averaged(List<Symptom> ofMeans) {
        for (var symptom : ofMeans) {
            boolean isNew =
                    all.stream().noneMatch(s -> s.id().equals(symptom.id()) && s.distance(symptom.value()) <= ROUNDING);
            if (isNew) {
                all.add(symptom);
            }
        }
    }

    /// The loss of these logits under a mean of means: nothing is stuck, two ways of averaging are compared.
    private void now(Evaluation evaluation) {
        now("A", evaluation.document(), evaluation.a());
        if (evaluation.a() != evaluation.b()) {
            now("B", evaluation.document(), evaluation.b());
        }
    }

    private void now(String name, Document document, LossResult result) {
        if (result.weights().isNone() || result.loss().isOfRegions()) {
            return;
        }
        var examples = IntStream.range(0, document.shape().batch())
                .mapToObj(e -> Weighed.of(document, result, e))
                .filter(w -> w.weight > 0)
                .toList();
        double ofMeans = examples.stream().mapToDouble(Weighed::mean).average().orElse(0);
        double ofCells =
                examples.stream().reduce(new Weighed(0, 0), Weighed::plus).mean();
        if (Math.abs(ofMeans - ofCells) > ROUNDING * Math.abs(ofCells)) {
            add("meanOfMeansNow", ofMeans, name, LayoutExam.number(ofCells));
        }
    }

    /// @param sum of loss times weight
    /// @param weight of all of them
    private record Weighed(double sum, double weight) {
        static Weighed of(Document document, LossResult result, int example) {
            var shape = document.shape();
            double cellsOfOutput = (double) shape.size() / result.count();
            double sum = 0;
            double weight = 0;
            for (int c = 0; c < shape.classes(); c++) {
                for (int p = 0; p < shape.length(); p++) {
                    double w = document.weights().at(example, c, p);
                    sum += w == 0 ? 0 : w * result.terms().get(example, c, p);
                    weight += w / cellsOfOutput;
                }
            }
            return new Weighed(sum, weight);
        }

        Weighed plus(Weighed other) {
            return new Weighed(sum + other.sum, weight + other.weight);
        }

        double mean() {
            return sum / weight;
        }
    }
}
