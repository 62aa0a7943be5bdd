package lossloupe.io;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lossloupe.io.NumberList.Written;
import org.jspecify.annotations.Nullable;

/// Builds an array from nested lists as they are read, and finds the list that does not fit the others. Which one that
/// is
/// shows only at the end: where one row of four differs, it is that row that is named, even if it came first.
final class NestedNumbers {
    static final int DEEPEST = 32;

    /// Lists of one depth, by their length: how many there are, and where the first stood.
    private record Group(int lists, String where) {}

    private final NumberList numbers = new NumberList();
    private final int[] counts = new int[DEEPEST + 1];
    private final int[] lengths = new int[DEEPEST + 1];
    private final int[] seen = new int[DEEPEST + 1];
    private final String[] firstAt = new String[DEEPEST + 1];
    private int depth;
    private int rank;
    private int raggedDepth = -1;
    private final Map<Integer, Group> ragged = new LinkedHashMap<>();
    private int leafDepth = -1;

    NestedNumbers() {
        Arrays.fill(lengths, -1);
        Arrays.fill(firstAt, "");
    }

    void open() throws BadFileException {
        if (depth == DEEPEST) {
            throw BadFileException.of("error.nested.deep", DEEPEST);
        }
        if (leafDepth >= 0 && depth >= leafDepth) {
            throw BadFileException.of("error.nested.list", where(depth + 1));
        }
        counts[depth]++;
        depth++;
        counts[depth] = 0;
        rank = Math.max(rank, depth);
    }

    void number(double value, Written written) throws BadFileException {
        if (leafDepth < 0 && depth < rank) {
            throw BadFileException.of("error.nested.number", where(depth + 1));
        }
        if (leafDepth >= 0 && leafDepth != depth) {
            throw BadFileException.of("error.nested.number", where(depth + 1));
        }
        leafDepth = depth;
        counts[depth]++;
        numbers.add(value, written);
    }

    void close() {
        int length = counts[depth];
        if (lengths[depth] < 0) {
            lengths[depth] = length;
            firstAt[depth] = where(depth);
        }
        if (raggedDepth == depth) {
            add(length, 1, where(depth));
        } else if (raggedDepth < 0 && lengths[depth] != length) {
            raggedDepth = depth;
            add(lengths[depth], seen[depth], firstAt[depth]);
            add(length, 1, where(depth));
        }
        seen[depth]++;
        depth--;
    }

    /// How many lists are open.
    int depth() {
        return depth;
    }

    /// Whether the innermost open list holds numbers.
    boolean inRow() {
        return leafDepth == depth && depth > 0;
    }

    boolean isEmpty() {
        return numbers.size() == 0;
    }

    NumpyType type() {
        return numbers.type();
    }

    int[] shape() {
        return Arrays.copyOfRange(lengths, 1, rank + 1);
    }

    /// @param type of the array, or null for the one that the literals suggest
    /// @throws BadFileException where the lists do not all have the same length
    ArrayData array(String name, @Nullable NumpyType type) throws BadFileException {
        if (raggedDepth >= 0) {
            throw raggedness();
        }
        return numbers.array(name, type == null ? numbers.type() : type, shape());
    }

    private void add(int length, int lists, String where) {
        ragged.merge(length, new Group(lists, where), (a, b) -> new Group(a.lists() + b.lists(), a.where()));
    }

    private BadFileException raggedness() {
        int most = ragged.values().stream().mapToInt(Group::lists).max().orElseThrow();
        int usual = ragged.entrySet().stream()
                .filter(e -> e.getValue().lists() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
        var odd = ragged.entrySet().stream()
                .filter(e -> e.getKey() != usual)
                .findFirst()
                .orElseThrow();
        return BadFileException.of("error.nested.ragged", odd.getValue().where(), odd.getKey(), usual);
    }

    /// The list at `depth`, counted from 1 within each of those around it: «2, 3».
    private String where(int upTo) {
        return IntStream.range(1, upTo)
                .mapToObj(d -> String.valueOf(d == upTo - 1 && upTo > depth ? counts[d] + 1 : counts[d]))
                .collect(Collectors.joining(", "));
    }
}
