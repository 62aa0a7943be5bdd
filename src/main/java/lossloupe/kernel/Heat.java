package lossloupe.kernel;

/// Decides whether a vector loop has been compiled yet.
///
/// Until C2 has compiled it, a vector operation is an ordinary call with an allocation, and the loop costs some µs per
/// element (measured: 5 to 10 in the interpreter, 0.1 to 0.4 under C1, against 16 ns for the scalar twin). So a cold
/// loop gets slices that cost some 0.2 ms, enough for the JVM to notice it, and no more of them than half of the twin's
/// time pays for: else the first pass over millions of elements would take twice as long with vectors as without. The
/// twin does the rest, and once slices come back fast the loop gets everything. Both give the same bits, so that this
/// timing shows in nothing but the time.
final class Heat {
    private static final int LEAST_SLICE = 64;
    private static final int LARGEST_SLICE = 4096;
    private static final long SLICE_NANOS = 200_000;
    private static final long TWIN_NANOS_PER_OPERAND = 8;
    private static final int FAST_SLICES = 3;
    private static final long FAST_NANOS_PER_ELEMENT = 30;

    private final int leastSpan;
    private int slice = LEAST_SLICE;
    private int fastSlices;

    /// What slices may yet cost, in nanoseconds; below zero after a dear one.
    private long allowance;

    private Heat(int leastSpan, int fastSlices) {
        this.leastSpan = leastSpan;
        this.fastSlices = fastSlices;
    }

    /// A loop that has to prove itself.
    static Heat cold() {
        return new Heat(2 * LEAST_SLICE, 0);
    }

    /// A loop that gets every span, however short; for tests and for [WarmUp].
    static Heat hot() {
        return new Heat(0, FAST_SLICES);
    }

    /// A loop over whole vectors from `from`, to as near `to` as they reach.
    interface Loop {
        /// Returns where it stopped.
        int run(int from, int to);
    }

    /// Runs the loop over as much of the span as is wise and returns where it stopped; `depth` is how many operands
    /// stand behind an element. The counters are not synchronised: the worst that a race does is another slice.
    int run(int from, int to, int depth, Loop loop) {
        if (to - from < leastSpan) {
            return from;
        }
        if (fastSlices >= FAST_SLICES) {
            return loop.run(from, to);
        }
        allowance += (to - from) * TWIN_NANOS_PER_OPERAND * (1 + depth) / 2;
        if (allowance < 0) {
            return from;
        }
        long start = System.nanoTime();
        int done = loop.run(from, Math.min(from + slice, to));
        long nanos = System.nanoTime() - start;
        allowance -= nanos;
        fastSlices = nanos < (done - from) * FAST_NANOS_PER_ELEMENT * (1 + depth) ? fastSlices + 1 : 0;
        slice = nanos < SLICE_NANOS / 2 ? Math.min(2 * slice, LARGEST_SLICE) : Math.max(slice / 2, LEAST_SLICE);
        return done;
    }
}
