package lossloupe.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import lossloupe.io.ImportPlan.Item;
import lossloupe.io.ImportPlan.Role;
import lossloupe.io.ImportPlan.Said;
import lossloupe.tensor.Axis;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;

/// What each axis of the arrays means. One array leads, the logits or else the labels; the others are read as they fit
/// it.
final class AxisGuess {
    private static final String ONLY = "import.evidence.axis.only";
    private static final String STATED = "import.evidence.axis.stated";
    private static final String FIRST = "import.evidence.axis.first";
    private static final String AGREES = "import.evidence.axis.agrees";
    private static final Said UNUSED = Said.of("import.evidence.axis.unused");

    /// Evidence that leaves nothing to weigh.
    private static final Set<String> CERTAIN =
            Set.of(ONLY, STATED, FIRST, AGREES, OrderGuess.SERIES, ImportPlan.CHOSEN.key(), UNUSED.key());

    private final List<String> classNames;
    private final @Nullable DataFormat stated;
    private final @Nullable Item labels;
    private final @Nullable Item logits;
    private final @Nullable Item series;

    private AxisGuess(List<Item> items, List<String> classNames, @Nullable DataFormat stated) {
        this.classNames = classNames;
        this.stated = stated;
        this.labels = first(items, Role.LABELS);
        this.logits = first(items, Role.LOGITS);
        this.series = first(items, Role.SERIES);
    }

    static boolean isCertain(Said evidence) {
        return CERTAIN.contains(evidence.key());
    }

    /// The items with axes for the roles they have.
    static List<Item> assign(List<Item> items, List<String> classNames, @Nullable DataFormat stated) {
        var guess = new AxisGuess(items, classNames, stated);
        var lead = guess.logits != null ? guess.logits : guess.labels;
        if (lead == null) {
            return items.stream()
                    .map(i -> i.role() == Role.SERIES ? seriesAlone(i) : unused(i))
                    .toList();
        }
        var led = guess.lead(lead);
        var result = new ArrayList<Item>();
        for (var item : items) {
            result.add(
                    switch (item.role()) {
                        case LOGITS, LABELS -> item.role() == lead.role() ? led : asIn(item, led);
                        case SERIES -> guess.series(item, led);
                        case WEIGHTS -> weights(item, led);
                        case IGNORE -> unused(item);
                    });
        }
        return result;
    }

    private Item lead(Item lead) {
        return switch (lead.rank()) {
            case 1 -> lead.withAxes(List.of(Axis.POSITION), List.of(Said.of(ONLY)));
            case 2 -> isBatchOfRows(lead) ? batchOfRows(lead) : ordered(lead, List.of(), List.of());
            case 3 -> ordered(lead, List.of(Axis.BATCH), List.of(Said.of(FIRST)));
            default -> unused(lead);
        };
    }

    /// `[b,l]`: a series of exactly that shape, class indices instead of grids, or indices beside logits.
    private boolean isBatchOfRows(Item lead) {
        if (stated != null) {
            return false;
        }
        boolean indices =
                logits == null && lead.traits().isWhole() && !lead.traits().isBinary();
        boolean manySeries = series != null
                && series.rank() == 2
                && series.sizes()[0] > 1
                && Arrays.equals(series.sizes(), lead.sizes());
        return indices || manySeries;
    }

    private Item batchOfRows(Item lead) {
        var why = series == null
                ? Said.of("import.evidence.axis.indices")
                : Said.of("import.evidence.axis.seriesShape", series.array().name());
        return lead.withAxes(List.of(Axis.BATCH, Axis.POSITION), List.of(why, why));
    }

    private Item ordered(Item lead, List<Axis> outer, List<Said> outerEvidence) {
        var axes = new ArrayList<>(outer);
        var evidence = new ArrayList<>(outerEvidence);
        var order =
                stated != null ? OrderGuess.stated(stated) : new OrderGuess(lead, labels, series, classNames).order();
        boolean last = order.format() == DataFormat.CHANNELS_LAST;
        axes.addAll(last ? List.of(Axis.POSITION, Axis.CLASS) : List.of(Axis.CLASS, Axis.POSITION));
        evidence.addAll(Collections.nCopies(2, order.why()));
        return lead.withAxes(axes, evidence);
    }

