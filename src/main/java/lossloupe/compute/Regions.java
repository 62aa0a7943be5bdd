package lossloupe.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lossloupe.loss.CellContext;
import lossloupe.loss.RegionContext;
import lossloupe.loss.RegionFormulas;
import lossloupe.loss.RegionLoss;
import lossloupe.loss.RegionSums;
import lossloupe.reduce.Broadcast;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;

/// A loss of whole regions. An edit costs the sums of the chunks that it touches and their merge; what each cell
/// contributes changes everywhere with its region's sums, and is computed where it is looked at.
final class Regions implements Computation {
    private final RegionLoss loss;
    private final Rows rows;
    private final DType dtype;
    private final Cells<List<RegionSums>> chunkSums;
    private final Cells<RegionSums> sums;
    private final Cells<Part> output;
    private final Cells<Part> terms;
    private final Demand<Part> floors;
    private final Demand<List<Chunk>> gradient;
    private final Demand<List<Chunk>> probabilities;

    Regions(RegionLoss loss, Rows rows, List<Regions> formers) {
        this.loss = loss;
        this.rows = rows;
        var type = rows.dtype();
        this.dtype = type;
        this.chunkSums = Cells.of(
                acrossClasses((x, z) -> RegionFormulas.sums(loss, x, z, type)),
                formers.stream().map(f -> f.chunkSums).toList());
        this.sums = Cells.of(sumsPlan(), formers.stream().map(f -> f.sums).toList());
        this.output = Cells.of(
                ofRegions(r -> loss.ratio().value(r)),
                formers.stream().map(f -> f.output).toList());
        this.terms = Cells.of(termsPlan(), formers.stream().map(f -> f.terms).toList());
        this.floors = new Demand<>(
                old -> Cells.of(ofRegions(loss::floor), old),
                formers.stream().map(f -> f.floors).toList());
        this.gradient = new Demand<>(
                old -> Cells.of(gradientPlan(), old),
                formers.stream().map(f -> f.gradient).toList());
        this.probabilities = new Demand<>(
                old -> Cells.of(acrossClasses((x, z) -> loss.probabilities(x, type)), old),
                formers.stream().map(f -> f.probabilities).toList());
    }

    /// Something of the chunks of all classes.
    private interface OfChunks<T> {
        T of(List<Chunk> logits, List<Chunk> labels);
    }

