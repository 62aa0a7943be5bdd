package lossloupe.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import lossloupe.compute.Evaluation;
import lossloupe.doctor.Symptom.Averaging;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers of product.md, lessons 1, 5 and 8 to 14, computed there with NumPy.
class SymptomsTest {
    private static double value(Document document, String id) {
        return value(document, id, Averaging.OF_CELLS);
    }

    private static double value(Document document, String id, Averaging averaging) {
        return nearest(document, 0).stream()
                .filter(s -> s.id().equals(id) && s.averaging() == averaging)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<Symptom> nearest(Document document, double plateau) {
        return Symptoms.of(Evaluation.onDemand(document)).nearest(plateau);
    }

    /// One class per position.
    private static Document exclusive(int classes, int... classOf) {
        var labels = new ArrayList<Plane>();
        var logits = new ArrayList<Plane>();
        var infos = new ArrayList<ClassInfo>();
        for (int c = 0; c < classes; c++) {
            int cls = c;
            labels.add(Plane.generate(DType.UINT8, classOf.length, p -> classOf[p] == cls ? 1 : 0));
            logits.add(Plane.zeros(DType.FLOAT64, classOf.length));
            infos.add(ClassInfo.numbered(c));
        }
        var example = new Example(Plane.zeros(DType.FLOAT64, classOf.length), labels, logits);
        return new Document("t", infos, List.of(example), Batching.UNBATCHED, LossSetup.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "softmaxOverlapFloor, 0.577623",
        "softmaxOverlapFloorNormalised, 0.288811",
        "softmaxUniform, 1.848392",
        "sigmoidAtZero, 0.693147",
        "sigmoidTwiceFloor, 0.566519",
        "softmaxTwiceFloor, 0.743668",
        "sigmoidSmoothed, 0.198515",
        "softmaxSmoothed, 0.348780",
        "sigmoidAtZeroTotal, 33.271065",
        "softmaxUniformTotal, 22.180710",
        "sigmoidAtZeroSummed, 2.772589",
        "kerasClip, 16.118096",
        "diceNothing, 1"
    })
    void valuesOfTheSeed(String id, double expected) {
        assertEquals(expected, value(Samples.seed(), id), 6e-7);
    }

    @Test
    void theWrongAxisHasAFloorOfItsOwn() {
        var lesson5 = exclusive(5, 3, 0, 0, 4, 1, 1, 1, 2, 2, 2, 3, 3);
        assertEquals(0.939484, value(lesson5, "softmaxWrongAxisFloor"), 6e-7);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.313262", "3, 0.551445", "5, 0.904832", "10, 1.461150"})
    void softmaxTwiceByTheNumberOfClasses(int n, double expected) {
        assertEquals(expected, value(exclusive(n, 0, 1), "softmaxTwiceFloor"), 6e-7);
    }

    /// Four ones among two hundred: the best constant pays 0.098039.
    @Test
    void rareOnesMakeAConstantLookGood() {
        var labels = Plane.generate(DType.UINT8, 200, p -> p >= 98 && p < 102 ? 1 : 0);
        var example =
                new Example(Plane.zeros(DType.FLOAT64, 200), List.of(labels), List.of(Plane.zeros(DType.FLOAT64, 200)));
        var document = new Document(
                "t", List.of(ClassInfo.numbered(0)), List.of(example), Batching.UNBATCHED, LossSetup.DEFAULT);
        assertEquals(0.098039, value(document, "sigmoidConstant"), 6e-7);
    }

    /// The plateau 0.67 of NiftyNet#208.
    @Test
    void diceOfOneLearntClassAmongThree() {
        var first = nearest(exclusive(3, 0, 1, 2, 2), 0.67).getFirst();
        assertEquals("diceFewClasses", first.id());
        assertEquals(List.of(1, 3), first.args());
        assertTrue(first.explains(0.67, 2));
    }

    /// What an op over positions returns is as long as there are classes: counts 2 and 1 in examples of 3.
    @Test
    void theWrongAxisIsCountedInEachExampleByItself() {
        var two = batch(List.of(row(1, 1, 0), row(1, 0, 0)), WeightGrid.none());
        assertEquals(2 * Math.log(2) / 6, value(two, "softmaxWrongAxisFloor"), 1e-12);
        assertEquals(2 * Math.log(2) / 2, value(two, "softmaxWrongAxisFloorPerClass"), 1e-12);
        assertEquals(3 * Math.log(3) / 2, value(two, "softmaxWrongAxisUniform"), 1e-12);
    }

    /// Lesson 9: 12 valid positions at 0.1 and 3 at 0.9 make 0.50 as a mean of means, 0.26 as the mean.
    @Test
    void aMeanOfMeansOfTheseLogitsIsKnownWithTheMean() {
        var first = nearest(lesson9(), 0.5).getFirst();
        assertEquals("meanOfMeansNow", first.id());
        assertEquals(0.5, first.value(), 1e-12);
        assertEquals(List.of("A", "0.26"), first.args());
    }

    /// 12 ones of 12 and 1 of 3 are a share of 13/15 together, and of 2/3 by example.
    @Test
    void aConstantPaysOtherwiseUnderAMeanOfMeans() {
        var document = lesson9();
        assertEquals(entropy(13 / 15.0), value(document, "sigmoidConstant"), 1e-12);
        assertEquals(entropy(2 / 3.0), value(document, "sigmoidConstant", Averaging.OF_MEANS), 1e-12);
        assertEquals(15 / 24.0 * Math.log(2), value(document, "sigmoidAtZeroMasked"), 1e-12);
    }

    @Test
    void examplesOfTheSameLengthKnowNoMeanOfMeans() {
        var even = batch(List.of(row(1, 1, 0), row(1, 0, 0)), WeightGrid.none());
        assertTrue(nearest(even, 0).stream().noneMatch(s -> s.averaging() == Averaging.OF_MEANS));
        assertTrue(nearest(even, 0).stream().noneMatch(s -> s.id().equals("meanOfMeansNow")));
    }

    private static double entropy(double p) {
        return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }

    private static Plane row(double... labels) {
        return Plane.of(labels);
    }

    private static Document batch(List<Plane> labels, WeightGrid weights) {
        var examples = labels.stream()
                .map(z -> new Example(z, List.of(z), List.of(Plane.zeros(DType.FLOAT64, z.length()))))
                .toList();
        return new Document(
                "t", List.of(ClassInfo.numbered(0)), examples, Batching.BATCHED, LossSetup.DEFAULT, weights);
    }

    /// The first example counts whole, of the second three positions do.
    private static Document lesson9() {
        var labels = List.of(
                Plane.generate(DType.FLOAT64, 12, p -> 1), Plane.generate(DType.FLOAT64, 12, p -> p == 0 ? 1 : 0));
        var weights = WeightGrid.generate(
                EnumSet.of(Axis.BATCH, Axis.POSITION),
                new Shape(2, 1, 12, Batching.BATCHED),
                (e, c, p) -> e == 0 || p < 3 ? 1 : 0);
        var document = batch(labels, weights);
        double[] losses = {0.1, 0.9};
        var examples = new ArrayList<Example>();
        for (int e = 0; e < losses.length; e++) {
            double x = Math.log(Math.expm1(losses[e])); // softplus(x) is the loss.
            var z = labels.get(e);
            examples.add(new Example(
                    z, List.of(z), List.of(Plane.generate(DType.FLOAT64, 12, p -> z.get(p) == 1 ? -x : x))));
        }
        return document.withExamples(examples);
    }

    @Test
    void theBestMatchComesFirstAndDecimalsDecideWhatMatches() {
        var first = nearest(Samples.seed(), 0.743668).getFirst();
        assertEquals("softmaxTwiceFloor", first.id());
        assertTrue(first.explains(0.743668, 6));
        assertTrue(first.explains(0.74, 2));
        assertFalse(first.explains(0.743669, 6));
        assertEquals(
                "softmaxOverlapFloor",
                nearest(Samples.seed(), 0.5776).getFirst().id());
    }
}
