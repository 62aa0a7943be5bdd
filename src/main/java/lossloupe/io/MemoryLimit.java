package lossloupe.io;

/// Says no before the virtual machine runs out of memory.
final class MemoryLimit {
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    private MemoryLimit() {}

    /// @throws BadFileException where `count` elements of `width` bytes are more than an array or the free memory
    /// holds
    static void check(long count, int width) throws BadFileException {
        if (count <= LONGEST && !fits(count * width)) {
            System.gc(); // what was read before and is needed no more still counts as used
        }
        if (count > LONGEST || !fits(count * width)) {
            throw BadFileException.of(
                    "error.file.large", megabytes((double) count * width), megabytes((double) free()));
        }
    }

    private static boolean fits(long bytes) {
        return bytes <= free() - (free() >> 3);
    }

    private static long free() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    private static String megabytes(double bytes) {
        return String.valueOf(Math.round(Math.ceil(bytes / 1e6)));
    }
}
