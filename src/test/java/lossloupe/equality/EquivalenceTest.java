package lossloupe.equality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lossloupe.compute.LossEngine;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// golden/equivalence.json: what TensorFlow 2.21 gave for the script of the question. From its stored element values
/// all verdicts, distances, cells, blocked sums and results of `tf.losses` come out here bit for bit.
class EquivalenceTest {
    private static final Arithmetic TENSORFLOW = new Arithmetic(4, DType.FLOAT64);
    private static final JsonNode FILE = read();

    private static JsonNode read() {
        try (var in = EquivalenceTest.class.getResourceAsStream("/golden/equivalence.json")) {
            assertNotNull(in);
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> runs() {
        var runs = new ArrayList<JsonNode>();
        FILE.get("runs").forEach(runs::add);
        assertEquals(6, runs.size());
        return runs;
    }

    private static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    private static Draw draw(JsonNode run) {
        return new Draw(
                run.get("c").asInt(),
                run.get("p").asInt(),
                doubles(run.get("preds").get("values")),
                doubles(run.get("targs").get("values")));
    }

    private static Run stored(JsonNode run) {
        var losses = new EnumMap<Tensor, double[]>(Tensor.class);
        for (var tensor : Tensor.values()) {
            losses.put(
                    tensor, doubles(run.get("tf_elementwise").get(tensor.code()).get("values")));
        }
        return Run.ofLosses(draw(run), TENSORFLOW, losses);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theDrawIsPythons(JsonNode run) {
        var golden = draw(run);
        var made = Draw.python(run.get("python_random_seed").asLong(), golden.classes(), golden.length());
        for (int i = 0; i < 2 * golden.perExample(); i++) {
            assertEquals(golden.logit(i), made.logit(i), "logit " + i);
            assertEquals(golden.label(i), made.label(i), "label " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void sumsAndMeansAreTensorFlowsBitForBit(JsonNode run) {
        var stored = stored(run);
        for (var tensor : Tensor.values()) {
            assertEquals(
                    run.get("tf_reduce_mean").get(tensor.code()).asDouble(),
                    stored.means().get(tensor),
                    tensor.code());
            assertEquals(
                    run.get("tf_losses_sigmoid_cross_entropy")
                            .get(tensor.code())
                            .asDouble(),
                    stored.tfLosses().get(tensor),
                    tensor.code());
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void verdictsDistancesAndCellsAreTheStoredOnes(JsonNode run) {
        var stored = stored(run);
        for (var verdict : stored.verdicts()) {
            var id = verdict.claim().id();
            if (verdict.claim().isOfMeans()) {
                assertEquals(
                        run.get("verdicts_reduce_mean_equals_tf_losses").get(id).asBoolean(), verdict.isTrue(), id);
                var gap = run.get("reduce_mean_vs_tf_losses")
                        .get(verdict.claim().left(stored.draw(), 0).code());
                assertEquals(gap.get("abs_diff").asDouble(), verdict.largest(), id);
                assertEquals(gap.get("allclose").asBoolean(), verdict.isClose(), id);
                continue;
            }
            assertEquals(run.get("verdicts").get(id).asBoolean(), verdict.isTrue(), id);
            assertEquals(run.get("max_ulp").get(id).asLong(), verdict.ulps(), id);
            assertEquals(run.get("allclose").get(id).asBoolean(), verdict.isClose(), id);
            assertEquals(storedCells(run.get("differing_indices").get(id)), cells(stored.draw(), verdict), id);
        }
    }

    /// Indices as the file writes them: of the array on the left of the comparison.
    private static Set<List<Integer>> cells(Draw draw, Verdict verdict) {
        var cells = new HashSet<List<Integer>>();
        for (int cell : verdict.differing()) {
            cells.add(index(draw, verdict.claim(), cell));
        }
        return cells;
    }

    private static List<Integer> index(Draw draw, Claim claim, int cell) {
        int c = draw.cls(cell);
        int p = draw.position(cell);
        return switch (claim) {
            case E1, E2 -> List.of(c, p);
            case T_EA -> List.of(draw.example(cell), p, c);
            default -> List.of(draw.example(cell), c, p);
        };
    }

    private static Set<List<Integer>> storedCells(JsonNode indices) {
        var cells = new HashSet<List<Integer>>();
        for (var index : indices) {
            cells.add(IntStream.range(0, index.size())
                    .mapToObj(i -> index.get(i).asInt())
                    .toList());
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theTailIsTheCLibrarysAndTheRestWithinThreeUlps(JsonNode run) {
        for (var tensor : Tensor.values()) {
            var tf = doubles(run.get("tf_elementwise").get(tensor.code()).get("values"));
            var scalar = run.get("scalar_libm_elementwise").get(tensor.code());
            if (scalar == null) {
                continue;
            }
            var libm = doubles(scalar.get("values"));
            int tail = TENSORFLOW.tail(tf.length);
            for (int i = 0; i < tf.length; i++) {
                assertTrue(Bits.ulps(tf[i], libm[i]) <= (i < tail ? 3 : 0), tensor.code() + " " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void ourOwnLossesAreWithinThreeUlpsOfTensorFlowsAndAllLayoutTestsAreTrue(JsonNode run) {
        var ours = Run.of(draw(run), Arithmetic.ours(DType.FLOAT64));
        assertEquals(List.of(true, true, true, true, true), ours.tuple());
        for (var tensor : Tensor.values()) {
            var tf = doubles(run.get("tf_elementwise").get(tensor.code()).get("values"));
            for (int i = 0; i < tf.length; i++) {
                assertTrue(Bits.ulps(tf[i], ours.losses().get(tensor)[i]) <= 3, tensor.code() + " " + i);
            }
        }
    }

    /// What the file counted over 1000 seeds, and what the emulation gives: the same cells and no others, eb always
    /// true, every tuple that occurs here among those that occurred there.
    @Test
    void theSameCellsCanDifferAndNoOthers() {
        var golden = FILE.get("frequencies").get(0);
        var tally = Tally.of(0, 1000, 5, 10, TENSORFLOW, () -> {});
        assertEquals(1000, tally.held().get(Claim.EB));
        var draw = Draw.python(0, 5, 10);
        for (var claim : Claim.values()) {
            if (claim.isOfMeans()) {
                assertEquals(0, tally.held().get(claim), claim.id());
                continue;
            }
            var cells = new HashSet<String>();
            tally.cells()
                    .getOrDefault(claim, Map.of())
                    .keySet()
                    .forEach(cell -> cells.add(index(draw, claim, cell)
                            .toString()
                            .replace('[', '(')
                            .replace(']', ')')));
            var expected = new HashSet<String>();
            golden.get("differing_positions").get(claim.id()).fieldNames().forEachRemaining(expected::add);
            assertEquals(expected, cells, claim.id());
        }
        var known = new HashMap<String, Integer>();
        golden.get("patterns")
                .properties()
                .forEach(e -> known.put(e.getKey(), e.getValue().asInt()));
        for (var entry : tally.tuples()) {
            var text = entry.getKey()
                    .toString()
                    .replace('[', '(')
                    .replace(']', ')')
                    .replace("true", "True")
                    .replace("false", "False");
            assertTrue(known.containsKey(text), text);
        }
        System.out.println("emulated over 1000 seeds: " + tally.tuples() + ", at most " + tally.mostUlps() + " ulp");
    }

    @Test
    void withoutATailEverythingIsTrue() {
        for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            for (int[] size : new int[][] {{4, 12}, {5, 16}}) {
                int packet = dtype == DType.FLOAT64 ? 4 : 8;
                var tally = Tally.of(0, 100, size[0], size[1], new Arithmetic(packet, dtype), () -> {});
                for (var claim : Claim.values()) {
                    if (!claim.isOfMeans()) {
                        assertEquals(100, tally.held().get(claim), claim.id());
                    }
                }
            }
        }
        assertEquals(
                List.of(true, true, true, true, true),
                Run.of(Draw.python(2, 5, 10), new Arithmetic(1, DType.FLOAT64)).tuple());
    }

    @Test
    void inFloat32MeansEqualAndTheBatchHasATail() {
        var tally = Tally.of(0, 100, 5, 10, new Arithmetic(8, DType.FLOAT32), () -> {});
        for (var claim : Claim.values()) {
            if (claim.isOfMeans()) {
                assertEquals(100, tally.held().get(claim), claim.id());
            }
        }
        assertTrue(tally.held().get(Claim.EB) < 100, "a tail of 4 in the batch must show");
    }

    @Test
    void whatIsShippedOfTensorFlowIsWhatTheFileHolds() {
        assertEquals(List.of(true, false, false, false, true), Recorded.run(2).tuple(), "the tuple of the question");
        for (var run : runs()) {
            if (run.get("c").asInt() == Recorded.CLASSES && run.get("p").asInt() == Recorded.LENGTH) {
                var shipped = Recorded.run(run.get("python_random_seed").asLong());
                for (var tensor : Tensor.values()) {
                    assertArrayEquals(
                            stored(run).losses().get(tensor), shipped.losses().get(tensor), tensor.code());
                }
            }
        }
    }

    /// Logits from a seed, so that a failure can be repeated; infinite ones take their limit.
    @Test
    void oursAreTheBitsOfTheWindow() {
        long seed = 20261125;
        var recipe = new Samples.Recipe(2, 5, 10, -30, 30, 0.4, seed);
        for (var dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            var document = Samples.random(recipe, LossSetup.DEFAULT.withDType(dtype));
            var terms = new LossEngine().evaluate(document, null).a().terms();
            var run = Run.of(Draw.of(document, 0), Arithmetic.ours(dtype));
            for (int i = 0; i < 100; i++) {
                var draw = run.draw();
                assertEquals(
                        terms.get(draw.example(i), draw.cls(i), draw.position(i)),
                        run.loss(Tensor.T_BL, i),
                        "seed " + seed + ", " + dtype + ", cell " + i);
            }
        }
        var infinite = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertArrayEquals(
                new double[] {0, Double.POSITIVE_INFINITY},
                Arithmetic.ours(DType.FLOAT64).losses(infinite, new double[] {1, 1}));
    }

    @Test
    void aCellKeepsItsNumberInEveryLayout() {
        var draw = Draw.python(1, 3, 7);
        for (var tensor : Tensor.values()) {
            for (int i = 0; i < tensor.size(draw); i++) {
                assertEquals(i, tensor.flat(draw, tensor.cell(draw, i)), tensor.code());
            }
        }
        assertEquals(1, Tensor.T_L1.flat(draw, 7));
    }
}
