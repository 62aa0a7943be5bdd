package lossloupe.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lossloupe.compute.LossEngine;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.document.WeightEdit;
import lossloupe.document.WeightPresets;
import lossloupe.i18n.Strings;
import lossloupe.reduce.Reduction;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import lossloupe.tensor.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every fault is made in every healthy document; the doctor must name it first.
class DoctorTest {
    /// More classes than this would only come of swapping axes of long recordings, which takes minutes.
    private static final int MOST_CLASSES = 20_000;

    private static void assertNamed(Map<String, Document> ward) {
        var missed = new ArrayList<String>();
        int made = 0;
        for (var bed : ward.entrySet()) {
            var document = bed.getValue();
            var overlap = new LossEngine().evaluate(document, null).overlap();
            for (var fault : Fault.values()) {
                boolean large = fault == Fault.CLASSES_AND_POSITIONS_SWAPPED
                        && document.shape().length() > MOST_CLASSES;
                if (fault.appliesTo(document, overlap) && !large) {
                    made++;
                    var found = Wards.examine(fault.in(document));
                    assertSaid(found);
                    if (found.isEmpty()
                            || !fault.findings().contains(found.getFirst().id())) {
                        missed.add("\n" + bed.getKey() + " " + fault + ": " + ids(found));
                    }
                }
            }
        }
        assertTrue(made > 20, "only " + made + " faults were made");
        System.out.println(
                "doctor: " + (made - missed.size()) + " of " + made + " faults named first in " + ward.keySet());
        assertTrue(missed.size() <= 0.1 * made, missed.size() + " of " + made + " missed:" + missed);
    }

    /// Names, evidence and repairs have their words.
    private static void assertSaid(List<Finding> found) {
        var words = Strings.of(Locale.ENGLISH);
        for (var finding : found) {
            assertTrue(
                    words.has("doctor." + finding.id()) && words.has("doctor." + finding.id() + ".title"),
                    finding.id());
            var repair = finding.repair();
            assertTrue(repair == null || words.has(repair.nameKey()), finding.id());
        }
    }

