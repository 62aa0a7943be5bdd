package lossloupe.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// What is to be made of arrays that were read: which one holds labels, logits or the series, and what each axis means.
/// A proposal with its evidence, which a person may change before a document is built; a value, so a change makes
/// another.
///
/// @param items one per array, in the order they were read
/// @param classNames as the files told them, or empty
/// @param timing how labels that are runs were laid on positions; null where there are none
public record ImportPlan(
        List<Item> items, List<String> classNames, @Nullable Timing timing) {
    /// What an array is for.
    public enum Role {
        LABELS,
        LOGITS,
        SERIES,
        WEIGHTS,
        IGNORE
    }

    /// A sentence for the bundles.
    public record Said(String key, List<Object> args) {
        public Said {
            args = List.copyOf(args);
        }

        public static Said of(String key, Object... args) {
            return new Said(key, List.of(args));
        }
    }

    /// An array and what is thought of it.
    ///
    /// @param axes the meaning of each dimension
    /// @param axisEvidence why, per dimension
    /// @param traits what its numbers look like
    public record Item(
            ArrayData array, Role role, List<Axis> axes, Said roleEvidence, List<Said> axisEvidence, Traits traits) {
        public Item {
            axes = List.copyOf(axes);
            axisEvidence = List.copyOf(axisEvidence);
        }

        /// The size along `axis`, or 1 where the array has no such axis.
        public int size(Axis axis) {
            return size(axes, axis);
        }

        /// The size along `axis` if the dimensions meant `order`.
        int size(List<Axis> order, Axis axis) {
            int dimension = order.indexOf(axis);
            return dimension < 0 ? 1 : array.length(dimension);
        }

        int[] sizes() {
            return array.shape();
        }

        int rank() {
            return array.rank();
        }

        public boolean has(Axis axis) {
            return axes.contains(axis);
        }

        Item withArray(ArrayData other) {
            return new Item(other, role, axes, roleEvidence, axisEvidence, Traits.of(other));
        }

        Item withRole(Role newRole, Said evidence) {
            return new Item(array, newRole, axes, evidence, axisEvidence, traits);
        }

        Item withAxes(List<Axis> newAxes, List<Said> evidence) {
            return new Item(array, role, newAxes, roleEvidence, evidence, traits);
        }
    }

    static final Said CHOSEN = Said.of("import.evidence.chosen");

    public ImportPlan {
        items = List.copyOf(items);
        classNames = List.copyOf(classNames);
    }

    public ImportPlan(List<Item> items, List<String> classNames) {
        this(items, classNames, null);
    }

    /// The likeliest reading of arrays that belong together.
    public static ImportPlan propose(List<ArrayData> arrays, List<String> classNames) {
        return propose(arrays, classNames, null);
    }

    /// The likeliest reading where the layout is known from elsewhere.
    public static ImportPlan propose(List<ArrayData> arrays, List<String> classNames, @Nullable DataFormat stated) {
        return propose(arrays, classNames, stated, false);
    }

    /// The likeliest reading where labels may come from elsewhere.
    ///
    /// @param labelled whether labels come from elsewhere, so that no array is taken for them by its numbers
    static ImportPlan propose(
            List<ArrayData> arrays, List<String> classNames, @Nullable DataFormat stated, boolean labelled) {
        return new ImportPlan(AxisGuess.assign(RoleGuess.of(arrays, labelled), classNames, stated), classNames);
    }

    /// This plan with another role for one array. The array that had the role takes the one set free; axes are
    /// guessed anew.
    public ImportPlan withRole(int item, Role role) {
        var copy = new ArrayList<>(items);
        var old = copy.get(item).role();
        if (role != Role.IGNORE) {
            copy.replaceAll(i -> i.role() == role ? i.withRole(old, CHOSEN) : i);
        }
        copy.set(item, copy.get(item).withRole(role, CHOSEN));
        return new ImportPlan(AxisGuess.assign(copy, classNames, null), classNames, timing);
    }

    /// This plan with other names of classes; none where they are to be numbered.
    public ImportPlan withClassNames(List<String> names) {
        return new ImportPlan(items, names, timing);
    }

    /// This plan with its runs of labels laid on positions at another rate.
    ///
    /// @param rate positions per second, above zero
    /// @throws BadFileException where the labels would not fit into memory
    public ImportPlan withRate(double rate) throws BadFileException {
        if (timing == null) {
            return this;
        }
        var moved = timing.withRate(rate);
        var copy = new ArrayList<>(items);
        copy.set(
                timing.item(),
                copy.get(timing.item())
                        .withArray(moved.grid(copy.get(timing.item()).axes())));
        return new ImportPlan(copy, classNames, moved);
    }

    /// This plan with the array of a role left unused.
    public ImportPlan without(Role role) {
        return new ImportPlan(
                items.stream()
                        .map(i -> i.role() == role ? i.withRole(Role.IGNORE, CHOSEN) : i)
                        .toList(),
                classNames,
                timing);
    }

    /// This plan with another meaning for one dimension; the dimension that had it takes the one set free. Labels
    /// and logits of the same shape change together.
    public ImportPlan withAxis(int item, int dimension, Axis axis) {
        var changed = items.get(item);
        var copy = new ArrayList<>(items);
        for (int i = 0; i < copy.size(); i++) {
            var other = copy.get(i);
            boolean twin = isGrid(changed)
                    && isGrid(other)
                    && Arrays.equals(other.sizes(), changed.sizes())
                    && other.axes().equals(changed.axes());
            if (i == item || twin) {
                copy.set(i, moved(other, dimension, axis));
            }
        }
        return new ImportPlan(copy, classNames, timing);
    }

    /// Classes of the document; 0 where there is none to be built.
    public int classCount() {
        return problem() == null ? Assembly.classes(this) : 0;
    }

    /// Whether there are classes of which no file says the names.
    public boolean lacksClassNames() {
        return classCount() > 0 && classCount() != classNames.size();
    }

    /// Why no document can be built, or null where one can.
    public @Nullable Said problem() {
        return Agreement.problem(this);
    }

    /// What happens to the data on their way in, and what had to be made up.
    public List<Said> remarks() {
        return Agreement.remarks(this);
    }

    /// Arrays that could have served a role just as well as the one that has it, by name.
    public Optional<Said> ambiguity() {
        return Agreement.ambiguity(this);
    }

    /// Whether names say the role of every array and nothing about its axes had to be weighed.
    public boolean isCertain() {
        return problem() == null && ambiguity().isEmpty() && items.stream().allMatch(ImportPlan::isCertain);
    }

    /// Builds the document: rows are sorted out into planes, class indices become one-hot labels, what is missing
    /// is zero. The format of the arrays becomes that of the document, the type of the logits that of its
    /// arithmetic.
    ///
    /// @throws BadFileException with the words of [#problem] where there is one
    public Document toDocument(LossSetup base) throws BadFileException {
        var problem = problem();
        if (problem != null) {
            throw BadFileException.of(problem.key(), problem.args().toArray());
        }
        return new Assembly(this).document(base);
    }

    /// The array of this role, if one has it.
    public Optional<Item> only(Role role) {
        return items.stream().filter(i -> i.role() == role).findFirst();
    }

    /// The order of classes and positions in memory; channels_first where there is but one of these axes.
    public DataFormat format() {
        var main = only(Role.LOGITS).or(() -> only(Role.LABELS));
        boolean last = main.isPresent()
                && main.get().has(Axis.CLASS)
                && main.get().axes().indexOf(Axis.CLASS) > main.get().axes().indexOf(Axis.POSITION);
        return last ? DataFormat.CHANNELS_LAST : DataFormat.CHANNELS_FIRST;
    }

    static boolean isGrid(Item item) {
        return item.role() == Role.LABELS || item.role() == Role.LOGITS;
    }

    private static boolean isCertain(Item item) {
        boolean named = item.roleEvidence().key().equals(RoleGuess.BY_NAME);
        return item.role() == Role.IGNORE
                || (named && item.axisEvidence().stream().allMatch(AxisGuess::isCertain));
    }

    private static Item moved(Item item, int dimension, Axis axis) {
        var axes = new ArrayList<>(item.axes());
        var evidence = new ArrayList<>(item.axisEvidence());
        int holder = axes.indexOf(axis);
        if (holder >= 0) {
            Collections.swap(axes, holder, dimension);
            evidence.set(holder, CHOSEN);
        } else {
            axes.set(dimension, axis);
        }
        evidence.set(dimension, CHOSEN);
        return item.withAxes(axes, evidence);
    }
}
