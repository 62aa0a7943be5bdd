package lossloupe.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import lossloupe.kernel.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// ns per chunk of 4096 positions (times the classes of the work); the same works as [KernelTable].
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBench {
    @Param
    public KernelWork work;

    private final KernelData data = new KernelData(4096, 8, new Random(1));
    private final Kernels scalar = Kernels.scalar();
    private final Kernels best = Kernels.lookup();

    @Benchmark
    public KernelData mathLoop() {
        work.plain(data);
        return data;
    }

    @Benchmark
    public KernelData scalar() {
        work.run(scalar, data);
        return data;
    }

    @Benchmark
    public KernelData vectors() {
        work.run(best, data);
        return data;
    }
}
