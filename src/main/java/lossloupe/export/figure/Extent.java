package lossloupe.export.figure;

import java.util.Arrays;
import lossloupe.compute.Field;

/// What a colour scale has to reach: the greatest absolute value of an example, but of many cells one that the two
/// thousandths with the greatest do not raise, since a few spikes would leave everything else pale.
final class Extent {
    private static final int MANY = 2_000;
    private static final int MOST_READ = 100_000;
    private static final double SHARE = 0.998;

    private Extent() {}

    static double of(Field field, int example) {
        var shape = field.shape();
        long cells = (long) shape.classes() * shape.length();
        int step = (int) Math.max(1, cells / MOST_READ);
        var sizes = new double[Math.toIntExact(Math.ceilDiv(cells, step))];
        int count = 0;
        for (long i = 0; i < cells; i += step) {
            double size = Math.abs(field.get(example, (int) (i / shape.length()), (int) (i % shape.length())));
            if (Double.isFinite(size)) {
                sizes[count++] = size;
            }
        }
        Arrays.sort(sizes, 0, count);
        return count == 0 ? 0 : sizes[cells <= MANY ? count - 1 : (int) (SHARE * (count - 1))];
    }
}
