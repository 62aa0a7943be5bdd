package lossloupe.compute;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import lossloupe.loss.CellContext;
import lossloupe.loss.RankedLoss;
import lossloupe.loss.RankedLoss.Shares;
import lossloupe.loss.RankedRegion;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// A loss whose cells are ranked within their region: an edit computes its whole region anew, and other regions stay.
final class Ranked implements Computation {
    private final RankedLoss loss;
    private final Rows rows;
    private final DType dtype;
    private final Cells<Shares> shares;
    private final Cells<Part> terms;
    private final Cells<Part> output;
    private final Demand<Part> floors;
    private final Demand<Chunk> gradient;
    private final Demand<Chunk> probabilities;

    Ranked(RankedLoss loss, Rows rows, List<Ranked> formers) {
        this.loss = loss;
        this.rows = rows;
        this.dtype = rows.dtype();
        this.shares = Cells.of(
                ofRegions((e, c) -> sharesOf(loss, region(e, c))),
                formers.stream().map(f -> f.shares).toList());
        this.terms = Cells.of(
                slices((all, at) -> Part.of(at.slice(all.terms()).as(rows.dtype()))),
                formers.stream().map(f -> f.terms).toList());
        this.output = Cells.of(outputPlan(), formers.stream().map(f -> f.output).toList());
        this.floors = new Demand<>(
                old -> Cells.of(ofRegions((e, c) -> floor(loss, rows.dtype(), region(e, c))), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(slices((all, at) -> at.slice(all.gradient()).as(rows.dtype())), old),
                formers.stream().map(f -> f.gradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(probabilityPlan(), old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    /// The planes of a region, examples outermost.
    private record Region(List<Plane> logits, List<Plane> labels) {
        Object[] sources() {
            var all = new Object[2 * logits.size()];
            for (int i = 0; i < logits.size(); i++) {
                all[i] = logits.get(i);
                all[logits.size() + i] = labels.get(i);
            }
            return all;
        }

        static double[] joined(List<Plane> planes) {
            int length = planes.getFirst().length();
            var all = new double[planes.size() * length];
            for (int i = 0; i < planes.size(); i++) {
                System.arraycopy(planes.get(i).toDoubles(), 0, all, i * length, length);
            }
            return all;
        }
    }

    private Region region(int e, int c) {
        var sums = loss.sumsOver();
        var shape = rows.shape();
        var examples = sums.splitsExamples() ? List.of(e) : Rows.indices(shape.batch());
        var classes = sums.splitsClasses() ? List.of(c) : Rows.indices(shape.classes());
        return new Region(planes(examples, classes, rows::logitPlane), planes(examples, classes, rows::labelPlane));
    }

    private static List<Plane> planes(List<Integer> examples, List<Integer> classes, ChunkField.PlaneSource source) {
        return examples.stream()
                .flatMap(e -> classes.stream().map(c -> source.plane(e, c)))
                .toList();
    }

    private interface OfRegion<T> {
        Supplier<T> at(int e, int c);
    }

    private <T> Cells.Plan<T> ofRegions(OfRegion<T> formula) {
        return new Cells.Plan<>(
                rows.regions(loss.sumsOver()),
                (e, c) -> region(e, c).sources(),
                (e, c, k) -> region(e, c).sources(),
                (e, c, k) -> formula.at(e, c));
    }

    private static Supplier<Shares> sharesOf(RankedLoss loss, Region region) {
        return () -> loss.shares(Region.joined(region.logits()), Region.joined(region.labels()));
    }

    private static Supplier<Part> floor(RankedLoss loss, DType dtype, Region region) {
        return () -> Part.of(Chunk.of(new double[] {loss.floor(Region.joined(region.labels()))})
                .as(dtype));
    }

    private Cells.Plan<Part> outputPlan() {
        return new Cells.Plan<>(
                rows.regions(loss.sumsOver()),
                (e, c) -> new Object[] {shares.at(e, c, 0)},
                (e, c, k) -> new Object[] {shares.at(e, c, 0)},
                (e, c, k) -> total(dtype, shares.at(e, c, 0)));
    }

    private static Supplier<Part> total(DType dtype, Cell<Shares> shares) {
        return () -> {
            double sum = Part.of(Chunk.of(shares.get().terms())).digest().sum().value();
            return Part.of(Chunk.of(new double[] {sum}).as(dtype));
        };
    }

    /// Where a chunk of a row lies in its region.
    private record Slice(int from, int length) {
        Chunk slice(double[] all) {
            return Chunk.of(Arrays.copyOfRange(all, from, from + length));
        }
    }

    private interface OfSlice<T> {
        T of(Shares shares, Slice at);
    }

    private <T> Cells.Plan<T> slices(OfSlice<T> formula) {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {sharesOf(e, c)},
                (e, c, k) -> new Object[] {sharesOf(e, c)},
                (e, c, k) -> sliced(formula, sharesOf(e, c), slice(e, c, k)));
    }

    private static <T> Supplier<T> sliced(OfSlice<T> formula, Cell<Shares> shares, Slice at) {
        return () -> formula.of(shares.get(), at);
    }

    private Cell<Shares> sharesOf(int e, int c) {
        return cellOf(shares, e, c);
    }

    /// What the region of a row has.
    private <T> Cell<T> cellOf(Cells<T> cells, int e, int c) {
        return cells.at(
                loss.sumsOver().splitsExamples() ? e : 0, loss.sumsOver().splitsClasses() ? c : 0, 0);
    }

    private Slice slice(int e, int c, int k) {
        int length = rows.shape().length();
        int from = k * Chunk.SIZE;
        return new Slice(start(e, c) + from, Math.min(Chunk.SIZE, length - from));
    }

    /// Index of a row's first cell in its region.
    private int start(int e, int c) {
        int classes = loss.sumsOver().splitsClasses() ? 1 : rows.shape().classes();
        int example = loss.sumsOver().splitsExamples() ? 0 : e;
        int cls = loss.sumsOver().splitsClasses() ? 0 : c;
        return (example * classes + cls) * rows.shape().length();
    }

    private Cells.Plan<Chunk> probabilityPlan() {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> new Object[] {rows.logitPlane(e, c)},
                (e, c, k) -> new Object[] {rows.logits(e, c, k)},
                (e, c, k) -> probabilities(loss, dtype, rows.logits(e, c, k)));
    }

    private static Supplier<Chunk> probabilities(RankedLoss loss, DType dtype, Chunk x) {
        return () -> loss.probabilities(x, dtype);
    }

    /// The region of a cell as it sees it.
    CellContext in(CellContext cell, int e, int c, int position) {
        var region = region(e, c);
        var all = sharesOf(e, c).get();
        int index = start(e, c) + position;
        return cell.in(new RankedRegion(
                () -> Region.joined(region.logits()),
                () -> Region.joined(region.labels()),
                all.terms().length,
                index,
                all.terms()[index],
                cellOf(output, e, c).get().values().get(0),
                cellOf(floors.cells(), e, c).get().values().get(0)));
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
                Computation.source(gradient),
                Computation.source(probabilities));
    }

    @Override
    public List<Cells<?>> steps() {
        return List.of(shares, terms, output);
    }
}
