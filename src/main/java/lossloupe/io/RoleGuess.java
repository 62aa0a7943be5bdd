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
import org.jspecify.annotations.Nullable;

/// Which array is what: by the names that frameworks use, then by the parts of a name (`mask_10ms`), then by the
/// numbers.
final class RoleGuess {
    static final String BY_NAME = "import.evidence.role.name";
    static final String RIVAL = "import.evidence.role.rival";
    private static final String SAME = "import.evidence.role.same";

    private static final Map<Role, Set<String>> NAMES = Map.of(
            Role.LABELS, Set.of("labels", "label", "y", "y_true", "target", "targets", "mask"),
            Role.LOGITS, Set.of("logits", "x_logits", "pred", "preds", "y_pred", "output"),
            Role.SERIES, Set.of("series", "x", "signal"),
            Role.WEIGHTS, Set.of("weights", "weight", "sample_weight", "ignore_mask", "ignore"));

    private static final List<Role> ROLES = List.of(Role.LOGITS, Role.LABELS, Role.WEIGHTS, Role.SERIES);

    private final List<Item> items = new ArrayList<>();
    private final boolean labelled;

    private RoleGuess(List<ArrayData> arrays, boolean labelled) {
        this.labelled = labelled;
        for (var array : arrays) {
            items.add(new Item(
                    array,
                    Role.IGNORE,
                    List.of(),
                    Said.of("import.evidence.role.unused"),
                    List.of(),
                    Traits.of(array)));
        }
    }

    /// The arrays with their roles; axes are not yet known.
    static List<Item> of(List<ArrayData> arrays) {
        return of(arrays, false);
    }

    /// @param labelled whether labels come from elsewhere, so that no array is taken for them by its numbers
    static List<Item> of(List<ArrayData> arrays, boolean labelled) {
        var guess = new RoleGuess(arrays, labelled);
        for (var role : ROLES) {
            guess.byName(role, guess.named(role));
            guess.byName(role, partlyNamed(role).and(RoleGuess::isUnnamed));
        }
        guess.byNumbers();
        return guess.items;
    }

    private Predicate<Item> named(Role role) {
        return i -> isNameOf(role, i.array().name()) && !isLogitsCalledX(i);
    }

    private static Predicate<Item> partlyNamed(Role role) {
        return i -> isPartOf(role, i.array().name());
    }

    private static boolean isPartOf(Role role, String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
                .anyMatch(part -> part.length() > 1 && isNameOf(role, part));
    }

    /// Whether a name, or a part of it, is that of any role.
    static boolean isNamed(String name) {
        return ROLES.stream().anyMatch(r -> isNameOf(r, name) || isPartOf(r, name));
    }

    private static boolean isUnnamed(Item item) {
        return ROLES.stream().noneMatch(r -> isNameOf(r, item.array().name()));
    }

    /// Whether arrays of this role are called so.
    static boolean isNameOf(Role role, String name) {
        return NAMES.getOrDefault(role, Set.of()).contains(name.toLowerCase(Locale.ROOT));
    }

    /// TensorFlow's formulas call logits x: an `x` of the labels' shape is no series where nothing else can be
    /// logits.
    private boolean isLogitsCalledX(Item item) {
        var labels = first(Role.LABELS);
        return item.array().name().equalsIgnoreCase("x")
                && item.rank() > 1
                && first(Role.LOGITS) == null
                && items.stream().noneMatch(partlyNamed(Role.LOGITS))
                && labels != null
                && sameSizes(item, labels);
    }