    private <T> Cells.Plan<T> acrossClasses(OfChunks<T> formula) {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> both(rows.logitPlanes(e), rows.labelPlanes(e)),
                (e, row, k) -> both(rows.logits(e, k), rows.labels(e, k)),
                (e, row, k) -> supplier(formula, List.of(rows.logits(e, k)), List.of(rows.labels(e, k))));
    }

    private static <T> Supplier<T> supplier(OfChunks<T> formula, List<Chunk> x, List<Chunk> z) {
        return () -> formula.of(x, z);
    }

    /// Sums of each region, from examples, then chunks, then classes: an order that knows no layout and no threads.
    private Cells.Plan<RegionSums> sumsPlan() {
        return new Cells.Plan<>(
                rows.regions(loss.sumsOver()),
                (e, c) -> cellsOf(e).toArray(),
                (e, c, k) -> cellsOf(e).toArray(),
                (e, c, k) -> merged(cellsOf(e), loss.sumsOver().splitsClasses() ? c : -1));
    }

    /// The chunk sums that regions of an example are made of.
    private List<Cell<List<RegionSums>>> cellsOf(int example) {
        if (loss.sumsOver().splitsExamples()) {
            return chunkSums.row(example, 0).cells();
        }
        return chunkSums.all();
    }

    private static Supplier<RegionSums> merged(List<Cell<List<RegionSums>>> cells, int cls) {
        return () -> {
            var sum = RegionSums.EMPTY;
            for (var cell : cells) {
                var classes = cell.get();
                for (int c = Math.max(cls, 0); c < (cls < 0 ? classes.size() : cls + 1); c++) {
                    sum = sum.plus(classes.get(c));
                }
            }
            return sum;
        };
    }

    /// One number of a region.
    private interface OfRegion {
        double of(RegionSums sums);
    }

    private Cells.Plan<Part> ofRegions(OfRegion formula) {
        return new Cells.Plan<>(
                rows.regions(loss.sumsOver()),
                (e, c) -> new Object[] {sums.at(e, c, 0)},
                (e, c, k) -> new Object[] {sums.at(e, c, 0)},
                (e, c, k) -> number(formula, sums.at(e, c, 0), dtype));
    }

    private static Supplier<Part> number(OfRegion formula, Cell<RegionSums> sums, DType dtype) {
        return () -> Part.of(Chunk.of(new double[] {formula.of(sums.get())}).as(dtype));
    }

    private Cells.Plan<Part> termsPlan() {
        return new Cells.Plan<>(
                rows.byClass(),
                (e, c) -> both(rows.logitPlanes(e), new Object[] {rows.labelPlane(e, c), region(e, c)}),
                (e, c, k) -> both(rows.logits(e, k), new Object[] {rows.labels(e, c, k), region(e, c)}),
                (e, c, k) -> terms(loss, dtype, c, List.of(rows.logits(e, k)), rows.labels(e, c, k), region(e, c)));
    }

    private static Supplier<Part> terms(
            RegionLoss loss, DType dtype, int cls, List<Chunk> x, Chunk z, Cell<RegionSums> region) {
        return () -> Part.of(RegionFormulas.shares(loss, x, cls, z, region.get(), dtype));
    }

    private Cells.Plan<List<Chunk>> gradientPlan() {
        return new Cells.Plan<>(
                rows.acrossClasses(),
                (e, row) -> both(both(rows.logitPlanes(e), rows.labelPlanes(e)), rows.eachClass(c -> region(e, c))),
                (e, row, k) -> both(both(rows.logits(e, k), rows.labels(e, k)), rows.eachClass(c -> region(e, c))),
                (e, row, k) -> gradient(
                        loss,
                        dtype,
                        List.of(rows.logits(e, k)),
                        List.of(rows.labels(e, k)),
                        rows.listOfClasses(c -> region(e, c))));
    }

    private static Supplier<List<Chunk>> gradient(
            RegionLoss loss, DType dtype, List<Chunk> x, List<Chunk> z, List<Cell<RegionSums>> regions) {
        return () -> RegionFormulas.gradient(
                loss, x, z, regions.stream().map(Cell::get).toList(), dtype);
    }

    /// Through softmax a logit moves the regions of all classes, so that no one factor leads there from the
    /// derivative of the plain sum.
    @Override
    public double weighted(Field ofSum, Broadcast factors, int example, int cls, int position) {
        int k = position / Chunk.SIZE;
        int i = position % Chunk.SIZE;
        return RegionFormulas.gradient(
                        loss,
                        at(i, rows.logits(example, k)),
                        at(i, rows.labels(example, k)),
                        rows.listOfClasses(c -> region(example, c).get()),
                        rows.listOfClasses(c -> factors.at(example, c, position)),
                        dtype)
                .get(cls)
                .get(0);
    }

    private static List<Chunk> at(int i, Chunk[] chunks) {
        return Arrays.stream(chunks)
                .map(c -> Chunk.of(new double[] {c.get(i)}).as(c.dtype()))
                .toList();
    }

    /// The region that a class of an example belongs to.
    private Cell<RegionSums> region(int example, int cls) {
        return sums.at(
                loss.sumsOver().splitsExamples() ? example : 0, loss.sumsOver().splitsClasses() ? cls : 0, 0);
    }

    /// The regions of a cell's position without the cells of that position.
    RegionContext context(CellContext cell, int example) {
        var regionOf = IntStream.range(0, cell.size())
                .mapToObj(c -> loss.sumsOver().splitsClasses() ? c : 0)
                .toList();
        var logits = IntStream.range(0, cell.size())
                .mapToObj(c -> Chunk.of(new double[] {cell.logit(c)}))
                .toList();
        var p = loss.probabilities(logits, dtype);
        var others = new ArrayList<RegionSums>();
        for (int c = 0; c < (loss.sumsOver().splitsClasses() ? cell.size() : 1); c++) {
            others.add(region(example, c).get());
        }
        for (int c = 0; c < cell.size(); c++) {
            int r = regionOf.get(c);
            others.set(r, others.get(r).plus(p.get(c).get(0), cell.label(c), -1));
        }
        return new RegionContext(others, regionOf);
    }

    private static Object[] both(Object[] first, Object[] second) {
        var all = new Object[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /// Chunk by chunk first, so that a pass can be cancelled and use all threads.
    @Override
    public Computed computed() {
        return new Computed(
                loss,
                dtype,
                terms,
                output,
                floors,
                Computation.sourceOfClasses(gradient),
                Computation.sourceOfClasses(gradient),
                Computation.sourceOfClasses(probabilities));
    }

    @Override
    public List<Cells<?>> steps() {
        return List.of(chunkSums, output);
    }
}
