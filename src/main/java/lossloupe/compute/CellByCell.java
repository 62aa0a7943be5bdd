package lossloupe.compute;

import java.util.List;
import lossloupe.loss.ElementwiseLoss;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// An elementwise loss: a chunk depends on its own logits and labels and on nothing else.
final class CellByCell implements Computation {
    private final ElementwiseLoss loss;
    private final DType dtype;
    private final Cells<Part> terms;
    private final Demand<Part> floors;
    private final Demand<Chunk> gradient;
    private final Demand<Chunk> probabilities;

    CellByCell(ElementwiseLoss loss, Rows rows, List<CellByCell> formers) {
        this.loss = loss;
        this.dtype = rows.dtype();
        this.terms = Cells.of(
                rows.byClass(),
                (e, c, k) -> terms(loss, dtype, rows.logits(e, c, k), rows.labels(e, c, k)),
                formers.stream().map(f -> f.terms).toList());
        this.floors = new Demand<>(
                old -> Cells.of(rows.byClass(), (e, c, k) -> floors(loss, dtype, rows.labels(e, c, k)), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(
                        rows.byClass(),
                        (e, c, k) -> gradient(loss, dtype, rows.logits(e, c, k), rows.labels(e, c, k)),
                        old),
                formers.stream().map(f -> f.gradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(rows.byClass(), (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k)), old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    private static Cell<Part> terms(ElementwiseLoss loss, DType dtype, Chunk x, Chunk z) {
        return new Cell<>(() -> Part.of(loss.terms(x, z, dtype)), x, z);
    }

    private static Cell<Part> floors(ElementwiseLoss loss, DType dtype, Chunk z) {
        return new Cell<>(() -> Part.of(loss.floors(z, dtype)), z);
    }

    private static Cell<Chunk> gradient(ElementwiseLoss loss, DType dtype, Chunk x, Chunk z) {
        return new Cell<>(() -> loss.gradient(x, z, dtype), x, z);
    }

    private static Cell<Chunk> probabilities(ElementwiseLoss loss, DType dtype, Chunk x) {
        return new Cell<>(() -> loss.probabilities(x, dtype), x);
    }

    @Override
    public ElementwiseLoss loss() {
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
        return terms;
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
        return terms.all();
    }
}
