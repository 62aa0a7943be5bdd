package lossloupe.clash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Sizes of an array, outermost first; a size that a message does not tell is [#UNKNOWN].
public record Dims(List<Integer> sizes) {
    /// A size that is not told.
    public static final int UNKNOWN = -1;

    private static final double NEARLY = 0.25;

    public Dims {
        sizes = List.copyOf(sizes);
    }

    public static Dims of(Integer... sizes) {
        return new Dims(List.of(sizes));
    }

    public int rank() {
        return sizes.size();
    }

    /// The size at `index`; from the end where that is negative.
    public int at(int index) {
        return sizes.get(index < 0 ? sizes.size() + index : index);
    }

    /// Number of elements, or [#UNKNOWN].
    public long count() {
        return sizes.contains(UNKNOWN)
                ? UNKNOWN
                : sizes.stream().mapToLong(s -> s).reduce(1, Math::multiplyExact);
    }

    /// Whether both may be the same shape: what is not told fits anything.
    public boolean fits(Dims other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int i = 0; i < rank(); i++) {
            if (!fit(at(i), other.at(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether two sizes may be the same: what is not told fits anything.
    public static boolean fit(int a, int b) {
        return a == b || a == UNKNOWN || b == UNKNOWN;
    }

    /// Whether two sizes are those of one axis that pooling or an odd window cut on one side.
    static boolean nearlyEqual(int a, int b) {
        return Math.min(a, b) > 1 && Math.abs(a - b) <= NEARLY * Math.max(a, b);
    }

    /// The sizes in another order, as `permute` and `transpose` take it.
    public Dims permuted(List<Integer> order) {
        return new Dims(order.stream().map(sizes::get).toList());
    }

    public Dims without(int index) {
        var copy = new ArrayList<>(sizes);
        copy.remove(/* index */ index);
        return new Dims(copy);
    }

    public Dims with(int index, int size) {
        var copy = new ArrayList<>(sizes);
        copy.add(index, size);
        return new Dims(copy);
    }

    /// As frameworks write it: `[2, 4, 12]`, with `?` for what is not told.
    public String text() {
        return sizes.stream().map(s -> s == UNKNOWN ? "?" : s.toString()).collect(Collectors.joining(", ", "[", "]"));
    }
}
