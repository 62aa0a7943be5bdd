package lossloupe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lossloupe.document.LossSetup;
import lossloupe.i18n.Strings;
import lossloupe.io.ImportPlan.Role;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.DataFormat;
import org.junit.jupiter.api.Test;

class ImportPlanTest {
    private static final String SEED = """
        import numpy as np
        series = np.array([0, 1, 1, 0, 23, 22, 20, 14, 9, 2, 0, 0])
        mask = np.array([
            [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], # class 1
            [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], # class 2
            [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0], # class 3
            [1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1], # class n
        ])
        """;

    private static ArrayData zeros(String name, int... shape) {
        return filled(name, i -> 0, shape);
    }

    private static ArrayData filled(String name, java.util.function.IntToDoubleFunction at, int... shape) {
        var values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.setAll(values, at);
        return ArrayData.of(name, new Values.Doubles(values), shape);
    }

    private static ArrayData scores(String name, int... shape) {
        return filled(name, i -> Math.sin(i) * 3, shape);
    }

    private static ArrayData transposed(ArrayData matrix) {
        int rows = matrix.length(0);
        int columns = matrix.length(1);
        return filled(matrix.name(), i -> matrix.at(i % rows * columns + i / rows), columns, rows);
    }

    private static ImportPlan plan(ArrayData... arrays) {
        return ImportPlan.propose(List.of(arrays), List.of());
    }

    private static List<Role> roles(ImportPlan plan) {
        return plan.items().stream().map(ImportPlan.Item::role).toList();
    }

    private static List<Axis> axes(ImportPlan plan, Role role) {
        return plan.only(role).orElseThrow().axes();
    }

