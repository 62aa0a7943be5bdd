package lossloupe.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Locale;

/// Every benchmark but [OpenBench], which is a process of its own, in one run, as `mvn -Pbench verify` prints them:
/// figures of one run on one machine, to be read as ratios.
public final class Benchmarks {
    private Benchmarks() {}

    /// Runs all of them.
    public static void main(String[] args) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%n%s · %s · %d processors · Java %s · load %.1f%n",
                LocalDate.now(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println("\nKernels, one thread");
        KernelTable.main(args);
        System.out.println("\nLosses, one thread");
        LossTable.main(args);
        System.out.println("\nEngine, 8 x 1,048,576");
        EngineTable.main(args);
        System.out.println("\nDragging in the real window, headless");
        WindowBench.main(args);
    }
}
