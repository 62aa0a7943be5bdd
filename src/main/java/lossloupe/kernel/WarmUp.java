package lossloupe.kernel;

import java.util.ArrayList;
import java.util.List;

/// Runs every vector loop on numbers that nobody needs until the JVM has compiled it, so that the first large file need
/// not wait for that. Short strokes with pauses: it is the compiler that works, on its own thread.
public final class WarmUp {
    private static final int SPAN = 256;
    private static final int CLASSES = 4;
    private static final long PAUSE_MILLIS = 5;
    private static final int MOST_ROUNDS = 600;

    /// Compiled, the slowest of them takes some 20 ns per element; uncompiled, the fastest takes 100.
    private static final long FAST_NANOS = SPAN * 60L;

    private static final int FAST_STROKES = 3;

    /// A loop, and how often in a row it was fast.
    private static final class Stroke {
        private final Runnable loop;
        private int fast;

        Stroke(Runnable loop) {
            this.loop = loop;
        }

        boolean isSlow() {
            return fast < FAST_STROKES;
        }

        /// Twice, for after a pause the first waits for its data.
        void run() {
            loop.run();
            long start = System.nanoTime();
            loop.run();
            fast = System.nanoTime() - start < FAST_NANOS ? fast + 1 : 0;
        }
    }

    private WarmUp() {}

    /// Returns when all loops are fast, or after some seconds; at once where no vectors are used, and soon when the
    /// thread is interrupted.
    public static void run() {
        if (KernelChoice.BEST instanceof VectorKernels) {
            var kernels = new VectorKernels(Heat::hot);
            var slow = new ArrayList<Stroke>();
            doubles(kernels).forEach(loop -> slow.add(new Stroke(loop)));
            floats(kernels).forEach(loop -> slow.add(new Stroke(loop)));
            for (int round = 0; round < MOST_ROUNDS && !slow.isEmpty() && rest(); round++) {
                slow.forEach(Stroke::run);
                slow.removeIf(stroke -> !stroke.isSlow());
            }
        }
    }

    private static List<Runnable> doubles(Kernels k) {
        var x = new double[CLASSES][SPAN];
        for (int c = 0; c < CLASSES; c++) {
            for (int i = 0; i < SPAN; i++) {
                x[c][i] = logit(c, i);
            }
        }
        var z = new double[SPAN];
        var max = new double[SPAN];
        var log = new double[SPAN];
        var out = new double[SPAN];
        return List.of(
                () -> k.sigmoidCrossEntropy(x[0], z, out, 0, SPAN),
                () -> k.sigmoidCrossEntropyGradient(x[0], z, out, 0, SPAN),
                () -> k.sigmoid(x[0], out, 0, SPAN),
                () -> k.logSumExp(x, max, log, 0, SPAN),
                () -> k.softmaxCrossEntropyTerms(x[0], z, max, log, out, 0, SPAN),
                () -> k.softmaxCrossEntropyTerms(x[0], z, 8, 3, out, 0, SPAN),
                () -> k.softmax(x[0], max, log, out, 0, SPAN),
                () -> k.softmax(x[0], 8, 3, out, 0, SPAN),
                () -> k.max(x[0], 0, SPAN),
                () -> k.min(x[0], 0, SPAN),
                () -> k.sumExp(x[0], 8, 0, SPAN),
                () -> k.sum(x[0], 0, SPAN),
                () -> k.sumAsFloat(x[0], 0, SPAN));
    }

    private static List<Runnable> floats(Kernels k) {
        var x = new float[CLASSES][SPAN];
        for (int c = 0; c < CLASSES; c++) {
            for (int i = 0; i < SPAN; i++) {
                x[c][i] = logit(c, i);
            }
        }
        var z = new float[SPAN];
        var max = new float[SPAN];
        var log = new float[SPAN];
        var out = new float[SPAN];
        return List.of(
                () -> k.sigmoidCrossEntropy(x[0], z, out, 0, SPAN),
                () -> k.sigmoidCrossEntropyGradient(x[0], z, out, 0, SPAN),
                () -> k.sigmoid(x[0], out, 0, SPAN),
                () -> k.logSumExp(x, max, log, 0, SPAN),
                () -> k.softmaxCrossEntropyTerms(x[0], z, max, log, out, 0, SPAN),
                () -> k.softmaxCrossEntropyTerms(x[0], z, 8, 3, out, 0, SPAN),
                () -> k.softmax(x[0], max, log, out, 0, SPAN),
                () -> k.softmax(x[0], 8, 3, out, 0, SPAN),
                () -> k.max(x[0], 0, SPAN),
                () -> k.min(x[0], 0, SPAN),
                () -> k.sumExp(x[0], 8, 0, SPAN),
                () -> k.sum(x[0], 0, SPAN));
    }

    /// From -8 to 8.
    private static int logit(int cls, int position) {
        return (position + 5 * cls) % 17 - 8;
    }

    private static boolean rest() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