    @Test
    void theListingOfTheQuestionIsCertain() throws BadFileException {
        var read = PythonLiteral.read(SEED);
        var plan = ImportPlan.propose(read.arrays(), read.classNames());
        assertTrue(plan.isCertain());
        var document = plan.toDocument(LossSetup.DEFAULT);
        assertEquals("[n, l]", document.layout().symbols());
        assertEquals("class n", document.classes().get(3).name());
        assertEquals(23, document.example(0).series().get(4));
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0},
                document.example(0).labels().get(2).toDoubles());
        assertEquals(DType.UINT8, document.example(0).labels().getFirst().dtype());
    }

    @Test
    void namesOfFrameworksGiveRoles() {
        for (var names : List.of(
                List.of("y_true", "y_pred", "signal"),
                List.of("targets", "preds", "x"),
                List.of("y", "x_logits", "series"))) {
            var plan = plan(zeros(names.get(0), 2, 3, 8), scores(names.get(1), 2, 3, 8), zeros(names.get(2), 2, 8));
            assertEquals(List.of(Role.LABELS, Role.LOGITS, Role.SERIES), roles(plan), names.toString());
        }
    }

    @Test
    void aPartOfANameIsEnough() {
        assertEquals(
                List.of(Role.LABELS, Role.LOGITS, Role.SERIES),
                roles(plan(zeros("mask_10ms", 2, 300), scores("logits-10ms", 2, 300), scores("ecg_mlii", 300))));
    }

    @Test
    void xIsTheLogitsWhereItHasTheShapeOfTheLabelsAndNothingElseCanBe() {
        assertEquals(List.of(Role.LABELS, Role.LOGITS), roles(plan(zeros("z_true_mask", 4, 12), scores("x", 4, 12))));
        assertEquals(List.of(Role.LABELS, Role.SERIES), roles(plan(zeros("y", 4, 12), scores("x", 12))));
    }

    @Test
    void numbersTellRolesWhereNamesDoNot() {
        var random = new Random(5);
        var plan =
                plan(scores("a", 40), filled("b", i -> random.nextInt(2), 5, 40), scores("c", 5, 40), scores("d", 7));
        assertEquals(List.of(Role.SERIES, Role.LABELS, Role.LOGITS, Role.IGNORE), roles(plan));
    }

    @Test
    void twoThatCouldServeAreNamed() {
        var plan = plan(zeros("labels", 2, 9), zeros("y", 2, 9), scores("logits", 2, 9));
        var said = plan.ambiguity().orElseThrow();
        assertEquals("import.problem.rivals.labels", said.key());
        assertEquals(List.of("labels, y"), said.args());
        assertTrue(plan.withRole(1, Role.LABELS).ambiguity().isEmpty());
    }

    @Test
    void positionsAreWhatTheSeriesCounts() {
        assertEquals(
                List.of(Axis.POSITION, Axis.CLASS), axes(plan(zeros("y", 12, 20), zeros("series", 12)), Role.LABELS));
        assertEquals(
                List.of(Axis.CLASS, Axis.POSITION), axes(plan(zeros("y", 12, 20), zeros("series", 20)), Role.LABELS));
    }

    @Test
    void namedClassesFewClassesAndOneHotColumnsTellTheAxes() {
        var named = ImportPlan.propose(List.of(zeros("y", 9, 3)), List.of("a", "b", "c"));
        assertEquals(DataFormat.CHANNELS_LAST, named.format());
        assertEquals(
                DataFormat.CHANNELS_LAST, plan(scores("logits", 6, 1000, 4)).format());
        var oneHot = filled("y", i -> i % 3 == i / 3 % 3 ? 1 : 0, 10, 3);
        assertEquals(DataFormat.CHANNELS_LAST, plan(oneHot).format());
        assertEquals(DataFormat.CHANNELS_FIRST, plan(transposed(oneHot)).format());
    }

    @Test
    void runsOfLabelsTellTheAxesBothWaysRound() throws BadFileException {
        var mask = PythonLiteral.read(SEED).named("mask").orElseThrow();
        assertEquals(
                "import.evidence.axis.runs",
                plan(mask).items().getFirst().axisEvidence().getFirst().key());
        assertEquals(DataFormat.CHANNELS_FIRST, plan(mask).format());
        assertEquals(DataFormat.CHANNELS_LAST, plan(transposed(mask)).format());
    }

    @Test
    void smallRandomArraysStayChannelsFirst() {
        long seed = 20261125;
        var random = new Random(seed);
        int turned = 0;
        for (int i = 0; i < 400; i++) {
            var labels = filled("labels", k -> random.nextDouble() < 0.2 ? 1 : 0, 2, 5, 10);
            turned += plan(labels, scores("logits", 2, 5, 10)).format() == DataFormat.CHANNELS_LAST ? 1 : 0;
        }
        assertTrue(turned <= 4, turned + " of 400 turned, seed " + seed);
    }

    @Test
    void aStatedFormatOverrulesEvidence() {
        var plan = ImportPlan.propose(
                List.of(zeros("labels", 1000, 4), scores("logits", 1000, 4)), List.of(), DataFormat.CHANNELS_FIRST);
        assertEquals(DataFormat.CHANNELS_FIRST, plan.format());
    }

    @Test
    void labelsInTheOtherOrderAreTurned() throws BadFileException {
        var logits = scores("logits", 3, 100);
        var labels = transposed(filled("labels", i -> i % 7 == 0 ? 1 : 0, 3, 100));
        var plan = plan(labels, logits);
        assertEquals(List.of(Axis.POSITION, Axis.CLASS), axes(plan, Role.LABELS));
        var document = plan.toDocument(LossSetup.DEFAULT);
        assertEquals(1, document.example(0).labels().get(0).get(7));
        assertEquals(logits.at(205), document.example(0).logits().get(2).get(5));
    }

    @Test
    void classIndicesBecomeOneHot() throws BadFileException {
        var plan = plan(filled("labels", i -> i % 3, 2, 6), scores("logits", 2, 4, 6));
        assertNull(plan.problem());
        assertTrue(plan.remarks().stream().anyMatch(r -> r.key().equals("import.remark.indices")));
        var document = plan.toDocument(LossSetup.DEFAULT);
        assertArrayEquals(
                new double[] {0, 1, 0, 0, 1, 0},
                document.example(1).labels().get(1).toDoubles());
        assertArrayEquals(new double[6], document.example(1).labels().get(3).toDoubles());
        var alone = plan(filled("labels", i -> i % 3, 6)).toDocument(LossSetup.DEFAULT);
        assertEquals("[3, 6]", alone.layout().text());
    }

    @Test
    void aRowIsASingleClassAndAMatrixLikeItsSeriesABatch() throws BadFileException {
        var row = plan(zeros("labels", 9), scores("logits", 9)).toDocument(LossSetup.DEFAULT);
        assertEquals("[1, 9]", row.layout().text());
        assertEquals(Batching.UNBATCHED, row.batching());
        var batch = plan(zeros("labels", 5, 9), scores("logits", 5, 9), scores("series", 5, 9))
                .toDocument(LossSetup.DEFAULT);
        assertEquals("[5, 1, 9]", batch.layout().text());
        var single = plan(zeros("labels", 1, 9), scores("logits", 1, 9), scores("series", 1, 9))
                .toDocument(LossSetup.DEFAULT);
        assertEquals("[1, 9]", single.layout().text());
    }

    @Test
    void valuesKeepTheirTypeAndTheArithmeticFollowsTheLogits() throws BadFileException {
        var floats = ArrayData.of("logits", new Values.Floats(new float[] {.5f, 1, 2, 3}), 2, 2);
        var soft = ArrayData.of("labels", new Values.Floats(new float[] {.5f, 1, 0, 1}), 2, 2);
        var document = plan(floats, soft).toDocument(LossSetup.DEFAULT);
        assertEquals(DType.FLOAT32, document.setup().dtype());
        assertEquals(DType.FLOAT32, document.example(0).labels().getFirst().dtype());
        var hard = plan(zeros("labels", 2, 2), scores("logits", 2, 2)).toDocument(LossSetup.DEFAULT);
        assertEquals(DType.UINT8, hard.example(0).labels().getFirst().dtype());
        assertEquals(DType.FLOAT64, hard.setup().dtype());
    }

    @Test
    void aPersonMayChangeRolesAndAxes() {
        var plan = plan(zeros("labels", 4, 12), scores("logits", 4, 12));
        var swapped = plan.withRole(0, Role.LOGITS);
        assertEquals(List.of(Role.LOGITS, Role.LABELS), roles(swapped));
        var turned = plan.withAxis(1, 0, Axis.POSITION);
        assertEquals(DataFormat.CHANNELS_LAST, turned.format());
        assertEquals(axes(turned, Role.LOGITS), axes(turned, Role.LABELS));
        assertEquals(List.of(Role.IGNORE, Role.LOGITS), roles(plan.withRole(0, Role.IGNORE)));
    }

    @Test
    void whatDoesNotGoTogetherIsSaidAndRefused() {
        var sizes = plan(zeros("labels", 4, 12), scores("logits", 4, 13));
        var problem = sizes.problem();
        assertNotNull(problem);
        assertEquals("import.problem.sizes.l", problem.key());
        var refused = assertThrows(BadFileException.class, () -> sizes.toDocument(LossSetup.DEFAULT));
        assertEquals(problem.key(), refused.key());
        assertEquals("import.problem.rank", keyOf(plan(scores("logits", 2, 2, 2, 2))));
        assertEquals("import.problem.empty", keyOf(plan(zeros("labels", 4, 0))));
        assertEquals("import.problem.nothing", keyOf(plan()));
        assertEquals(
                "import.problem.axisTwice",
                keyOf(new ImportPlan(
                        List.of(plan(zeros("labels", 4, 5))
                                .items()
                                .getFirst()
                                .withAxes(List.of(Axis.CLASS, Axis.CLASS), List.of())),
                        List.of())));
    }

    private static String keyOf(ImportPlan plan) {
        var problem = plan.problem();
        assertNotNull(problem);
        return problem.key();
    }

    @Test
    void arraysOfAnySizesGiveADocumentOrASentence() throws BadFileException {
        long seed = 77;
        var random = new Random(seed);
        var names = List.of("labels", "logits", "series", "weights", "a", "b");
        var strings = Strings.of(java.util.Locale.ENGLISH);
        for (int i = 0; i < 2000; i++) {
            var arrays = new java.util.ArrayList<ArrayData>();
            for (int k = random.nextInt(4); k >= 0; k--) {
                var shape = random.ints(random.nextInt(5), 0, 4).toArray();
                int kind = random.nextInt(3);
                arrays.add(filled(
                        names.get(random.nextInt(names.size())),
                        j -> kind == 0 ? random.nextInt(2) : kind == 1 ? random.nextInt(4) - 1 : random.nextGaussian(),
                        shape));
            }
            var plan = ImportPlan.propose(arrays, List.of());
            for (int change = 0; change < 3; change++) {
                var problem = plan.problem();
                plan.remarks().forEach(r -> assertTrue(strings.has(r.key()), r.key()));
                if (problem == null) {
                    var document = plan.toDocument(LossSetup.DEFAULT);
                    assertEquals(plan.format(), document.setup().format(), "seed " + seed);
                } else {
                    assertTrue(strings.has(problem.key()), problem.key());
                }
                for (var item : plan.items()) {
                    assertEquals(item.rank(), item.axes().size());
                    assertEquals(item.rank(), item.axisEvidence().size());
                    item.axisEvidence().forEach(e -> assertTrue(strings.has(e.key()), e.key()));
                    assertTrue(strings.has(item.roleEvidence().key()));
                }
                int any = random.nextInt(plan.items().size());
                plan = plan.withRole(any, Role.values()[random.nextInt(5)]);
                int rank = plan.items().get(any).rank();
                if (rank > 0) {
                    plan = plan.withAxis(any, random.nextInt(rank), Axis.values()[random.nextInt(3)]);
                }
            }
        }
        assertFalse(names.isEmpty());
    }

    @Test
    void weightsFindTheirAxes() throws BadFileException {
        var logits = scores("logits", 2, 3, 5);
        var byClass = plan(logits, filled("weights", i -> i, 3, 1)).toDocument(LossSetup.DEFAULT);
        assertEquals(Set.of(Axis.CLASS), byClass.weights().axes());
        assertEquals(2, byClass.weights().at(1, 2, 4));
        var byPosition = plan(logits, filled("weights", i -> i, 5)).toDocument(LossSetup.DEFAULT);
        assertEquals(Set.of(Axis.POSITION), byPosition.weights().axes());
        var ofSoftmax = plan(logits, filled("weights", i -> i, 2, 5)).toDocument(LossSetup.DEFAULT);
        assertEquals(9, ofSoftmax.weights().at(1, 0, 4), "[b, l] goes along examples and positions");
        var mask =
                plan(logits, filled("ignore_mask", i -> i % 5 == 0 ? 1 : 0, 5)).toDocument(LossSetup.DEFAULT);
        assertEquals(0, mask.weights().at(0, 1, 0));
        assertEquals(1, mask.weights().at(0, 1, 1));
        var clash = plan(logits, filled("weights", i -> i, 4)).problem();
        assertNotNull(clash);
        assertEquals("import.problem.weights", clash.key());
    }
}