    private static String ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).collect(Collectors.joining(" "));
    }

    private static void assertHealthy(Map<String, Document> ward) {
        ward.forEach((name, document) -> {
            var grave = Wards.examine(document).stream()
                    .filter(f -> f.isAbove(Severity.NOTE))
                    .toList();
            assertEquals("", ids(grave), name);
        });
    }

    @Test
    void theTrueCauseIsNamedFirstInMadeData() {
        assertNamed(Wards.made());
    }

    @Test
    void theTrueCauseIsNamedFirstInRecordings() {
        var ward = Wards.real(false);
        assumeFalse(ward.isEmpty(), "no " + Wards.REAL + " on this machine");
        assertNamed(ward);
    }

    @Test
    void theTrueCauseIsNamedFirstInRecordingsHeldOut() {
        var ward = Wards.real(true);
        assumeFalse(ward.isEmpty(), "no " + Wards.REAL + " on this machine");
        assertNamed(ward);
    }

    @Test
    void healthyDataRaiseNothingAboveANote() {
        assertHealthy(Wards.made());
        assertHealthy(Wards.real(false));
        assertHealthy(Wards.real(true));
    }

    @Test
    void classWeightsOnTimeAreNamedWhereShapesAreSquare() {
        var square = Wards.learnt(2, 12, 12, true, 4);
        var broken = Fault.WEIGHTS_ON_TIME.in(square);
        assertEquals("weightsAlongPositions", Wards.examine(broken).getFirst().id());
    }

    /// Labels and logits that know nothing of each other agree in some reading by luck; that is no fault.
    @Test
    void noiseRaisesNoFaultOfLayout() {
        int faults = 0;
        for (int seed = 0; seed < 60; seed++) {
            var recipe = new Samples.Recipe(1, 4, 12 + seed, -3, 3, 0.3, seed);
            var found = Wards.examine(Samples.random(recipe, LossSetup.DEFAULT));
            faults += found.stream().anyMatch(f -> f.severity() == Severity.FAULT) ? 1 : 0;
        }
        assertTrue(faults <= 2, faults + " of 60 draws");
    }

    /// A repair gives back the labels and logits that there were.
    @ParameterizedTest
    @EnumSource(
            names = {
                "LABELS_RESHAPED",
                "LOGITS_RESHAPED",
                "BOTH_RESHAPED",
                "CLASSES_AND_POSITIONS_SWAPPED",
                "EXAMPLES_AND_CLASSES_SWAPPED",
                "LABELS_ONE_CLASS_LATE",
                "LABELS_TO_255"
            })
    void repairsUndoFaults(Fault fault) {
        var document = Wards.learnt(3, 5, 120, true, 8);
        var broken = fault.in(document);
        var first = Wards.examine(broken).getFirst();
        var repair = first.repair();
        assertNotNull(repair, first.id());
        var mended = repair.edit().apply(broken);
        assertEquals(document.shape(), mended.shape());
        var expected = Reading.asIs(document);
        var actual = Reading.asIs(mended);
        for (int e = 0; e < 3; e++) {
            for (int c = 0; c < 5; c++) {
                for (int p = 0; p < 120; p++) {
                    assertEquals(expected.labels().at(e, c, p), actual.labels().at(e, c, p));
                    assertEquals(expected.logits().at(e, c, p), actual.logits().at(e, c, p));
                }
            }
        }
    }

    /// product.md, lesson 6: 26 of 48 cells of the seed hold another value.
    @Test
    void reshapingTheSeedMovesTwentySixCells() {
        var seed = Samples.seed();
        var broken = Fault.LABELS_RESHAPED.in(seed);
        int differing = 0;
        for (int c = 0; c < 4; c++) {
            for (int p = 0; p < 12; p++) {
                differing += seed.example(0).labels().get(c).get(p)
                                != broken.example(0).labels().get(c).get(p)
                        ? 1
                        : 0;
            }
        }
        assertEquals(26, differing);
    }

    @Test
    void softmaxIsWarnedOfOverlapsAndOfMissingBackground() {
        var evaluation = new LossEngine().evaluate(Samples.seed(), null);
        var found = Doctor.examine(new Patient(evaluation, Patient.Expect.SOFTMAX));
        assertEquals("overlaps", found.getFirst().id());
        assertEquals(Severity.WARNING, found.getFirst().severity());
        assertTrue(found.stream().anyMatch(f -> f.id().equals("noBackground") && f.isAbove(Severity.NOTE)));
    }

    @Test
    void aLossAtItsFloorIsNamed() {
        var seed = Samples.seed();
        var ideal = Repairs.rows(
                seed,
                rows -> rows,
                rows -> java.util.stream.IntStream.range(0, 4)
                        .mapToObj(c -> Plane.of(java.util.stream.IntStream.range(0, 12)
                                .mapToDouble(
                                        p -> seed.example(0).labels().get(c).get(p) > 0 ? 20 : -20)
                                .toArray()))
                        .toList());
        var softmax = ideal.withSetup(ideal.setup().withA(LossChoice.of("softmax_cross_entropy")));
        var ids = Wards.examine(softmax).stream().map(Finding::id).toList();
        assertTrue(ids.contains("atFloor"), ids.toString());
        assertFalse(Wards.examine(ideal).stream().anyMatch(f -> f.id().equals("atFloor")));
    }

    @Test
    void aNegativeWeightIsNamedAndFound() {
        var document = Samples.seed();
        var weights = WeightGrid.ones(EnumSet.of(Axis.POSITION), document.shape());
        var broken = document.withWeights(weights.with(0, 0, new Span(3, 5), -0.0004));
        var found = Wards.examine(broken).stream()
                .filter(f -> f.id().equals("weightsNegative"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("-4.0E-4"), found.args(), "which three decimals would call 0");
        assertEquals(new Span(3, 5), found.places().getFirst().positions());
        assertSaid(List.of(found));
        assertFalse(ids(Wards.examine(document.withWeights(weights))).contains("weightsNegative"));
    }

    @Test
    void classWeightsAlongPositionsAreNoticedWhereTheShapeIsSquare() {
        var square = Wards.learnt(1, 6, 6, true, 3);
        var right = square.withWeights(WeightPresets.balanced(square));
        assertFalse(Wards.examine(right).stream().anyMatch(f -> f.id().startsWith("weightsAlong")));
        var wrong = right.withWeights(right.weights().moved(Axis.CLASS, Axis.POSITION, square.shape()));
        var found = Wards.examine(wrong);
        assertTrue(found.stream().anyMatch(f -> f.id().equals("weightsAlongPositions")), ids(found));
    }

    @Test
    void randomNumbersAreNoProbabilities() {
        var dummy = Samples.random(Samples.Recipe.dummy(0), LossSetup.DEFAULT);
        assertHealthy(Map.of("dummy", dummy));
    }

    @Test
    void paddingWithoutWeightIsNoneOfItsBusiness() {
        var padded = Fault.PADDING_COUNTED.in(Wards.learnt(1, 4, 80, false, 5));
        var found = Wards.examine(padded).getFirst();
        assertEquals("paddingCounted", found.id());
        var repair = found.repair();
        assertNotNull(repair);
        assertHealthy(Map.of("masked", repair.edit().apply(padded)));
        var half = new WeightEdit.Put(WeightGrid.ones(EnumSet.of(Axis.POSITION), padded.shape())).apply(padded);
        assertEquals("paddingCounted", Wards.examine(half).getFirst().id());
        assertEquals(
                Set.of(Axis.POSITION), repair.edit().apply(padded).weights().axes());
    }

    private static List<Place> places(Document document, String id) {
        return Wards.examine(document).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow()
                .places();
    }

    /// Where findings are: stretches of the seed that overlap, cells and rows that faults were made in, tails.
    @Test
    void findingsSayWhereTheyAre() {
        var all = new Span(0, 4);
        var seed = Samples.seed();
        assertEquals(
                List.of(new Place(0, all, new Span(1, 3)), new Place(0, all, new Span(7, 10))),
                places(seed, "overlaps"));
        assertEquals(List.of(new Place(0, all, Span.at(3))), places(seed, "noBackground"));
        assertEquals(
                List.of(new Place(0, Span.at(0), Span.at(6))), places(Fault.NOT_FINITE.in(seed), "logitsNotFinite"));
        assertEquals(
                List.of(new Place(0, Span.at(0), new Span(0, 12))),
                places(Fault.CONSTANT_ROW.in(seed), "logitRowsConstant"));
        var padded = Fault.PADDING_COUNTED.in(Wards.learnt(2, 4, 80, true, 5));
        assertEquals(
                List.of(new Place(0, all, new Span(80, 100)), new Place(1, all, new Span(80, 100))),
                places(padded, "paddingCounted"));
        var outside = Repairs.labels(seed, z -> 2 * z - 0.5);
        assertEquals(
                new Place(0, Span.at(0), new Span(0, 12)),
                places(outside, "labelsOutside").getFirst());
    }

    /// An edge is the last position before it and the first behind it.
    @Test
    void whatIsSaidOfEdgesLeadsToThem() {
        var late = Fault.LABELS_LATE.in(Wards.learnt(1, 4, 400, true, 8));
        var labels = late.example(0).labels();
        for (var place : places(late, "labelsLate")) {
            var row = labels.get(place.classes().from());
            assertEquals(2, place.positions().length());
            assertEquals(
                    1,
                    Math.abs(row.get(place.positions().from())
                            - row.get(place.positions().to() - 1)));
        }
    }

    @Test
    void noMorePlacesAreKeptThanAnyoneWalks() {
        var coarse = Samples.random(new Samples.Recipe(1, 4, 6000, -1, 1, .3, 1), LossSetup.DEFAULT);
        assertEquals(Place.MOST, places(coarse, "overlaps").size());
    }

    /// product.md, lesson 9: twelve positions that cost 0.1 and three that cost 0.9 are 0.5 as a mean of means,
    /// 0.26 pooled.
    @Test
    void aMeanOfMeansIsToldFromTheMeanOfAll() {
        var examples = new ArrayList<Example>();
        for (double loss : new double[] {0.1, 0.9}) {
            var ones = Plane.generate(DType.FLOAT64, 12, p -> 1);
            var logits = Plane.generate(DType.FLOAT64, 12, p -> -Math.log(Math.expm1(loss)));
            examples.add(new Example(Plane.zeros(DType.FLOAT64, 12), List.of(ones), List.of(logits)));
        }
        var document = new Document("t", List.of(ClassInfo.numbered(0)), examples, Batching.BATCHED, LossSetup.DEFAULT);
        var broken = Fault.MEAN_OF_MEANS.in(document);
        assertEquals(0.5, mean(broken), 1e-12);
        var found = Wards.examine(broken).stream()
                .filter(f -> f.id().equals("meanOfMeans"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(3L, 12L, "4.00"), found.args());
        assertEquals(List.of(new Place(1, Span.at(0), new Span(0, 3))), found.places());
        var repair = found.repair();
        assertNotNull(repair);
        var mended = repair.edit().apply(broken);
        assertEquals(0.26, mean(mended), 1e-12);
        assertFalse(Wards.examine(mended).stream().anyMatch(f -> f.id().equals("meanOfMeans")));
    }

    private static double mean(Document document) {
        return new LossEngine()
                .evaluate(document, null)
                .a()
                .reduced(Reduction.of(document.setup().reduction()));
    }

    /// What an import may hint at; of healthy data nothing.
    @Test
    void aGlanceNeedsNoReadingOfTheLayout() {
        var seed = Samples.seed();
        assertEquals("", glance(seed));
        assertEquals("labelsTo255", glance(Fault.LABELS_TO_255.in(seed)));
        assertEquals("logitsAreSoftmax", glance(Fault.SOFTMAX_TWICE.in(seed)));
        assertEquals("logitsNotFinite", glance(Fault.NOT_FINITE.in(seed)));
        assertEquals("", glance(Fault.LABELS_RESHAPED.in(seed)), "that is for the doctor's hour");
        assertEquals("squareClassesPositions", glance(Wards.learnt(1, 12, 12, true, 4)));
        assertEquals("squareExamplesClasses", glance(Wards.learnt(4, 4, 90, true, 4)));
    }

    private static String glance(Document document) {
        var evaluation = new LossEngine().evaluate(document, null);
        return ids(Doctor.glance(new Patient(evaluation, Patient.Expect.AS_CHOSEN)));
    }

    /// Of a square no one can tell reshaped from transposed, and transposed is what people know.
    @Test
    void squaresAreTransposed() {
        var square = Wards.learnt(3, 16, 16, true, 4);
        assertEquals(
                "labelsTransposed",
                Wards.examine(Fault.LABELS_RESHAPED.in(square)).getFirst().id());
        assertEquals(
                "logitsTransposed",
                Wards.examine(Fault.LOGITS_RESHAPED.in(square)).getFirst().id());
    }
}
