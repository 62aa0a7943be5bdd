package lossloupe.compute;

import java.util.List;
import java.util.function.Supplier;
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
                plan(rows, (e, c, k) -> terms(loss.forClass(c), dtype, rows.logits(e, c, k), rows.labels(e, c, k))),
                formers.stream().map(f -> f.terms).toList());
        this.floors = new Demand<>(
                old -> Cells.of(floorPlan(rows), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(
                        plan(
                                rows,
                                (e, c, k) ->
                                        gradient(loss.forClass(c), dtype, rows.logits(e, c, k), rows.labels(e, c, k))),
                        old),
                formers.stream().map(f -> f.gradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(probabilityPlan(rows), old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    /// What depends on logits and labels.
    private static <T> Cells.Plan<T> plan(Rows rows, Cells.OfCell<Supplier<T>> formula) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.logitPlane(e, c), rows.labelPlane(e, c)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k), rows.labels(e, c, k)},
                formula);
    }

    private Cells.Plan<Part> floorPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.labelPlane(e, c)},
                (e, c, k) -> new Object[] {rows.labels(e, c, k)},
                (e, c, k) -> floors(loss.forClass(c), dtype, rows.labels(e, c, k)));
    }

    private Cells.Plan<Chunk> probabilityPlan(Rows rows) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.logitPlane(e, c)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k)},
                (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k)));
    }

    private static Supplier<Part> terms(ElementwiseLoss loss, DType dtype, Chunk x, Chunk z) {
        return () -> Part.of(loss.terms(x, z, dtype));
    }

    private static Supplier<Part> floors(ElementwiseLoss loss, DType dtype, Chunk z) {
        return () -> Part.of(loss.floors(z, dtype));
    }

    private static Supplier<Chunk> gradient(ElementwiseLoss loss, DType dtype, Chunk x, Chunk z) {
        return () -> loss.gradient(x, z, dtype);
    }

    private static Supplier<Chunk> probabilities(ElementwiseLoss loss, DType dtype, Chunk x) {
        return () -> loss.probabilities(x, dtype);
    }

    @Override
    public Computed computed() {
        return new Computed(
                loss,
                dtype,
                terms,
                terms,
                floors,
                Computation.source(gradient),
                Computation.source(gradient),
                Computation.source(probabilities));
    }

    @Override
    public List<Cells<?>> steps() {
        return List.of(terms);
    }
}
