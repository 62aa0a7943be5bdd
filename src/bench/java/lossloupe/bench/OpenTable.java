package lossloupe.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import lossloupe.compute.LossEngine;
import lossloupe.document.LossSetup;
import lossloupe.io.ArraySource;
import lossloupe.io.ImportPlan;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NpzWriter;
import lossloupe.io.NumpyType;
import lossloupe.reduce.Reduction;

/// Seconds from an npz of 8 x 1,000,000 float32 logits with uint8 labels to its reduced losses, and the memory
/// resident.
public final class OpenTable {
    private static final int CLASSES = 8;
    private static final int LENGTH = 1_000_000;
    private static final int RUNS = 3;

    private OpenTable() {}

    /// Prints the table.
    public static void main(String[] args) throws Exception {
        var file = Files.createTempFile("lossloupe", ".npz");
        try {
            write(file);
            for (int run = 1; run <= RUNS; run++) {
                long start = System.nanoTime();
                var set = ArraySource.read(file);
                double read = (System.nanoTime() - start) / 1e9;
                var document =
                        ImportPlan.propose(set.arrays(), set.classNames()).toDocument(LossSetup.DEFAULT);
                double opened = (System.nanoTime() - start) / 1e9;
                var evaluation = new LossEngine().evaluate(document, null);
                double mean =
                        evaluation.a().reduced(Reduction.MEAN) + evaluation.b().reduced(Reduction.MEAN);
                double evaluated = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "run %d: read %.2f s, document %.2f s, evaluated %.2f s (%.4f), resident %d MB%n",
                        run,
                        read,
                        opened,
                        evaluated,
                        mean,
                        residentMegabytes());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file) throws Exception {
        var random = new Random(1);
        var logits = new float[CLASSES * LENGTH];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextGaussian() * 3;
        }
        try (var npz = new NpzWriter(Files.newOutputStream(file), NpzWriter.Packing.STORED)) {
            int[] shape = {CLASSES, LENGTH};
            npz.array("logits", NumpyType.FLOAT32, MemoryOrder.C, shape, i -> logits[i]);
            npz.array("labels", NumpyType.UINT8, MemoryOrder.C, shape, i -> logits[i] > 3 ? 1 : 0);
        }
    }

    /// As Linux counts it; 0 elsewhere.
    private static long residentMegabytes() throws Exception {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                        .filter(l -> l.startsWith("VmRSS"))
                        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }
}
