package lossloupe.compute;

import java.util.ArrayList;
import java.util.List;
import lossloupe.kernel.Sum;
import lossloupe.loss.GroupStats;
import lossloupe.loss.GroupedLoss;
import lossloupe.loss.LabelStats;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A grouped loss whose fibres run along positions: every cell depends on its whole row. An edit costs the statistics of
/// one chunk, their merge, and the terms of the row.
final class AlongPositions implements Computation {
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
    private final Demand<Chunk> probabilities;

    AlongPositions(GroupedLoss loss, Rows rows, List<AlongPositions> formers) {
        this.loss = loss;
        this.dtype = rows.dtype();
        this.parts = Cells.of(
                rows.byClass(),
                (e, c, k) -> part(loss, dtype, rows.logits(e, c, k)),
                formers.stream().map(f -> f.parts).toList());
        this.stats = Cells.of(
                rows.wholeRows(),
                (e, c, row) -> merged(loss, rows.eachChunk().mapToObj(k -> parts.at(e, c, k)).toList()),
                formers.stream().map(f -> f.stats).toList());
        this.terms = Cells.of(
                rows.byClass(),
                (e, c, k) -> terms(loss, dtype, rows.logits(e, c, k), rows.labels(e, c, k), stats.at(e, c, 0)),
                formers.stream().map(f -> f.terms).toList());
        this.output = Cells.of(
                rows.wholeRows(),
                (e, c, row) -> output(dtype, rows.eachChunk().mapToObj(k -> terms.at(e, c, k)).toList()),
                formers.stream().map(f -> f.output).toList());
        this.labelParts = new Demand<>(
                old -> Cells.of(rows.byClass(), (e, c, k) -> labelPart(loss, rows.labels(e, c, k)), old),
                formers.stream().map(f -> f.labelParts).toList());
        this.labels = new Demand<>(
                old -> Cells.of(
                        rows.wholeRows(),
                        (e, c, row) -> labels(rows.eachChunk()
                                .mapToObj(k -> labelParts.cells().at(e, c, k))
                                .toList()),
                        old),
                formers.stream().map(f -> f.labels).toList());
        this.floors = new Demand<>(
                old -> Cells.of(
                        rows.wholeRows(),
                        (e, c, row) -> floors(loss, dtype, labels.cells().at(e, c, 0)),
                        old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(rows.byClass(), (e, c, k) -> gradient(rows, e, c, k), old),
                formers.stream().map(f -> f.gradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(
                        rows.byClass(),
                        (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k), stats.at(e, c, 0)),
                        old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    private static Cell<GroupStats> part(GroupedLoss loss, DType dtype, Chunk x) {
        return new Cell<>(() -> loss.alongPositions(x, dtype), x);
    }

    private static Cell<GroupStats> merged(GroupedLoss loss, List<Cell<GroupStats>> parts) {
        return new Cell<>(() -> loss.merged(parts.stream().map(Cell::get).toList()), parts.toArray());
    }

    private static Cell<Part> terms(GroupedLoss loss, DType dtype, Chunk x, Chunk z, Cell<GroupStats> stats) {
        return new Cell<>(() -> Part.of(loss.terms(x, z, stats.get(), dtype)), x, z, stats);
    }

    private static Cell<Part> output(DType dtype, List<Cell<Part>> terms) {
        return new Cell<>(
                () -> {
                    var sum = Sum.ZERO;
                    for (var term : terms) {
                        sum = sum.plus(term.get().sum());
                    }
                    return single(sum.value(), dtype);
                },
                terms.toArray());
    }

    private static Cell<LabelStats> labelPart(GroupedLoss loss, Chunk z) {
        return new Cell<>(() -> loss.labelStats(z), z);
    }

    private static Cell<LabelStats> labels(List<Cell<LabelStats>> parts) {
        return new Cell<>(
                () -> parts.stream().map(Cell::get).reduce(LabelStats::plus).orElseThrow(), parts.toArray());
    }

    private static Cell<Part> floors(GroupedLoss loss, DType dtype, Cell<LabelStats> labels) {
        return new Cell<>(() -> single(loss.floor(labels.get()), dtype), labels);
    }

    private Cell<Chunk> gradient(Rows rows, int e, int c, int k) {
        return gradient(
                loss,
                dtype,
                rows.logits(e, c, k),
                rows.labels(e, c, k),
                stats.at(e, c, 0),
                labels.cells().at(e, c, 0));
    }

    private static Cell<Chunk> gradient(
            GroupedLoss loss, DType dtype, Chunk x, Chunk z, Cell<GroupStats> stats, Cell<LabelStats> labels) {
        return new Cell<>(
                () -> loss.gradientAlongPositions(x, z, stats.get(), labels.get(), dtype), x, z, stats, labels);
    }

    private static Cell<Chunk> probabilities(GroupedLoss loss, DType dtype, Chunk x, Cell<GroupStats> stats) {
        return new Cell<>(() -> loss.probabilities(x, stats.get(), dtype), x, stats);
    }

    private static Part single(double value, DType dtype) {
        return Part.of(Chunk.of(new double[] {value}).as(dtype));
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
        return Computation.source(gradient);
    }

    @Override
    public ChunkField.Source probabilities() {
        return Computation.source(probabilities);
    }

    @Override
    public List<? extends Cell<?>> steps() {
        var steps = new ArrayList<Cell<?>>(parts.all());
        steps.addAll(terms.all());
        steps.addAll(output.all());
        return steps;
    }
}