    /// Labels beside logits: the same axes, or the order that fits, or class indices without a class axis.
    private static Item asIn(Item item, Item led) {
        var agrees = Said.of(AGREES, led.array().name());
        var all = led.axes();
        var candidates = new ArrayList<List<Axis>>();
        if (item.rank() == all.size()) {
            candidates.add(all);
            candidates.add(swapped(all));
        } else {
            candidates.add(without(all, Axis.CLASS));
            candidates.add(without(all, Axis.BATCH));
            candidates.add(without(without(all, Axis.CLASS), Axis.BATCH));
        }
        for (var axes : candidates) {
            if (axes.size() == item.rank() && fits(item, axes, led)) {
                return item.withAxes(axes, Collections.nCopies(axes.size(), agrees));
            }
        }
        var axes = candidates.getFirst().size() == item.rank() ? candidates.getFirst() : usual(item.rank());
        return item.withAxes(axes, Collections.nCopies(axes.size(), Said.of(OrderGuess.USUAL)));
    }

    private Item series(Item item, Item led) {
        var agrees = Said.of(AGREES, led.array().name());
        for (var axes : seriesOrders(item.rank())) {
            if (item.size(axes, Axis.POSITION) == led.size(Axis.POSITION)
                    && (item.size(axes, Axis.BATCH) == led.size(Axis.BATCH) || !axes.contains(Axis.BATCH))) {
                return item.withAxes(axes, Collections.nCopies(axes.size(), agrees));
            }
        }
        return seriesAlone(item);
    }

    private static List<List<Axis>> seriesOrders(int rank) {
        return switch (rank) {
            case 1 -> List.of(List.of(Axis.POSITION));
            case 2 ->
                List.of(
                        List.of(Axis.BATCH, Axis.POSITION),
                        List.of(Axis.CLASS, Axis.POSITION),
                        List.of(Axis.POSITION, Axis.CLASS),
                        List.of(Axis.POSITION, Axis.BATCH));
            case 3 ->
                List.of(List.of(Axis.BATCH, Axis.CLASS, Axis.POSITION), List.of(Axis.BATCH, Axis.POSITION, Axis.CLASS));
            default -> List.of();
        };
    }

    private static Item seriesAlone(Item item) {
        var axes = item.rank() == 2 ? List.of(Axis.BATCH, Axis.POSITION) : usual(item.rank());
        return item.withAxes(
                axes, Collections.nCopies(axes.size(), Said.of(axes.size() == 1 ? ONLY : OrderGuess.USUAL)));
    }

    /// Weights are broadcast as NumPy does: their last axis is the last axis of what they multiply, of the grid or
    /// of a loss that has dropped its classes. A vector that fits neither goes along the axis of its length.
    private static Item weights(Item item, Item led) {
        var candidates = new ArrayList<List<Axis>>();
        for (var whole : List.of(led.axes(), without(led.axes(), Axis.CLASS))) {
            int missing = whole.size() - item.rank();
            if (missing >= 0) {
                candidates.add(whole.subList(missing, whole.size()));
            }
        }
        if (item.rank() == 1) {
            candidates.addAll(List.of(List.of(Axis.CLASS), List.of(Axis.BATCH)));
        }
        for (var axes : candidates) {
            if (axes.stream().allMatch(a -> item.size(axes, a) == 1 || item.size(axes, a) == led.size(a))) {
                var why = axes.equals(candidates.getFirst())
                        ? Said.of("import.evidence.axis.broadcast")
                        : Said.of(AGREES, led.array().name());
                return item.withAxes(axes, Collections.nCopies(axes.size(), why));
            }
        }
        return candidates.isEmpty()
                ? unused(item)
                : item.withAxes(
                        candidates.getFirst(),
                        Collections.nCopies(item.rank(), Said.of("import.evidence.axis.broadcast")));
    }

    private static Item unused(Item item) {
        return item.withAxes(usual(item.rank()), Collections.nCopies(item.rank(), UNUSED));
    }

    /// The last `rank` of `[b,n,l]`; what has more axes repeats the first, which is then the problem.
    private static List<Axis> usual(int rank) {
        var axes = new ArrayList<>(DataFormat.CHANNELS_FIRST.axes());
        while (axes.size() < rank) {
            axes.addFirst(Axis.BATCH);
        }
        return axes.subList(axes.size() - rank, axes.size());
    }

    private static boolean fits(Item item, List<Axis> axes, Item led) {
        return axes.stream().allMatch(a -> item.size(axes, a) == led.size(a));
    }

    private static List<Axis> swapped(List<Axis> axes) {
        var copy = new ArrayList<>(axes);
        if (copy.contains(Axis.CLASS) && copy.contains(Axis.POSITION)) {
            Collections.swap(copy, copy.indexOf(Axis.CLASS), copy.indexOf(Axis.POSITION));
        }
        return copy;
    }

    private static List<Axis> without(List<Axis> axes, Axis axis) {
        return axes.stream().filter(a -> a != axis).toList();
    }

    private static @Nullable Item first(List<Item> items, Role role) {
        return items.stream().filter(i -> i.role() == role).findFirst().orElse(null);
    }
}
