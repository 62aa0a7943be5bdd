package lossloupe.compute;

/// How many numbers are NaN or infinite.
///
/// @param elementwise of what the loss returns before it is reduced
public record NonFinite(long labels, long logits, long elementwise) {
    public long total() {
        return labels + logits + elementwise;
    }

    /// Counts one by one only where the extremes say that there is something to count.
    static long count(Field field) {
        var range = field.range();
        boolean finite =
                !range.hasNaN() && !range.isEmpty() && Double.isFinite(range.min()) && Double.isFinite(range.max());
        if (finite) {
            return 0;
        }
        long count = 0;
        var shape = field.shape();
        for (int e = 0; e < shape.batch(); e++) {
            for (int c = 0; c < shape.classes(); c++) {
                for (int k = 0; k < field.chunkCount(); k++) {
                    var chunk = field.chunk(e, c, k);
                    for (int i = 0; i < chunk.length(); i++) {
                        count += Double.isFinite(chunk.get(i)) ? 0 : 1;
                    }
                }
            }
        }
        return count;
    }
}
