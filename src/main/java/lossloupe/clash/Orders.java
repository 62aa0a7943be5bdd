package lossloupe.clash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Orders of axes, as `permute` and `transpose` take them: entry `i` is the old place of the axis that comes to stand
/// at `i`.
final class Orders {
    private Orders() {}

    /// All but the one that changes nothing.
    static List<List<Integer>> of(int rank) {
        var all = new ArrayList<List<Integer>>();
        extend(new ArrayList<>(), rank, all);
        all.removeIf(o -> o.equals(same(rank)));
        return all;
    }

    static List<Integer> inverse(List<Integer> order) {
        return same(order.size()).stream().map(order::indexOf).toList();
    }

    /// The order that takes the axis at `from` out and puts it in at `to`.
    static List<Integer> moved(int rank, int from, int to) {
        var order = new ArrayList<>(same(rank));
        order.add(to, order.remove(/* index */ from));
        return List.copyOf(order);
    }

    private static List<Integer> same(int rank) {
        return IntStream.range(0, rank).boxed().toList();
    }

    private static void extend(List<Integer> begun, int rank, List<List<Integer>> all) {
        if (begun.size() == rank) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int i = 0; i < rank; i++) {
            if (!begun.contains(i)) {
                begun.add(i);
                extend(begun, rank, all);
                begun.removeLast();
            }
        }
    }
}
