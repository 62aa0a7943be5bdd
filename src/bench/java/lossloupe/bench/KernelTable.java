package lossloupe.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Random;
import lossloupe.kernel.Kernels;

/// A hand-timed table of the kernels against plain loops over [Math], in a few seconds and without JMH:
/// ns of processor time per element on one thread, best of many passes over one chunk (which stays in the cache, as in
/// the engine). Processor time, not wall time, so that a busy machine does not spoil the ratios.
public final class KernelTable {
    private static final int LENGTH = 4096;
    private static final int CLASSES = 8;
    private static final long WARMUP_NANOS = 1_500_000_000;
    private static final int PASSES = 200;
    private static final int ROUNDS = 15;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private KernelTable() {}

    /// Prints the table.
    public static void main(String[] args) {
        System.out.printf(
                "%-34s%12s%12s%12s%9s%n",
                "ns/element", "Math loop", "scalar", Kernels.lookup().name(), "ratio");
        var data = new KernelData(LENGTH, CLASSES, new Random(1));
        for (var work : KernelWork.values()) {
            double plain = nanosPerElement(() -> work.plain(data), work);
            double scalar = nanosPerElement(() -> work.run(Kernels.scalar(), data), work);
            double best = nanosPerElement(() -> work.run(Kernels.lookup(), data), work);
            System.out.printf(
                    Locale.ROOT, "%-34s%12.2f%12.2f%12.2f%8.1fx%n", work.title(), plain, scalar, best, plain / best);
        }
    }

    private static double nanosPerElement(Runnable work, KernelWork kind) {
        int passes = Math.max(1, PASSES / kind.classes());
        long warm = System.nanoTime() + WARMUP_NANOS;
        while (System.nanoTime() < warm) {
            work.run();
        }
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int pass = 0; pass < passes; pass++) {
                work.run();
            }
            best = Math.min(
                    best, (THREAD.getCurrentThreadCpuTime() - start) / ((double) passes * LENGTH * kind.classes()));
        }
        return best;
    }
}
