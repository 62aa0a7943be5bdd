package lossloupe.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// Whether the arrays of a plan go together, and what has to be said about them.
final class Agreement {
    private static final int MOST_AXES = 3;

    private final ImportPlan plan;
    private final @Nullable Item labels;
    private final @Nullable Item logits;
    private final @Nullable Item series;

    private Agreement(ImportPlan plan) {
        this.plan = plan;
        this.labels = plan.only(Role.LABELS).orElse(null);
        this.logits = plan.only(Role.LOGITS).orElse(null);
        this.series = plan.only(Role.SERIES).orElse(null);
    }

    /// Labels lie in another layout than logits: understood here, refused or broadcast by frameworks.
    static final String TRANSPOSED = "import.remark.transposed";

    /// What stands in the way of a document, or null.
    static @Nullable Said problem(ImportPlan plan) {
        return new Agreement(plan).problem();
    }

    static List<Said> remarks(ImportPlan plan) {
        return new Agreement(plan).remarks();
    }

    static Optional<Said> ambiguity(ImportPlan plan) {
        for (var role : List.of(Role.LABELS, Role.LOGITS, Role.SERIES, Role.WEIGHTS)) {
            var holder = plan.only(role);
            if (holder.isPresent()) {
                var name = holder.get().array().name();
                var rivals = plan.items().stream()
                        .filter(i -> isRival(i, name))
                        .map(i -> i.array().name())
                        .toList();
                if (!rivals.isEmpty()) {
                    var all = Stream.concat(Stream.of(name), rivals.stream()).collect(Collectors.joining(", "));
                    return Optional.of(Said.of("import.problem.rivals." + word(role), all));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether labels are class indices, to be turned into one-hot rows.
    static boolean areIndices(ImportPlan plan) {
        var labels = plan.only(Role.LABELS);
        if (labels.isEmpty() || labels.get().has(Axis.CLASS)) {
            return false;
        }
        var logits = plan.only(Role.LOGITS);
        return logits.isPresent()
                ? logits.get().size(Axis.CLASS) > 1
                : labels.get().traits().isWhole() && !labels.get().traits().isBinary();
    }

    /// Whether the array called `name` took the role that `item` could have had.
    static boolean isRival(Item item, String name) {
        return item.role() == Role.IGNORE
                && item.roleEvidence().key().equals(RoleGuess.RIVAL)
                && item.roleEvidence().args().contains(name);
    }

    private @Nullable Said problem() {
        if (labels == null && logits == null && series == null) {
            return Said.of("import.problem.nothing");
        }
        for (var item : used()) {
            var own = ownProblem(item);
            if (own != null) {
                return own;
            }
        }
        if (labels != null && areIndices(plan) && !labels.traits().isWhole()) {
            return Said.of(
                    "import.problem.indices",
                    labels.array().name(),
                    labels.array().shapeText());
        }
        var lead = logits != null ? logits : labels;
        if (lead != null) {
            for (var item : used()) {
                var clash = item.role() == lead.role() ? null : clash(item, lead);
                if (clash != null) {
                    return clash;
                }
            }
        }
        var main = lead != null ? lead : series;
        return main == null
                ? null
                : plan.only(Role.WEIGHTS).map(w -> weightClash(w, main)).orElse(null);
    }

    /// Weights that go with no axes of the grid.
    private @Nullable Said weightClash(Item item, Item lead) {
        var shape =
                new Shape(lead.size(Axis.BATCH), Assembly.classes(plan), lead.size(Axis.POSITION), Batching.BATCHED);
        boolean fits =
                new HashSet<>(item.axes()).size() == item.rank() && WeightArrays.fits(item.array(), item.axes(), shape);
        return fits
                ? null
                : Said.of(
                        "import.problem.weights",
                        item.array().name(),
                        text(item),
                        lead.array().name(),
                        text(lead));
    }

    private static @Nullable Said ownProblem(Item item) {
        var array = item.array();
        if (item.rank() > MOST_AXES || item.rank() == 0) {
            return Said.of("import.problem.rank", array.name(), array.shapeText());
        }
        if (array.size() == 0) {
            return Said.of("import.problem.empty", array.name(), array.shapeText());
        }
        if (new HashSet<>(item.axes()).size() < item.rank()) {
            return Said.of("import.problem.axisTwice", array.name(), symbols(item));
        }
        return item.has(Axis.POSITION) ? null : Said.of("import.problem.noPosition", array.name(), symbols(item));
    }

    /// Where two arrays differ in a size they should share.
    private static @Nullable Said clash(Item item, Item lead) {
        for (var axis : Axis.values()) {
            boolean free = axis == Axis.CLASS && (item.role() == Role.SERIES || !item.has(axis));
            if (!free && item.size(axis) != lead.size(axis)) {
                return Said.of(
                        "import.problem.sizes." + axis.symbol(),
                        item.array().name(),
                        text(item),
                        lead.array().name(),
                        text(lead));
            }
        }
        return null;
    }

    private List<Said> remarks() {
        var said = new ArrayList<Said>();
        for (var item : used()) {
            if (item.array().widenedFrom() != null) {
                said.add(Said.of(
                        "import.remark.widened",
                        item.array().name(),
                        item.array().widenedFrom()));
            }
            if (item.array().inexact() > 0) {
                said.add(Said.of(
                        "import.remark.inexact",
                        item.array().name(),
                        Long.toString(item.array().inexact())));
            }
        }
        missing(said);
        if (labels != null && logits != null && liesAcross(labels, logits)) {
            said.add(Said.of(
                    TRANSPOSED,
                    labels.array().name(),
                    text(labels),
                    logits.array().name(),
                    text(logits)));
        }
        if (labels != null) {
            aboutLabels(labels, said);
        }
        if (series != null && series.size(Axis.CLASS) > 1) {
            said.add(Said.of("import.remark.channels", series.array().name(), series.size(Axis.CLASS)));
        }
        plan.only(Role.WEIGHTS)
                .filter(i -> WeightArrays.isIgnoreMask(i.array().name()))
                .ifPresent(i ->
                        said.add(Said.of("import.remark.ignoreMask", i.array().name())));
        return said;
    }

    /// Whether two grids have classes and positions in different orders.
    private static boolean liesAcross(Item a, Item b) {
        return a.has(Axis.CLASS)
                && b.has(Axis.CLASS)
                && a.axes().indexOf(Axis.CLASS) < a.axes().indexOf(Axis.POSITION)
                        != b.axes().indexOf(Axis.CLASS) < b.axes().indexOf(Axis.POSITION);
    }

    private void missing(List<Said> said) {
        if (labels == null) {
            said.add(Said.of("import.remark.noLabels"));
        }
        if (logits == null) {
            said.add(Said.of("import.remark.noLogits"));
        }
        if (series == null) {
            said.add(Said.of("import.remark.noSeries"));
        }
    }

    private void aboutLabels(Item item, List<Said> said) {
        var traits = item.traits();
        var name = item.array().name();
        if (areIndices(plan)) {
            said.add(Said.of("import.remark.indices", name, Assembly.classes(plan)));
            if (traits.min() < 0 || traits.max() >= Assembly.classes(plan)) {
                said.add(Said.of("import.remark.indicesOutside", name, Assembly.classes(plan) - 1));
            }
        } else if (traits.isBinary()) {
            boolean floating = item.array().type().kind() == NumpyType.Kind.FLOAT64
                    || item.array().type().kind() == NumpyType.Kind.FLOAT32;
            if (floating) {
                said.add(Said.of("import.remark.hard", name, item.array().dtype()));
            }
        } else if (traits.min() < 0 || traits.max() > 1) {
            said.add(Said.of("import.remark.labelsOutside", name, traits.min(), traits.max()));
        }
    }

    private List<Item> used() {
        return plan.items().stream()
                .filter(i -> i.role() != Role.IGNORE && i.role() != Role.WEIGHTS)
                .toList();
    }

    private static String text(Item item) {
        return symbols(item) + " = " + item.array().shapeText();
    }

    private static String symbols(Item item) {
        return item.axes().stream().map(Axis::symbol).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }
}
