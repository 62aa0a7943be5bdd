package lossloupe.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;

/// Which array is what: by the names that frameworks use, then by the parts of a name (`mask_10ms`), then by the numbers.
final class RoleGuess {
    static final String BY_NAME = "import.evidence.role.name";
    static final String RIVAL = "import.evidence.role.rival";

    private static final Map<Role, Set<String>> NAMES = Map.of(
            Role.LABELS, Set.of("labels", "label", "y", "y_true", "target", "targets", "mask"),
            Role.LOGITS, Set.of("logits", "x_logits", "pred", "preds", "y_pred", "output"),
            Role.SERIES, Set.of("series", "x", "signal"),
            Role.WEIGHTS, Set.of("weights", "weight", "sample_weight"));

    private static final List<Role> ROLES = List.of(Role.LOGITS, Role.LABELS, Role.WEIGHTS, Role.SERIES);

    private final List<Item> items = new ArrayList<>();

    private RoleGuess(List<ArrayData> arrays) {
        for (var array : arrays) {
            items.add(new Item(
                    array, Role.IGNORE, List.of(), Said.of("import.evidence.role.unused"), List.of(), Traits.of(array)));
        }
    }

    /// The arrays with their roles; axes are not yet known.
    static List<Item> of(List<ArrayData> arrays) {
        var guess = new RoleGuess(arrays);
        for (var role : ROLES) {
            guess.byName(role, guess.named(role));
        }
        for (var role : ROLES) {
            guess.byName(role, guess.partlyNamed(role));
        }
        guess.byNumbers();
        return guess.items;
    }

    private Predicate<Item> named(Role role) {
        return i -> known(role, i.array().name()) && !isLogitsCalledX(i);
    }

    private static Predicate<Item> partlyNamed(Role role) {
        return i -> Arrays.stream(i.array().name().split("[^\\p{L}\\p{N}]+")).anyMatch(part -> part.length() > 1 && known(role, part));
    }

    private static boolean known(Role role, String name) {
        return NAMES.getOrDefault(role, Set.of()).contains(name.toLowerCase(Locale.ROOT));
    }

    /// TensorFlow's formulas call logits x: an `x` of the labels' shape is no series where nothing else can be logits.
    private boolean isLogitsCalledX(Item item) {
        return item.array().name().equalsIgnoreCase("x")
                && item.array().shape().length > 1
                && first(Role.LOGITS) == null
                && items.stream().noneMatch(partlyNamed(Role.LOGITS))
                && first(Role.LABELS) != null
                && sameSizes(item, first(Role.LABELS));
    }

    private void byName(Role role, Predicate<Item> matches) {
        boolean taken = first(role) != null;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            boolean free = item.role() == Role.IGNORE && !item.roleEvidence().key().equals(RIVAL);
            if (free && matches.test(item) && item.array().shape().length > 0) {
                if (first(role) == null) {
                    items.set(i, item.withRole(role, Said.of(BY_NAME, item.array().name())));
                } else if (!taken) {
                    items.set(i, item.withRole(Role.IGNORE, Said.of(RIVAL, first(role).array().name())));
                }
            }
        }
    }

    private void byNumbers() {
        take(Role.LABELS, Said.of("import.evidence.role.binary"), i -> i.traits().isBinary() && !isRowOfPositions(i));
        var labels = first(Role.LABELS);
        if (labels != null) {
            var same = Said.of("import.evidence.role.sameShape", labels.array().name());
            take(Role.LOGITS, same, i -> sameSizes(i, labels) && (rank(i) > 1 || !i.traits().isWhole()));
            take(Role.LOGITS, same, i -> rank(i) == rank(labels) + 1 && dropsOneAxis(i, labels));
        }
        take(Role.LOGITS, Said.of("import.evidence.role.scores"), i -> rank(i) > 1 && !i.traits().isBinary());
        var logits = first(Role.LOGITS);
        if (logits != null) {
            var indices = Said.of("import.evidence.role.indices");
            take(Role.LABELS, indices, i -> isIndices(i) && rank(i) == rank(logits) - 1 && dropsOneAxis(logits, i));
        }
        var grid = logits != null ? logits : first(Role.LABELS);
        if (grid == null) {
            take(Role.SERIES, Said.of("import.evidence.role.row"), i -> rank(i) == 1);
        } else {
            var row = Said.of("import.evidence.role.rowOf", grid.array().name());
            take(Role.SERIES, row, i -> rank(i) == 1 && i.array().size() == longest(grid));
            take(Role.SERIES, row, i -> rank(i) == 1 && hasSize(grid, i.array().size()));
            take(Role.SERIES, row, i -> rank(i) == 2 && rank(grid) >= 2 && Arrays.stream(i.array().shape()).allMatch(s -> hasSize(grid, s) || s == 1));
        }
    }

    /// A row of 0 and 1 beside grids of that length is a series before it is labels, as long as a grid can be labels.
    private boolean isRowOfPositions(Item item) {
        return rank(item) == 1
                && items.stream().anyMatch(o -> o != item && rank(o) > 1 && o.traits().isBinary() && hasSize(o, item.array().size()));
    }

    private void take(Role role, Said evidence, Predicate<Item> matches) {
        if (first(role) != null) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            boolean free = item.role() == Role.IGNORE && !item.roleEvidence().key().equals(RIVAL);
            if (free && rank(item) > 0 && matches.test(item)) {
                items.set(i, item.withRole(role, evidence));
                return;
            }
        }
    }

    private @org.jspecify.annotations.Nullable Item first(Role role) {
        return items.stream().filter(i -> i.role() == role).findFirst().orElse(null);
    }

    private static boolean isIndices(Item item) {
        return item.traits().isWhole() && item.traits().min() >= 0;
    }

    private static int rank(Item item) {
        return item.array().shape().length;
    }

    private static int longest(Item item) {
        return Arrays.stream(item.array().shape()).max().orElse(0);
    }

    private static boolean hasSize(Item item, int size) {
        return Arrays.stream(item.array().shape()).anyMatch(s -> s == size);
    }

    private static boolean sameSizes(Item a, Item b) {
        return Arrays.equals(sorted(a.array().shape()), sorted(b.array().shape()));
    }

    /// Whether `small` has the sizes of `large` but for one.
    private static boolean dropsOneAxis(Item large, Item small) {
        var rest = new ArrayList<>(Arrays.stream(large.array().shape()).boxed().toList());
        return Arrays.stream(small.array().shape()).boxed().allMatch(rest::remove);
    }

    private static int[] sorted(int[] sizes) {
        var copy = sizes.clone();
        Arrays.sort(copy);
        return copy;
    }
}
