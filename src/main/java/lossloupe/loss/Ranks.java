package lossloupe.loss;

/// Indices of numbers from the greatest down; equal numbers keep their order, NaN comes first. `java.util` sorts
/// indices only as objects, which takes five times the room.
final class Ranks {
    private static final int SHORT = 12;

    private final double[] keys;
    private final int[] order;
    private final int[] scratch;

    private Ranks(double[] keys) {
        this.keys = keys;
        this.order = new int[keys.length];
        this.scratch = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    static int[] descending(double... keys) {
        var ranks = new Ranks(keys);
        ranks.sort(0, keys.length);
        return ranks.order;
    }

    private void sort(int from, int to) {
        if (to - from <= SHORT) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        merge(from, middle, to);
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int moving = order[i];
            int at = i;
            while (at > from && isBefore(moving, order[at - 1])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moving;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(order, from, scratch, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takesRight = right < to && isBefore(order[right], scratch[left]);
            order[at] = takesRight ? order[right++] : scratch[left++];
        }
    }

    private boolean isBefore(int a, int b) {
        return Double.compare(keys[a], keys[b]) > 0;
    }
}