    private void byName(Role role, Predicate<Item> matches) {
        var before = first(role);
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            boolean free =
                    item.role() == Role.IGNORE && !item.roleEvidence().key().equals(RIVAL);
            if (free && matches.test(item) && (item.rank() > 0 || role == Role.WEIGHTS)) {
                var holder = first(role);
                if (holder == null) {
                    items.set(
                            i, item.withRole(role, Said.of(BY_NAME, item.array().name())));
                } else if (before == null) {
                    items.set(
                            i,
                            item.withRole(
                                    Role.IGNORE, Said.of(RIVAL, holder.array().name())));
                }
            }
        }
    }

    /// Why an array that could have a role does not get it: another has it, or one with the very same numbers.
    static Said besides(Item item, Item holder) {
        var key = item.array().hasNumbersOf(holder.array()) ? SAME : RIVAL;
        return Said.of(key, holder.array().name());
    }

    private void byNumbers() {
        take(
                Role.LABELS,
                Said.of("import.evidence.role.binary"),
                i -> i.traits().isBinary() && !isRowOfPositions(i));
        var labels = first(Role.LABELS);
        if (labels != null) {
            var same = Said.of("import.evidence.role.sameShape", labels.array().name());
            take(
                    Role.LOGITS,
                    same,
                    i -> sameSizes(i, labels) && (i.rank() > 1 || !i.traits().isWhole()));
            take(Role.LOGITS, same, i -> i.rank() == labels.rank() + 1 && dropsOneAxis(i, labels));
        }
        take(
                Role.LOGITS,
                Said.of("import.evidence.role.scores"),
                i -> i.rank() > 1 && !i.traits().isBinary());
        var logits = first(Role.LOGITS);
        if (logits != null) {
            var indices = Said.of("import.evidence.role.indices");
            take(Role.LABELS, indices, i -> isIndices(i) && i.rank() == logits.rank() - 1 && dropsOneAxis(logits, i));
        }
        var grid = logits != null ? logits : first(Role.LABELS);
        if (grid == null) {
            take(Role.SERIES, Said.of("import.evidence.role.row"), i -> i.rank() == 1);
        } else {
            var row = Said.of("import.evidence.role.rowOf", grid.array().name());
            take(Role.SERIES, row, i -> i.rank() == 1 && i.array().size() == longest(grid));
            take(Role.SERIES, row, i -> i.rank() == 1 && hasSize(grid, i.array().size()));
            take(
                    Role.SERIES,
                    row,
                    i -> i.rank() == 2
                            && grid.rank() >= 2
                            && Arrays.stream(i.sizes()).allMatch(s -> hasSize(grid, s) || s == 1));
        }
    }

    /// A row of 0 and 1 beside grids of that length is a series before it is labels, as long as a grid can be
    /// labels.
    private boolean isRowOfPositions(Item item) {
        return item.rank() == 1
                && items.stream()
                        .anyMatch(o -> o.rank() > 1
                                && o.traits().isBinary()
                                && hasSize(o, item.array().size()));
    }

    private void take(Role role, Said evidence, Predicate<Item> matches) {
        if (first(role) != null || (labelled && role == Role.LABELS)) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            boolean free =
                    item.role() == Role.IGNORE && !item.roleEvidence().key().equals(RIVAL);
            if (free && item.rank() > 0 && matches.test(item)) {
                items.set(i, item.withRole(role, evidence));
                return;
            }
        }
    }

    private @Nullable Item first(Role role) {
        return items.stream().filter(i -> i.role() == role).findFirst().orElse(null);
    }

    private static boolean isIndices(Item item) {
        return item.traits().isWhole() && item.traits().min() >= 0;
    }

    private static int longest(Item item) {
        return Arrays.stream(item.sizes()).max().orElse(0);
    }

    private static boolean hasSize(Item item, int size) {
        return Arrays.stream(item.sizes()).anyMatch(s -> s == size);
    }

    private static boolean sameSizes(Item a, Item b) {
        return Arrays.equals(sorted(a.sizes()), sorted(b.sizes()));
    }

    /// Whether `small` has the sizes of `large` but for one.
    private static boolean dropsOneAxis(Item large, Item small) {
        var rest = new ArrayList<>(Arrays.stream(large.sizes()).boxed().toList());
        return Arrays.stream(small.sizes()).boxed().allMatch(rest::remove);
    }

    private static int[] sorted(int[] sizes) {
        var copy = sizes.clone();
        Arrays.sort(copy);
        return copy;
    }
}
