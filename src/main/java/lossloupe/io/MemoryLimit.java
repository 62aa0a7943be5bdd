package lossloupe.io;

/// Says no before the virtual machine runs out of memory.
final class MemoryLimit {
    private MemoryLimit() {}

    /// @throws BadFileException where `count` elements of `width` bytes are more than an array or the free memory
    /// holds
    static void check(long count, int width) throws BadFileException {
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (count > Integer.MAX_VALUE - 8 || count * width > free - (free >> 3)) {
            throw BadFileException.of("error.file.large", megabytes((double) count * width), megabytes((double) free));
        }
    }

    private static String megabytes(double bytes) {
        return String.valueOf(Math.round(Math.ceil(bytes / 1e6)));
    }
}
