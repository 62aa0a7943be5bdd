package lossloupe.compute;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import lossloupe.kernel.Sum;
import lossloupe.loss.GroupStats;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.LabelStats;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A grouped loss whose fibres run along positions: every cell depends on its whole row. An edit costs the statistics
/// of one chunk, their merge, and the terms of the row.
final class AlongPositions implements Computation {
    /// TensorFlow's gradient p − z takes the targets of a fibre to sum to one.
    private static final Cell<LabelStats> SUM_OF_ONE = new Cell<>(() -> LabelStats.ofOne(1));

    private final GroupedLoss loss;
    private final DType dtype;
    private final Cells<GroupStats> parts;
    private final Cells<GroupStats> stats;
    private final Cells<Part> terms;
    private final Cells<Part> output;
    private final Demand<LabelStats> labelParts;
    private final Demand<LabelStats> labels;
    private final Demand<Part> floors;
    private final Demand<Chunk> gradient;
    private final Demand<Chunk> returnedGradient;
    private final Demand<Chunk> probabilities;

    AlongPositions(GroupedLoss loss, Rows rows, List<AlongPositions> formers) {
        this.loss = loss;
        this.dtype = rows.dtype();
        this.parts = Cells.of(partPlan(rows), formers.stream().map(f -> f.parts).toList());
        this.stats = Cells.of(
                wholeRows(rows, parts, p -> merged(loss, p)),
                formers.stream().map(f -> f.stats).toList());
        this.terms =
                Cells.of(termsPlan(rows), formers.stream().map(f -> f.terms).toList());
        this.output = Cells.of(
                wholeRows(rows, terms, t -> output(dtype, t)),
                formers.stream().map(f -> f.output).toList());
        this.labelParts = new Demand<>(
                old -> Cells.of(labelPlan(rows), old),
                formers.stream().map(f -> f.labelParts).toList());
        this.labels = new Demand<>(
                old -> Cells.of(wholeRows(rows, labelParts.cells(), AlongPositions::labels), old),
                formers.stream().map(f -> f.labels).toList());
        this.floors = new Demand<>(
                old -> Cells.of(wholeRows(rows, labels.cells(), l -> floors(loss, dtype, l.getFirst())), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(gradientPlan(rows, (e, c) -> labels.cells().at(e, c, 0)), old),
                formers.stream().map(f -> f.gradient).toList());
        this.returnedGradient = new Demand<>(
                old -> Cells.of(gradientPlan(rows, (e, c) -> SUM_OF_ONE), old),
                formers.stream().map(f -> f.returnedGradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(probabilityPlan(rows), old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    private Cells.Plan<GroupStats> partPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.logitPlane(e, c)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k)},
                (e, c, k) -> part(loss, dtype, rows.logits(e, c, k)));
    }

    private Cells.Plan<LabelStats> labelPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.labelPlane(e, c)},
                (e, c, k) -> new Object[] {rows.labels(e, c, k)},
                (e, c, k) -> labelPart(loss, rows.labels(e, c, k)));
    }

    private Cells.Plan<Part> termsPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.labelPlane(e, c), stats.at(e, c, 0)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k), rows.labels(e, c, k), stats.at(e, c, 0)},
                (e, c, k) -> terms(loss, dtype, rows.logits(e, c, k), rows.labels(e, c, k), stats.at(e, c, 0)));
    }

    /// What targets of a row are taken to be like.
    private interface OfRow {
        Cell<LabelStats> at(int example, int cls);
    }

    private Cells.Plan<Chunk> gradientPlan(Rows rows, OfRow sums) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.labelPlane(e, c), stats.at(e, c, 0), sums.at(e, c)},
                (e, c, k) ->
                        new Object[] {rows.logits(e, c, k), rows.labels(e, c, k), stats.at(e, c, 0), sums.at(e, c)},
                (e, c, k) -> gradient(
                        loss, dtype, rows.logits(e, c, k), rows.labels(e, c, k), stats.at(e, c, 0), sums.at(e, c)));
    }

    private Cells.Plan<Chunk> probabilityPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.logitPlane(e, c), stats.at(e, c, 0)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k), stats.at(e, c, 0)},
                (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k), stats.at(e, c, 0)));
    }

    /// One cell per row, from all cells of that row.
    private static <S, T> Cells.Plan<T> wholeRows(
            Rows rows, Cells<S> from, Function<List<Cell<S>>, Supplier<T>> formula) {
        return new Cells.Plan<>(
                rows.wholeRows(),
                (e, c) -> from.row(e, c).cells().toArray(),
                (e, c, k) -> from.row(e, c).cells().toArray(),
                (e, c, k) -> formula.apply(from.row(e, c).cells()));
    }

    private static Supplier<GroupStats> part(GroupedLoss loss, DType dtype, Chunk x) {
        return () -> loss.alongPositions(x, dtype);
    }

    private static Supplier<GroupStats> merged(GroupedLoss loss, List<Cell<GroupStats>> parts) {
        return () -> loss.merged(parts.stream().map(Cell::get).toList());
    }

    private static Supplier<Part> terms(GroupedLoss loss, DType dtype, Chunk x, Chunk z, Cell<GroupStats> stats) {
        return () -> Part.of(loss.terms(x, target(loss, z), stats.get(), dtype));
    }

    private static Supplier<Part> output(DType dtype, List<Cell<Part>> terms) {
        return () -> {
            var sum = Sum.ZERO;
            for (var term : terms) {
                sum = sum.plus(term.get().digest().sum());
            }
            return single(sum.value(), dtype);
        };
    }

    private static Chunk target(GroupedLoss loss, Chunk labels) {
        return loss.target(labels, 0, 1);
    }

    private static Supplier<LabelStats> labelPart(GroupedLoss loss, Chunk z) {
        return () -> loss.labelStats(target(loss, z));
    }

    private static Supplier<LabelStats> labels(List<Cell<LabelStats>> parts) {
        return () -> parts.stream().map(Cell::get).reduce(LabelStats::plus).orElseThrow();
    }

    private static Supplier<Part> floors(GroupedLoss loss, DType dtype, Cell<LabelStats> labels) {
        return () -> single(loss.floor(labels.get()), dtype);
    }

    private static Supplier<Chunk> gradient(
            GroupedLoss loss, DType dtype, Chunk x, Chunk z, Cell<GroupStats> stats, Cell<LabelStats> labels) {
        return () -> loss.gradientAlongPositions(x, target(loss, z), stats.get(), labels.get(), dtype);
    }

    private static Supplier<Chunk> probabilities(GroupedLoss loss, DType dtype, Chunk x, Cell<GroupStats> stats) {
        return () -> loss.probabilities(x, stats.get(), dtype);
    }

    private static Part single(double value, DType dtype) {
        return Part.of(Chunk.of(new double[] {value}).as(dtype));
    }

    @Override
    public Computed computed() {
        return new Computed(
                loss,
                dtype,
                terms,
                output,
                floors,
                Computation.source(gradient),
                Computation.source(returnedGradient),
                Computation.source(probabilities));
    }

    @Override
    public List<Cells<?>> steps() {
        return List.of(parts, terms, output);
    }
}
