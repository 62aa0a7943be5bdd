package lossloupe.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.compute.Evaluation;
import lossloupe.compute.LossEngine;
import lossloupe.compute.Pass;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// What the engine takes on a large document, in wall time: a full pass, and an edit of 64 cells recomputed and
/// totalled (reduced values of both losses, means of classes, greatest values), as one frame of a drag needs it.
public final class EngineTable {
    private static final int CLASSES = 8;
    private static final int LENGTH = 1 << 20;
    private static final int EDIT = 64;
    /// The JVM compiles what finds the unchanged chunks late, since it is called once for each row: of the first
    /// edits each takes two to three times as long, and a shorter warm-up catches the change in the middle.
    private static final int WARM_UP = 1_000;
    private static final int EDITS = 400;
    private static final double MILLI = 1e6;
    private static final double MEGA = 1 << 20;

    private EngineTable() {}

    /// Prints the table.
    public static void main(String[] args) {
        System.out.printf(
                "n = %d, l = %,d; A sigmoid, B softmax. Milliseconds; an edit changes %d cells.%n",
                CLASSES, LENGTH, EDIT);
        for (var dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            var setup = LossSetup.DEFAULT.withDType(dtype);
            measure(dtype.id(), document(setup));
            var wrong = LossChoice.of("softmax_cross_entropy").with("axis", "position");
            measure(dtype.id() + ", softmax over positions", document(setup.withB(wrong)));
        }
    }

    private static void measure(String name, Document document) {
        long before = used();
        double one = fullPass(document, Pass.Threads.ONE);
        double all = fullPass(document, Pass.Threads.ALL);
        var engine = new LossEngine();
        var evaluation = engine.evaluate(document, null);
        total(evaluation);
        double held = (used() - before) / MEGA;
        double logits = edits(engine, document, evaluation, Edit.Target.LOGITS);
        double labels = edits(engine, document, evaluation, Edit.Target.LABELS);
        System.out.printf(
                Locale.ROOT,
                "%-34s full pass %6.0f on one thread, %6.0f on all; edit of logits %5.2f, of labels %5.2f (medians);"
                        + " results hold %.0f MB%n",
                name,
                one,
                all,
                logits,
                labels,
                held);
    }

    private static double fullPass(Document document, Pass.Threads threads) {
        var times = new double[5];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            total(new LossEngine().evaluate(document, null, Pass.PLAIN.on(threads)));
            times[i] = (System.nanoTime() - start) / MILLI;
        }
        return Arrays.stream(times).min().orElseThrow();
    }

    private static double edits(LossEngine engine, Document first, Evaluation evaluated, Edit.Target target) {
        var random = new Random(1);
        var document = first;
        var last = evaluated;
        var times = new ArrayList<Double>();
        for (int i = 0; i < WARM_UP + EDITS; i++) {
            int from = random.nextInt(LENGTH - EDIT);
            var values = new double[EDIT];
            Arrays.fill(values, target == Edit.Target.LABELS ? random.nextInt(2) : random.nextGaussian());
            long start = System.nanoTime();
            document = new Edit.Values(target, 0, random.nextInt(CLASSES), from, values).apply(document);
            last = engine.evaluate(document, last);
            total(last);
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / MILLI);
            }
        }
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /// What a frame shows of a whole document.
    private static void total(Evaluation evaluation) {
        double sum = 0;
        for (var result : List.of(evaluation.a(), evaluation.b())) {
            sum += result.reduced(Reduction.MEAN) + result.floor(Reduction.MEAN);
            sum += result.perClassMean()[0]
                    + result.terms().range().max()
                    + result.nonFinite().total();
        }
        sum += evaluation.logits().range().max() + evaluation.overlap().overlaps();
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a sum of finite numbers is NaN");
        }
    }

    private static Document document(LossSetup setup) {
        var random = new Random(1);
        var labels = IntStream.range(0, CLASSES)
                .mapToObj(c -> Plane.generate(DType.UINT8, LENGTH, p -> (p >> 9) % CLASSES == c ? 1 : 0))
                .toList();
        var logits = IntStream.range(0, CLASSES)
                .mapToObj(c -> Plane.generate(setup.dtype(), LENGTH, p -> 3 * random.nextGaussian()))
                .toList();
        var classes = IntStream.range(0, CLASSES).mapToObj(ClassInfo::numbered).toList();
        var example = new Example(Plane.zeros(DType.FLOAT32, LENGTH), labels, logits);
        return new Document("bench", classes, List.of(example), Batching.UNBATCHED, setup);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
