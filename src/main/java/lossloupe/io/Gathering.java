package lossloupe.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// What several files that belong together hold, on the way to a plan. Sound is brought to the positions of the grid
/// beside it, and labels that are runs become a grid.
public final class Gathering {
    private record Source(String name, ArraySet set) {}

    private final List<Source> sources = new ArrayList<>();

    /// Takes what one more file holds.
    ///
    /// @param name of the file, with its ending
    public void add(String name, ArraySet set) {
        sources.add(new Source(name, set));
    }

    /// Names of what was there but is not numbers.
    public List<String> skipped() {
        return sources.stream().flatMap(s -> s.set().skipped().stream()).toList();
    }

    /// The likeliest reading of everything.
    ///
    /// @param rate positions per second, where it is known from elsewhere
    /// @throws BadFileException where runs of labels cannot be laid on the positions
    public ImportPlan plan(@Nullable DataFormat stated, @Nullable Double rate) throws BadFileException {
        var runs = runs().orElse(null);
        var classes = classNames(runs);
        var plain = ImportPlan.propose(arrays(), classes, stated, runs != null);
        int length = lead(plain).map(i -> i.size(Axis.POSITION)).orElse(0);
        var frames = frames(length);
        var base = frames == null ? plain : ImportPlan.propose(framed(frames), classes, stated, runs != null);
        var settled = withoutCopies(base);
        return withFileNames(runs == null ? settled : withRuns(settled, runs, rate, frames));
    }

    /// Arrays of one name from several files are called by their files as well, so that a person can choose.
    private ImportPlan withFileNames(ImportPlan plan) {
        var before = plan.items();
        var items = new ArrayList<>(before);
        int read = arrays().size();
        for (int i = 0; i < read; i++) {
            var name = before.get(i).array().name();
            var file = source(i).name();
            boolean shared = IntStream.range(0, read)
                    .anyMatch(o -> before.get(o).array().name().equals(name)
                            && !source(o).name().equals(file));
            if (shared) {
                items.set(i, before.get(i).withArray(before.get(i).array().named(file + ":" + name)));
            }
        }
        for (int i = 0; i < items.size(); i++) {
            items.set(i, rivalOfRenamed(items.get(i), before, items));
        }
        return new ImportPlan(items, plan.classNames(), plan.timing());
    }

    /// What an array has lost its role to, by the name that this has now.
    private static Item rivalOfRenamed(Item item, List<Item> before, List<Item> now) {
        for (int h = 0; h < before.size(); h++) {
            var holder = before.get(h);
            if (holder.role() != Role.IGNORE
                    && Agreement.isRival(item, holder.array().name())) {
                return item.withRole(
                        Role.IGNORE, Said.of(RoleGuess.RIVAL, now.get(h).array().name()));
            }
        }
        return item;
    }

    /// Several files of a set often hold the same labels or series: a copy in another file is no rival.
    private ImportPlan withoutCopies(ImportPlan plan) {
        var items = new ArrayList<>(plan.items());
        for (int h = 0; h < items.size(); h++) {
            var holder = items.get(h);
            for (int i = 0; i < items.size() && holder.role() != Role.IGNORE; i++) {
                var item = items.get(i);
                if (Agreement.isRival(item, holder.array().name()) && source(i) != source(h)) {
                    items.set(i, item.withRole(Role.IGNORE, RoleGuess.besides(item, holder)));
                }
            }
        }
        return new ImportPlan(items, plan.classNames());
    }

    /// The file that the array at an index comes from.
    private Source source(int index) {
        int left = index;
        for (var source : sources) {
            left -= source.set().arrays().size();
            if (left < 0) {
                return source;
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    private List<ArrayData> arrays() {
        return sources.stream().flatMap(s -> s.set().arrays().stream()).toList();
    }

    /// Names that arrays come with; those of the runs where there are none, or where they say no more.
    private List<String> classNames(@Nullable RunLabels runs) {
        var given = sources.stream()
                .map(s -> s.set().classNames())
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse(List.of());
        return runs == null || given.containsAll(runs.classNames()) ? given : runs.classNames();
    }

    private static Optional<Item> lead(ImportPlan plan) {
        return plan.only(Role.LOGITS).or(() -> plan.only(Role.LABELS));
    }

    /// The runs of all files that label one series, together; else those of the series that is here, by its name,
    /// from a file of many.
    private Optional<RunLabels> runs() throws BadFileException {
        var single = sources.stream()
                .map(s -> s.set().runs())
                .filter(r -> r.size() == 1)
                .map(List::getFirst)
                .toList();
        if (!single.isEmpty()) {
            return Optional.of(single.stream().skip(1).reduce(single.getFirst(), RunLabels::with));
        }
        var many = sources.stream().flatMap(s -> s.set().runs().stream()).toList();
        var here = many.stream().filter(this::isHere).findFirst();
        if (!many.isEmpty() && here.isEmpty()) {
            throw BadFileException.of(
                    "error.runs.ofMany", many.size(), many.getFirst().name());
        }
        return here;
    }

    private boolean isHere(RunLabels runs) {
        var name = runs.name().substring(runs.name().lastIndexOf('/') + 1);
        return sources.stream().anyMatch(s -> s.name().equals(name));
    }

    private ImportPlan withRuns(ImportPlan base, RunLabels runs, @Nullable Double rate, @Nullable Framing frames)
            throws BadFileException {
        var lead = lead(base).orElse(null);
        var main = lead == null ? base.only(Role.SERIES).orElse(null) : lead;
        int length = main == null ? 0 : main.size(Axis.POSITION);
        var axes = lead == null ? List.of(Axis.CLASS, Axis.POSITION) : lead.axes();
        var timing = new TimingGuess(runs, length, times(length), frames)
                .timing(rate, base.classNames())
                .withItem(base.items().size());
        if (!axes.contains(Axis.CLASS) && timing.classes().size() > 1) {
            axes = List.of(Axis.CLASS, Axis.POSITION);
        }
        var grid = timing.grid(axes);
        var why = Said.of("import.evidence.role.runs", runs.runs().size());
        var same = Said.of("import.evidence.axis.agrees", runs.name());
        var item = new Item(
                grid, Role.LABELS, axes, why, axes.stream().map(a -> same).toList(), Traits.of(grid));
        var holder = base.only(Role.LABELS).orElse(null);
        var items = new ArrayList<>(base.items());
        items.add(holder == null ? item : item.withRole(Role.IGNORE, RoleGuess.besides(item, holder)));
        return new ImportPlan(items, base.classNames(), timing);
    }

    /// When the positions are, by the first file that says it for as many.
    private @Nullable TimeAxis times(int length) {
        return sources.stream()
                .map(s -> s.set().times())
                .filter(Objects::nonNull)
                .filter(t -> t.covers(length))
                .findFirst()
                .orElse(null);
    }

    /// How the sound lies under a grid of fewer positions, or null.
    private @Nullable Framing frames(int length) {
        for (var source : sources) {
            var times = source.set().times();
            if (times != null && !Double.isNaN(times.rate()) && length > 0) {
                int samples = source.set().arrays().getFirst().size();
                var framing = Framing.of(samples, length, times.rate());
                if (framing != null) {
                    return framing;
                }
            }
        }
        return null;
    }

    private List<ArrayData> framed(Framing frames) {
        return sources.stream()
                .flatMap(s -> s.set().arrays().stream().map(a -> s.set().times() == null ? a : frames.bring(a)))
                .toList();
    }
}
