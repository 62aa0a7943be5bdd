package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lossloupe.loss.GroupStats;
import lossloupe.loss.GroupedLoss;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import org.jspecify.annotations.Nullable;

/// A grouped loss whose fibres run across the classes: a chunk depends on the same positions of every class.
final class AcrossClasses implements Computation {
    private final GroupedLoss loss;
    private final DType dtype;
    private final Rows rows;
    private final Demand<Chunk> indices;
    private final Cells<GroupStats> stats;
    private final Cells<Part> terms;
    private final Cells<Part> output;
    private final Demand<Part> floors;
    private final Demand<List<Chunk>> gradient;
    private final Demand<List<Chunk>> returnedGradient;
    private final Demand<Part> targetWeights;
    private final Demand<Chunk> probabilities;

    AcrossClasses(GroupedLoss loss, Rows rows, List<AcrossClasses> formers) {
        this.loss = loss;
        this.rows = rows;
        this.dtype = rows.dtype();
        this.indices = new Demand<>(
                old -> Cells.of(indexPlan(rows), old),
                formers.stream().map(f -> f.indices).toList());
        this.stats =
                Cells.of(statsPlan(rows), formers.stream().map(f -> f.stats).toList());
        this.terms =
                Cells.of(termsPlan(rows), formers.stream().map(f -> f.terms).toList());
        this.output =
                Cells.of(outputPlan(rows), formers.stream().map(f -> f.output).toList());
        this.floors = new Demand<>(
                old -> Cells.of(floorPlan(rows), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(gradientPlan(rows, AcrossClasses::gradient), old),
                formers.stream().map(f -> f.gradient).toList());
        this.returnedGradient = new Demand<>(
                old -> Cells.of(gradientPlan(rows, AcrossClasses::returned), old),
                formers.stream().map(f -> f.returnedGradient).toList());
        this.targetWeights = new Demand<>(
                old -> Cells.of(targetPlan(rows), old),
                formers.stream().map(f -> f.targetWeights).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(probabilityPlan(rows), old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    private Cells.Plan<Chunk> indexPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> rows.labelPlanes(e),
                (e, row, k) -> rows.labels(e, k),
                (e, row, k) -> indices(loss, List.of(rows.labels(e, k))));
    }

    private Cells.Plan<GroupStats> statsPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> rows.logitPlanes(e),
                (e, row, k) -> rows.logits(e, k),
                (e, row, k) -> stats(loss, dtype, List.of(rows.logits(e, k))));
    }

