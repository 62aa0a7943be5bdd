package lossloupe.clash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How NumPy's rule, which every framework follows, stretches two arrays over each other: shapes are aligned at the
/// right, and what has size 1 or no such axis is repeated (NumPy user guide, «Broadcasting»).
///
/// @param result the shape that both are stretched to
/// @param repeatsA how often `a` is repeated along each axis of the result; 1 where it has its own numbers
/// @param repeatsB likewise for `b`
public record Stretch(Dims result, List<Integer> repeatsA, List<Integer> repeatsB) {
    public Stretch {
        repeatsA = List.copyOf(repeatsA);
        repeatsB = List.copyOf(repeatsB);
    }

    /// How two shapes stretch; empty where they do not, or where a size is not told.
    public static Optional<Stretch> of(Dims a, Dims b) {
        if (a.count() < 0 || b.count() < 0) {
            return Optional.empty();
        }
        int rank = Math.max(a.rank(), b.rank());
        var wideA = padded(a, rank);
        var wideB = padded(b, rank);
        var result = new ArrayList<Integer>();
        var repeatsA = new ArrayList<Integer>();
        var repeatsB = new ArrayList<Integer>();
        for (int i = 0; i < rank; i++) {
            int sizeA = wideA.at(i);
            int sizeB = wideB.at(i);
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1) {
                return Optional.empty();
            }
            int size = sizeA == 1 ? sizeB : sizeA;
            result.add(size);
            repeatsA.add(sizeA == size ? 1 : size);
            repeatsB.add(sizeB == size ? 1 : size);
        }
        return Optional.of(new Stretch(new Dims(result), repeatsA, repeatsB));
    }

    /// Whether anything is repeated.
    public boolean repeats() {
        return repeatsA.stream().anyMatch(r -> r > 1) || repeatsB.stream().anyMatch(r -> r > 1);
    }

    /// Whether the result has more elements than either array: nearly always a missing or a surplus axis.
    public boolean grows(Dims a, Dims b) {
        return result.count() > Math.max(a.count(), b.count());
    }

    private static Dims padded(Dims dims, int rank) {
        var sizes = new ArrayList<>(Collections.nCopies(rank - dims.rank(), 1));
        sizes.addAll(dims.sizes());
        return new Dims(sizes);
    }
}
