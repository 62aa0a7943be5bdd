package lossloupe.loss;

import java.util.Arrays;

/// Indices of the numbers that are not zero or less, from the greatest down; equal numbers keep their order, NaN comes
/// first. A radix sort over the bits of the numbers, byte by byte from the last: a million are sorted in the time that
/// comparing them takes for a hundred thousand.
final class Ranks {
    private static final int DIGIT = 8;
    private static final int DIGITS = Long.SIZE / DIGIT;
    private static final int BUCKETS = 1 << DIGIT;

    private long[] bits;
    private int[] order;
    private long[] otherBits;
    private int[] otherOrder;

    private Ranks(int[] order, long[] bits) {
        this.order = order;
        this.bits = bits;
        this.otherOrder = new int[order.length];
        this.otherBits = new long[bits.length];
    }

    static int[] ofPositive(double... keys) {
        var order = new int[keys.length];
        var bits = new long[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (!(keys[i] <= 0)) {
                order[count] = i;
                bits[count] = Double.doubleToLongBits(keys[i]) ^ Long.MAX_VALUE;
                count++;
            }
        }
        var ranks = new Ranks(Arrays.copyOf(order, count), Arrays.copyOf(bits, count));
        ranks.sort();
        return ranks.order;
    }

    private void sort() {
        var counts = new int[DIGITS][BUCKETS];
        for (long b : bits) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(b, digit)]++;
            }
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            // Of float32 numbers the last bytes are alike.
            if (bits.length > 0 && counts[digit][digit(bits[0], digit)] < bits.length) {
                spread(digit, counts[digit]);
            }
        }
    }

    private void spread(int digit, int... counts) {
        int start = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = counts[bucket];
            counts[bucket] = start;
            start += count;
        }
        for (int i = 0; i < bits.length; i++) {
            int at = counts[digit(bits[i], digit)]++;
            otherBits[at] = bits[i];
            otherOrder[at] = order[i];
        }
        var spareBits = bits;
        bits = otherBits;
        otherBits = spareBits;
        var spareOrder = order;
        order = otherOrder;
        otherOrder = spareOrder;
    }

    private static int digit(long bits, int digit) {
        return (int) (bits >>> (DIGIT * digit)) & (BUCKETS - 1);
    }
}
