package lossloupe.cli;

import java.util.List;

/// Numbers of any rank, in C order.
///
/// @param sizes outermost first; none for a single number
record Numbers(List<Integer> sizes, List<Double> values) {
    static Numbers of(int[] sizes, double[] values) {
        return new Numbers(
                java.util.Arrays.stream(sizes).boxed().toList(),
                java.util.Arrays.stream(values).boxed().toList());
    }

    static Numbers single(double value) {
        return new Numbers(List.of(), List.of(value));
    }

    boolean isSingle() {
        return sizes.isEmpty();
    }

    /// The shortest text that reads back as the same float64.
    static String text(double value) {
        return Double.toString(value);
    }
}
