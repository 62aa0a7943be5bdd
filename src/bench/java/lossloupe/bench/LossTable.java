package lossloupe.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import lossloupe.compute.LossEngine;
import lossloupe.compute.LossResult;
import lossloupe.compute.Pass;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// Every loss of the catalogue, value with its mean and gradient, ns of processor time per element on one thread and
/// as multiples of sigmoid cross-entropy, beside that in a plain loop of [Math] in the same run.
public final class LossTable {
    private static final int CLASSES = 8;
    private static final int LENGTH = 1 << 17;
    private static final int PASSES = 80;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private LossTable() {}

    /// Prints the table.
    public static void main(String[] args) {
        System.out.printf(
                "n = %d, l = %,d, value with its mean / gradient; a plain Math loop of sigmoid cross-entropy: %.1f%n",
                CLASSES, LENGTH, plain());
        var sigmoid = LossChoice.of(Losses.ALL.getFirst().id());
        // What all losses share is compiled by then, which the first to be measured would pay for.
        Nanos.of(sigmoid);
        var first = Nanos.of(sigmoid);
        for (var info : Losses.ALL) {
            row(LossChoice.of(info.id()), first);
        }
        row(LossChoice.of("sigmoid_cross_entropy").with("pos_weight", "3"), first);
        row(LossChoice.of("softmax_cross_entropy").with("label_smoothing", "0.1"), first);
        row(LossChoice.of("soft_dice").with("activation", "softmax"), first);
    }

    private static void row(LossChoice loss, Nanos first) {
        var own = Nanos.of(loss);
        System.out.printf(
                Locale.ROOT,
                "%-56s float64 %6.2f (%4.1fx) / %6.2f (%4.1fx)   float32 %6.2f (%4.1fx) / %6.2f (%4.1fx)%n",
                loss.id() + " " + loss.params(),
                own.value64,
                own.value64 / first.value64,
                own.gradient64,
                own.gradient64 / first.gradient64,
                own.value32,
                own.value32 / first.value32,
                own.gradient32,
                own.gradient32 / first.gradient32);
    }

    /// What a loss takes for an element.
    private record Nanos(double value64, double gradient64, double value32, double gradient32) {
        static Nanos of(LossChoice loss) {
            return new Nanos(
                    value(document(loss, DType.FLOAT64)),
                    gradient(document(loss, DType.FLOAT64)),
                    value(document(loss, DType.FLOAT32)),
                    gradient(document(loss, DType.FLOAT32)));
        }
    }

    private static double value(Document document) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PASSES; i++) {
            long start = THREAD.getCurrentThreadCpuTime();
            evaluate(document).reduced(Reduction.MEAN);
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - start);
        }
        return best / ((double) CLASSES * LENGTH);
    }

    private static double gradient(Document document) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PASSES; i++) {
            var gradient = evaluate(document).gradient();
            long start = THREAD.getCurrentThreadCpuTime();
            for (int k = 0; k < Plane.chunkCount(LENGTH); k++) {
                for (int c = 0; c < CLASSES; c++) {
                    gradient.chunk(0, c, k);
                }
            }
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - start);
        }
        return best / ((double) CLASSES * LENGTH);
    }

    private static LossResult evaluate(Document document) {
        return new LossEngine()
                .evaluate(document, null, Pass.PLAIN.on(Pass.Threads.ONE))
                .a();
    }

    private static double plain() {
        var random = new Random(1);
        var x = random.doubles(LENGTH).map(v -> 6 * v - 3).toArray();
        var out = new double[LENGTH];
        double best = Double.MAX_VALUE;
        for (int i = 0; i < PASSES; i++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int p = 0; p < LENGTH; p++) {
                out[p] = Math.max(x[p], 0) - x[p] * (p & 1) + Math.log1p(Math.exp(-Math.abs(x[p])));
            }
            best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - start) / (double) LENGTH);
        }
        return best;
    }

    private static Document document(LossChoice loss, DType dtype) {
        var random = new Random(1);
        var labels = IntStream.range(0, CLASSES)
                .mapToObj(c -> Plane.generate(DType.UINT8, LENGTH, p -> (p >> 9) % CLASSES == c ? 1 : 0))
                .toList();
        var logits = IntStream.range(0, CLASSES)
                .mapToObj(c -> Plane.generate(dtype, LENGTH, p -> 3 * random.nextGaussian()))
                .toList();
        var classes = IntStream.range(0, CLASSES).mapToObj(ClassInfo::numbered).toList();
        var example = new Example(Plane.zeros(DType.FLOAT32, LENGTH), labels, logits);
        var setup = LossSetup.DEFAULT.withA(loss).withB(loss).withDType(dtype);
        return new Document("bench", classes, List.of(example), Batching.UNBATCHED, setup);
    }
}