    private Cells.Plan<Part> termsPlan(Rows rows) {
        int classes = rows.shape().classes();
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {labelSource(rows, e, c), rows.logitPlane(e, c), stats.row(e, 0)},
                (e, c, k) -> new Object[] {labelSource(rows, e, c, k), rows.logits(e, c, k), stats.at(e, 0, k)},
                (e, c, k) -> terms(
                        loss,
                        dtype,
                        rows.logits(e, c, k),
                        target(loss, labels(rows, e, c, k), c, classes),
                        stats.at(e, 0, k)));
    }

    /// What a class's targets of a whole row are made of.
    private Object labelSource(Rows rows, int example, int cls) {
        return loss.takesIndices() ? indices.cells().row(example, 0) : rows.labelPlane(example, cls);
    }

    private Object labelSource(Rows rows, int example, int cls, int k) {
        return loss.takesIndices() ? indices.cells().at(example, 0, k) : rows.labels(example, cls, k);
    }

    private Supplier<Chunk> labels(Rows rows, int example, int cls, int k) {
        if (loss.takesIndices()) {
            return indices.cells().at(example, 0, k)::get;
        }
        var own = rows.labels(example, cls, k);
        return () -> own;
    }

    private Cells.Plan<Part> outputPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> rows.eachClass(c -> terms.row(e, c)),
                (e, row, k) -> rows.eachClass(c -> terms.at(e, c, k)),
                (e, row, k) -> output(loss, dtype, rows.listOfClasses(c -> terms.at(e, c, k))));
    }

    private Cells.Plan<Part> floorPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> rows.labelPlanes(e),
                (e, row, k) -> rows.labels(e, k),
                (e, row, k) -> floors(loss, dtype, List.of(rows.labels(e, k))));
    }

    private Cells.Plan<Part> targetPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> new Object[] {indices.cells().row(e, 0)},
                (e, row, k) -> new Object[] {indices.cells().at(e, 0, k)},
                (e, row, k) -> targetWeights(loss, indices.cells().at(e, 0, k)));
    }

    /// Either gradient: of all classes at once.
    private interface Gradient {
        Supplier<List<Chunk>> of(
                GroupedLoss loss, DType dtype, List<Chunk> x, List<Chunk> z, Supplier<GroupStats> stats);
    }

    /// A gradient; that of a single cell may be asked for alone, for no other position has a part in it.
    private ChunkField.Source source(Demand<List<Chunk>> demand, Gradient formula) {
        return new Alone(
                Computation.sourceOfClasses(demand),
                demand,
                (e, c, k, i) -> formula.of(
                                loss,
                                dtype,
                                Stream.of(rows.logits(e, k))
                                        .map(x -> x.alone(i))
                                        .toList(),
                                Stream.of(rows.labels(e, k))
                                        .map(z -> z.alone(i))
                                        .toList(),
                                () -> stats.get(e, 0, k).alone(i))
                        .get()
                        .get(c)
                        .get(0));
    }

    private Cells.Plan<List<Chunk>> gradientPlan(Rows rows, Gradient formula) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> with(rows.labelPlanes(e), stats.row(e, 0)),
                (e, row, k) -> with(rows.labels(e, k), stats.at(e, 0, k)),
                (e, row, k) -> formula.of(
                        loss, dtype, List.of(rows.logits(e, k)), List.of(rows.labels(e, k)), stats.at(e, 0, k)::get));
    }

    private Cells.Plan<Chunk> probabilityPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.logitPlane(e, c), stats.row(e, 0)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k), stats.at(e, 0, k)},
                (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k), stats.at(e, 0, k)));
    }

    private static Object[] with(Object[] some, Object last) {
        var all = new Object[some.length + 1];
        System.arraycopy(some, 0, all, 0, some.length);
        all[some.length] = last;
        return all;
    }

    private static Supplier<Chunk> indices(GroupedLoss loss, List<Chunk> z) {
        return () -> loss.indices(z);
    }

    private static Supplier<Chunk> target(GroupedLoss loss, Supplier<Chunk> labels, int cls, int classes) {
        return () -> loss.target(labels.get(), cls, classes);
    }

    private static Supplier<GroupStats> stats(GroupedLoss loss, DType dtype, List<Chunk> x) {
        return () -> loss.acrossClasses(x, dtype);
    }

    private static Supplier<Part> terms(
            GroupedLoss loss, DType dtype, Chunk x, Supplier<Chunk> target, Cell<GroupStats> stats) {
        return () -> Part.of(loss.terms(x, target.get(), stats.get(), dtype));
    }

    private static Supplier<Part> targetWeights(GroupedLoss loss, Cell<Chunk> indices) {
        return () -> Part.of(loss.targetWeights(indices.get()));
    }

    private static Supplier<List<Chunk>> returned(
            GroupedLoss loss, DType dtype, List<Chunk> x, List<Chunk> z, Supplier<GroupStats> stats) {
        return () -> loss.returnedGradient(x, loss.targets(z), stats.get(), dtype);
    }

    private static Supplier<Part> output(GroupedLoss loss, DType dtype, List<Cell<Part>> terms) {
        return () ->
                Part.of(loss.fibres(terms.stream().map(t -> t.get().values()).toList(), dtype));
    }

    private static Supplier<Part> floors(GroupedLoss loss, DType dtype, List<Chunk> z) {
        return () -> Part.of(loss.floors(loss.targets(z), dtype));
    }

    private static Supplier<List<Chunk>> gradient(
            GroupedLoss loss, DType dtype, List<Chunk> x, List<Chunk> z, Supplier<GroupStats> stats) {
        return () -> loss.gradientAcrossClasses(x, loss.targets(z), stats.get(), dtype);
    }

    private static Supplier<Chunk> probabilities(GroupedLoss loss, DType dtype, Chunk x, Cell<GroupStats> stats) {
        return () -> loss.probabilities(x, stats.get(), dtype);
    }

    @Override
    public Computed computed() {
        return new Computed(
                loss,
                dtype,
                terms,
                output,
                floors,
                source(gradient, AcrossClasses::gradient),
                source(returnedGradient, AcrossClasses::returned),
                Computation.source(probabilities));
    }

    @Override
    public @Nullable Cells<Part> targetWeights() {
        return loss.weighsTargets() ? targetWeights.cells() : null;
    }

    @Override
    public List<Cells<?>> steps() {
        return List.of(output);
    }
}
