package lossloupe.bench;

import java.util.Arrays;
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

/// Every loss of the catalogue, value with its mean and gradient, ns per element on one thread, beside sigmoid
/// cross-entropy in a plain loop of [Math] in the same run.
public final class LossTable {
    private static final int CLASSES = 8;
    private static final int LENGTH = 1 << 17;
    private static final int PASSES = 80;

    private LossTable() {}

    /// Prints the table.
    public static void main(String[] args) {
        System.out.printf(
                "n = %d, l = %,d, value with its mean / gradient; a plain Math loop of sigmoid cross-entropy: %.1f%n",
                CLASSES, LENGTH, plain());
        for (var info : Losses.ALL) {
            row(LossChoice.of(info.id()));
        }
        row(LossChoice.of("sigmoid_cross_entropy").with("pos_weight", "3"));
        row(LossChoice.of("softmax_cross_entropy").with("label_smoothing", "0.1"));
        row(LossChoice.of("soft_dice").with("activation", "softmax"));
    }

    private static void row(LossChoice loss) {
        System.out.printf(
                Locale.ROOT,
                "%-64s float64 %6.2f / %6.2f   float32 %6.2f / %6.2f%n",
                loss.id() + " " + loss.params(),
                value(loss, DType.FLOAT64),
                gradient(loss, DType.FLOAT64),
                value(loss, DType.FLOAT32),
                gradient(loss, DType.FLOAT32));
    }

    private static double value(LossChoice loss, DType dtype) {
        var document = document(loss, dtype);
        return best(() -> evaluate(document).reduced(Reduction.MEAN));
    }

    private static double gradient(LossChoice loss, DType dtype) {
        var document = document(loss, dtype);
        var times = new double[PASSES];
        for (int i = 0; i < PASSES; i++) {
            var result = evaluate(document);
            long start = System.nanoTime();
            for (int k = 0; k < Plane.chunkCount(LENGTH); k++) {
                for (int c = 0; c < CLASSES; c++) {
                    result.gradient().chunk(0, c, k);
                }
            }
            times[i] = (System.nanoTime() - start) / (double) (CLASSES * LENGTH);
        }
        return Arrays.stream(times).min().orElseThrow();
    }

    private static LossResult evaluate(Document document) {
        return new LossEngine()
                .evaluate(document, null, Pass.PLAIN.on(Pass.Threads.ONE))
                .a();
    }

    private static double best(Runnable pass) {
        var times = new double[PASSES];
        for (int i = 0; i < PASSES; i++) {
            long start = System.nanoTime();
            pass.run();
            times[i] = (System.nanoTime() - start) / (double) (CLASSES * LENGTH);
        }
        return Arrays.stream(times).min().orElseThrow();
    }

    private static double plain() {
        var random = new Random(1);
        var x = random.doubles(LENGTH).map(v -> 6 * v - 3).toArray();
        var out = new double[LENGTH];
        double best = Double.MAX_VALUE;
        for (int i = 0; i < PASSES; i++) {
            long start = System.nanoTime();
            for (int p = 0; p < LENGTH; p++) {
                out[p] = Math.max(x[p], 0) - x[p] * (p & 1) + Math.log1p(Math.exp(-Math.abs(x[p])));
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) LENGTH);
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
