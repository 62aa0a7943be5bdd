package lossloupe.compute;

import java.util.List;
import java.util.stream.Stream;
import lossloupe.document.Document;
import lossloupe.reduce.Weights;
import lossloupe.tensor.Chunk;

/// A document and all that follows from it: both losses, their difference, and how labels overlap. Safe to read from
/// any thread.
public final class Evaluation {
    private final Rows rows;
    private final Field weights;
    private final LossResult a;
    private final LossResult b;
    private final Demand<Chunk> differences;
    private final Field difference;
    private final Demand<Overlap.Count> activeClasses;
    private final Cell<Overlap> overlap;

    /// @param asked weights in place of the document's own, if any
    /// @param formers evaluations whose results hold where their inputs are the same objects
    Evaluation(Document document, Weights asked, List<Evaluation> formers) {
        var weights = asked.isNone() ? document.weights() : asked;
        this.rows = new Rows(document, formers.stream().map(f -> f.rows).toList());
        this.weights = new WeightField(document.weights(), document.shape());
        var results =
                formers.stream().flatMap(f -> Stream.of(f.a, f.b)).distinct().toList();
        var lossA = document.setup().a().lossFor(document.shape());
        var lossB = document.setup().b().lossFor(document.shape());
        this.a = new LossResult(lossA, rows, weights, results);
        this.b = lossB.equals(lossA) ? a : new LossResult(lossB, rows, weights, results);
        this.differences = Difference.demand(
                rows, a, b, formers.stream().map(f -> f.differences).toList());
        this.difference = new ChunkField(rows.shape(), rows.dtype(), Computation.source(differences));
        this.activeClasses =
                Overlap.demand(rows, formers.stream().map(f -> f.activeClasses).toList());
        this.overlap =
                new Cell<>(() -> Overlap.of(document.shape(), activeClasses().cells()));
    }

    /// An evaluation that computes nothing before it is asked, on the thread that asks: for those who need little
    /// of it.
    public static Evaluation onDemand(Document document) {
        return new Evaluation(document, Pass.PLAIN.weights(), List.of());
    }

    private Demand<Overlap.Count> activeClasses() {
        return activeClasses;
    }

    /// Every grid of cells that a complete evaluation has values in.
    List<Cells<?>> steps() {
        var steps = a.computation().steps();
        return a == b
                ? steps
                : Stream.concat(steps.stream(), b.computation().steps().stream())
                        .toList();
    }

    public Document document() {
        return rows.document();
    }

    /// The labels as they are stored.
    public Field labels() {
        return rows.labels();
    }

    /// The logits as they are stored.
    public Field logits() {
        return rows.logits();
    }

    /// How many labels are NaN or infinite.
    public long nonFiniteLabels() {
        return rows.nonFiniteLabels();
    }

    /// How many logits are NaN or infinite.
    public long nonFiniteLogits() {
        return rows.nonFiniteLogits();
    }

    /// The document's weights, stretched over the grid.
    public Field weights() {
        return weights;
    }

    public LossResult a() {
        return a;
    }

    /// The same object as [#a] where both are the same loss.
    public LossResult b() {
        return b;
    }

    /// Terms of A minus terms of B.
    public Field difference() {
        return difference;
    }

    public Overlap overlap() {
        return overlap.get();
    }
}
