package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import lossloupe.loss.GroupStats;
import lossloupe.loss.GroupedLoss;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A grouped loss whose fibres run across the classes: a chunk depends on the same positions of every class.
final class AcrossClasses implements Computation {
    private final GroupedLoss loss;
    private final DType dtype;
    private final Cells<GroupStats> stats;
    private final Cells<Part> terms;
    private final Cells<Part> output;
    private final Demand<Part> floors;
    private final Demand<List<Chunk>> gradient;
    private final Demand<Chunk> probabilities;

    AcrossClasses(GroupedLoss loss, Rows rows, List<AcrossClasses> formers) {
        this.loss = loss;
        this.dtype = rows.dtype();
        this.stats = Cells.of(
                rows.acrossClasses(),
                (e, row, k) -> stats(loss, dtype, rows.logits(e, k)),
                formers.stream().map(f -> f.stats).toList());
        this.terms = Cells.of(
                rows.byClass(),
                (e, c, k) -> terms(loss, dtype, rows.logits(e, c, k), rows.labels(e, c, k), stats.at(e, 0, k)),
                formers.stream().map(f -> f.terms).toList());
        this.output = Cells.of(
                rows.acrossClasses(),
                (e, row, k) -> output(loss, dtype, rows.eachClass().mapToObj(c -> terms.at(e, c, k)).toList()),
                formers.stream().map(f -> f.output).toList());
        this.floors = new Demand<>(
                old -> Cells.of(rows.acrossClasses(), (e, row, k) -> floors(loss, dtype, rows.labels(e, k)), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(
                        rows.acrossClasses(),
                        (e, row, k) -> gradient(loss, dtype, rows.logits(e, k), rows.labels(e, k), stats.at(e, 0, k)),
                        old),
                formers.stream().map(f -> f.gradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(
                        rows.byClass(),
                        (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k), stats.at(e, 0, k)),
                        old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    private static Cell<GroupStats> stats(GroupedLoss loss, DType dtype, List<Chunk> x) {
        return new Cell<>(() -> loss.acrossClasses(x, dtype), x.toArray());
    }

    private static Cell<Part> terms(GroupedLoss loss, DType dtype, Chunk x, Chunk z, Cell<GroupStats> stats) {
        return new Cell<>(() -> Part.of(loss.terms(x, z, stats.get(), dtype)), x, z, stats);
    }

    private static Cell<Part> output(GroupedLoss loss, DType dtype, List<Cell<Part>> terms) {
        return new Cell<>(
                () -> Part.of(loss.fibres(terms.stream().map(t -> t.get().values()).toList(), dtype)),
                terms.toArray());
    }

    private static Cell<Part> floors(GroupedLoss loss, DType dtype, List<Chunk> z) {
        return new Cell<>(() -> Part.of(loss.floors(z, dtype)), z.toArray());
    }

    private static Cell<List<Chunk>> gradient(
            GroupedLoss loss, DType dtype, List<Chunk> x, List<Chunk> z, Cell<GroupStats> stats) {
        var sources = new ArrayList<Object>(z);
        sources.add(stats);
        return new Cell<>(() -> loss.gradientAcrossClasses(x, z, stats.get(), dtype), sources.toArray());
    }

    private static Cell<Chunk> probabilities(GroupedLoss loss, DType dtype, Chunk x, Cell<GroupStats> stats) {
        return new Cell<>(() -> loss.probabilities(x, stats.get(), dtype), x, stats);
    }

    @Override
    public GroupedLoss loss() {
        return loss;
    }

    @Override
    public DType dtype() {
        return dtype;
    }

    @Override
    public Cells<Part> terms() {
        return terms;
    }

    @Override
    public Cells<Part> output() {
        return output;
    }

    @Override
    public Cells<Part> floors() {
        return floors.cells();
    }

    @Override
    public ChunkField.Source gradient() {
        return new ChunkField.Source() {
            @Override
            public Chunk chunk(int example, int cls, int k) {
                return gradient.cells().get(example, 0, k).get(cls);
            }

            @Override
            public Object token(int example, int cls, int k) {
                return gradient.cells().at(example, 0, k);
            }
        };
    }

    @Override
    public ChunkField.Source probabilities() {
        return Computation.source(probabilities);
    }

    @Override
    public List<? extends Cell<?>> steps() {
        return output.all();
    }
}
